import { begun, engines, ikasStore } from '../support/ledgers';
import type { FeedLearnt } from '../../ledger/priceShapes';

describe.each(engines)('feeds on $engine', ({ open }) => {
	const hub = ikasStore(open);
	beforeEach(async () => {
		await hub.ledger.importListings(
			'ikas-tr',
			['A', 'B', 'C'].map((id) => ({ id, sku: `sku-${id}`, title: id })),
		);
		await set({ A: 100, B: 200, C: 300 });
	});

	const set = (prices: Readonly<Record<string, number>>) =>
		hub.ledger.setPrices(
			'ikas-tr',
			Object.entries(prices).map(([listing, minor]) => ({
				listing,
				price: { minor, currency: 'TRY' },
			})),
		);
	const begin = async () => {
		await hub.sql("UPDATE syncs SET due_at = 0, lease_until = 1 WHERE kind = 'prices'");
		return await begun(hub.ledger, 'prices');
	};
	const opened = async (limit = 100) => await hub.ledger.openPriceFeed(await begin(), limit);
	const created = async (id = 'feed-1', limit = 100) => {
		const { feed } = await opened(limit);
		await hub.ledger.feedCreated(feed, id);
		return feed;
	};
	const learn = async (...feeds: readonly FeedLearnt[]) => {
		const run = await begin();
		return await hub.ledger.confirmPrices({ run, receipts: [], feeds, next: null });
	};
	const done = (feed: number, refused: Readonly<Record<string, string>> = {}) =>
		learn({
			feed,
			report: {
				refused: Object.entries(refused).map(([row, reason]) => ({ row, reason })),
				refusedWhole: null,
			},
		});
	const kept = async () =>
		(await hub.ledger.getPrices({ store: 'ikas-tr', limit: 100 })).map(
			({ listing, price, state }) => `${listing} ${price.minor} ${state}`,
		);
	const toAsk = async () => (await hub.ledger.getPriceChanges(await begin(), 1)).feeds;
	const handed = async () =>
		(await hub.ledger.getPriceChanges(await begin(), 100)).changes.map(({ listing }) => listing);
	const age = (minutes: number, feed: number) =>
		hub.sql('UPDATE feeds SET created_at = created_at - ? WHERE id = ?', minutes * 60_000, feed);
	/** Feeds that the channel lists, so many minutes before now. */
	const seen = (feed: number, feeds: Readonly<Record<string, number>>): FeedLearnt => ({
		feed,
		seen: Object.entries(feeds).map(([id, minutes]) => ({
			id,
			createdAt: new Date(Date.now() - minutes * 60_000).toISOString(),
		})),
	});

	test('a feed reserves its prices, so that nobody sends them another way', async () => {
		expect(await opened(2)).toMatchObject({
			rows: [
				{ listing: 'A', price: { minor: 100, currency: 'TRY' } },
				{ listing: 'B', price: { minor: 200, currency: 'TRY' } },
			],
		});
		expect(await kept()).toEqual(['A 100 sent', 'B 200 sent', 'C 300 pending']);
		expect(await handed()).toEqual(['C']);
		expect((await opened()).rows.map(({ listing }) => listing)).toEqual(['C']);
	});

	test('every row of a feed gets its outcome', async () => {
		const feed = await created();
		expect(await toAsk()).toMatchObject([{ feed, state: 'open', channelFeed: 'feed-1' }]);
		expect(await done(feed, { B: 'too cheap' })).toMatchObject({
			counts: { accepted: 2, refused: 1 },
		});
		expect(await kept()).toEqual(['A 100 done', 'B 200 refused', 'C 300 done']);
		const filter = { store: 'ikas-tr', state: 'refused', limit: 9 } as const;
		expect(await hub.ledger.getPrices(filter)).toMatchObject([{ reason: 'too cheap', feed }]);
		expect(
			await hub.sql('SELECT state, accepted, refused, channel_feed FROM feeds WHERE id = ?', feed),
		).toEqual([{ state: 'done', accepted: 2, refused: 1, channel_feed: 'feed-1' }]);
		expect(await done(feed)).toMatchObject({ counts: { accepted: 0, refused: 0 } });
	});

	test('a feed that was refused as a whole refuses its rows', async () => {
		const feed = await created();
		await learn({ feed, report: { refused: [], refusedWhole: 'stopped' } });
		expect(await kept()).toEqual(['A 100 refused', 'B 200 refused', 'C 300 refused']);
	});

	test('a price that was set while the older was in a feed goes out after it', async () => {
		const feed = await created();
		await set({ A: 150, B: 250 });
		expect(await handed()).toEqual([]);
		await done(feed, { B: 'too cheap' });
		expect(await kept()).toEqual(['A 150 pending', 'B 250 pending', 'C 300 done']);
		expect(await handed()).toEqual(['A', 'B']);
	});

	test('a feed that the channel certainly does not have gives its prices back', async () => {
		const { feed } = await opened();
		await hub.ledger.feedNotCreated(feed, 'refused');
		expect(await kept()).toEqual(['A 100 pending', 'B 200 pending', 'C 300 pending']);
		await expect(hub.ledger.feedCreated(feed, 'feed-1')).rejects.toThrow(/is lost by now/);
	});

	test('a feed that nobody knows the end of is found on the channel and adopted', async () => {
		const before = await created('feed-0', 1);
		const { feed } = await opened();
		expect((await toAsk()).map((one) => one.feed)).toEqual([before]);
		await age(3, feed);
		expect(await toAsk()).toMatchObject([{ feed: before }, { feed, state: 'creating' }]);
		await learn(seen(feed, { 'feed-0': 3, 'feed-1': 2.5, older: 60 }));
		expect(await toAsk()).toMatchObject([{}, { feed, state: 'open', channelFeed: 'feed-1' }]);
		await done(feed);
		expect(await kept()).toEqual(['A 100 sent', 'B 200 done', 'C 300 done']);
	});

	test('a feed that the channel does not list is waited for, and then sent once more', async () => {
		const { feed } = await opened();
		await age(5, feed);
		await learn(seen(feed, {}));
		expect(await handed()).toEqual([]);
		await age(15, feed);
		await learn(seen(feed, { later: 1 }));
		expect(await handed()).toEqual(['A', 'B', 'C']);
		expect(await toAsk()).toEqual([]);
	});

	test('a feed that may be one of several goes to a person, who may have it sent again', async () => {
		const { feed } = await opened();
		await age(3, feed);
		await set({ A: 150 });
		await learn(seen(feed, { 'feed-1': 3, 'feed-2': 2.5 }));
		expect(await kept()).toEqual(['A 150 pending', 'B 200 refused', 'C 300 refused']);
		const [exception] = await hub.ledger.getExceptions('ikas-tr', 9);
		expect(exception).toMatchObject({
			kind: 'feed_unclear',
			reference: String(feed),
			cause: expect.stringMatching(/feed-1, feed-2/),
		});
		expect(await hub.ledger.retryException(exception?.id ?? 0)).toMatchObject({ did: 'requeued' });
		expect(await handed()).toEqual(['A', 'B', 'C']);
		expect(await hub.exceptions()).toEqual([]);
	});

	test('one feed of the channel is not taken for two of ours', async () => {
		const first = await opened(1);
		const second = await opened(1);
		await age(3, first.feed);
		await age(3, second.feed);
		await learn(seen(first.feed, { 'feed-1': 3 }), seen(second.feed, { 'feed-1': 3 }));
		expect(await hub.exceptions()).toEqual(['feed_unclear', 'feed_unclear']);
	});

	test('a large feed is reserved and ended some rows at a time, and a death on the way loses none', async () => {
		const ids = Array.from({ length: 2_300 }, (_, at) => `N-${at}`);
		const listings = ids.map((id) => ({ id, sku: id, title: id }));
		await hub.ledger.importListings('ikas-tr', listings);
		await set(Object.fromEntries(ids.map((id) => [id, 500])));
		const feed = await created('feed-1', 2_303);
		const refused = Object.fromEntries(ids.slice(0, 1_100).map((id) => [id, 'too cheap']));
		// A run that died had ended this one.
		await hub.sql("UPDATE prices SET state = 'done' WHERE listing = 'A'");
		await hub.sql('UPDATE feeds SET accepted = 1 WHERE id = ?', feed);
		expect(await done(feed, refused)).toMatchObject({
			counts: { accepted: 1_202, refused: 1_100 },
		});
		expect(
			await hub.sql('SELECT state, COUNT(*) AS n FROM prices GROUP BY state ORDER BY state'),
		).toEqual([
			{ state: 'done', n: 1_203 },
			{ state: 'refused', n: 1_100 },
		]);
		expect(await hub.sql('SELECT state, accepted, refused FROM feeds WHERE id = ?', feed)).toEqual([
			{ state: 'done', accepted: 1_203, refused: 1_100 },
		]);
	});

	test('prices are due while a feed is under way', async () => {
		await created();
		await begin();
		await hub.sql("UPDATE syncs SET run_id = NULL, due_at = 0 WHERE kind = 'prices'");
		expect(await hub.ledger.beginSync('ikas-tr', 'prices')).toMatchObject({ answer: 'run' });
	});
});
