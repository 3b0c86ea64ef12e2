import { amazonHub, type AmazonHub } from '../support/amazonHub';

const push = 'amazonSellerFlex/push-prices';

describe('selling prices of an Amazon store', () => {
	let hub: AmazonHub;
	const open = async (...of: Parameters<typeof amazonHub>) => {
		hub = await amazonHub(...of);
	};
	beforeEach(() => open());
	afterEach(() => hub.close());

	/** So many SKUs, for sale on Amazon at 10 and in the catalog of the store. */
	const offer = async (many: number) => {
		const skus = Array.from({ length: many }, (_, at) => `S-${String(at).padStart(4, '0')}`);
		hub.sandbox.seed(skus.map((sku) => ({ sku, price: 10 })));
		for (let at = 0; at < many; at += 500) {
			const some = skus.slice(at, at + 500);
			await hub.ledger.importListings(
				'amazon',
				some.map((sku) => ({ id: sku, sku, title: sku })),
			);
		}
		return skus;
	};
	const upload = async (content: string, parameters = {}) => {
		const [summary = [], refused = []] = await hub.run('amazonSellerFlex', 'price:importCsv', {
			parameters,
			files: [{ name: 'prices.csv', bytes: Buffer.from(content) }],
		});
		return { summary: summary[0], refused };
	};
	const priced = (skus: readonly string[], price: string) =>
		upload(['seller sku,price', ...skus.map((sku) => `${sku},${price}`)].join('\n'));
	const shown = () => new Set(hub.sandbox.state().prices.map(({ price }) => price));
	const states = async () =>
		Object.fromEntries(
			(await hub.sql('SELECT state, COUNT(*) AS n FROM prices GROUP BY state ORDER BY state')).map(
				({ state, n }) => [state, n],
			),
		);

	test('a file goes in line by line, and what does not says why', async () => {
		await offer(2);
		const { summary, refused } = await upload(
			'SKU;Price;Currency\nS-0000;12,5;\nS-9999;1;\nS-0001;1.234;\nS-0001;7;USD\nS-0001;7;aed\n',
		);
		expect(summary).toEqual({
			...{ store: 'amazon', file: 'prices.csv', encoding: 'utf-8' },
			...{ set: 2, unchanged: 0, refused: 3 },
		});
		expect(refused).toEqual([
			{ line: 3, reason: expect.stringMatching(/no listing "S-9999"/), row: 'S-9999 | 1 | ' },
			{ line: 4, reason: expect.stringMatching(/may be 1234/), row: 'S-0001 | 1.234 | ' },
			{ line: 5, reason: expect.stringMatching(/are in AED/), row: 'S-0001 | 7 | USD' },
		]);
		expect(await states()).toEqual({ pending: 2 });
	});

	test('a dry run of an upload keeps nothing', async () => {
		await offer(1);
		const { summary } = await upload('sku,price\nS-0000,5\n', { dryRun: true });
		expect(summary).toMatchObject({ set: 1, dryRun: true });
		expect(await states()).toEqual({});
	});

	test('few go one by one, each with its outcome, and only once', async () => {
		await offer(3);
		await hub.ledger.importListings('amazon', [{ id: 'GONE', sku: 'GONE', title: 'Gone' }]);
		await upload('sku,price\nS-0000,12.50\nS-0001,12.50\nS-0002,12.50\nGONE,5\n');
		const { outputs } = await hub.tick(push);
		expect(outputs('Sync End')).toMatchObject([
			[[{ answer: 'done', counts: { accepted: 3, refused: 1, unsent: 0 } }]],
		]);
		expect(shown()).toEqual(new Set([12.5]));
		expect(hub.calls('createFeed', 'patchListingsItem')).toHaveLength(3);
		const refused = {
			store: { __rl: true, mode: 'id', value: 'amazon' },
			filters: { state: 'refused' },
		};
		expect(await hub.items('orderHub', 'price:getMany', { parameters: refused })).toMatchObject([
			{ listing: 'GONE', reason: expect.stringMatching(/no listing with this SKU/) },
		]);
		const before = hub.calls().length;
		expect((await hub.tick(push)).outputs('Sync Begin')).toMatchObject([
			[[], [{ answer: 'notDue' }]],
		]);
		expect(hub.calls()).toHaveLength(before);
	});

	test('a dry run of the push shows what would be sent first, and sends nothing', async () => {
		await offer(1);
		await priced(['S-0000'], '12.50');
		const run = await hub.items('orderHub', 'sync:begin', {
			parameters: { store: { __rl: true, mode: 'id', value: 'amazon' }, kind: 'prices' },
		});
		const [item] = await hub.items('orderHub', 'price:getChanges', { items: run });
		const tried = await hub.items('amazonSellerFlex', 'price:push', {
			items: item ? [item] : [],
			parameters: { dryRun: true },
		});
		expect(tried).toMatchObject([
			{
				store: 'amazon',
				dryRun: true,
				request: { method: 'PATCH' },
				rows: [{ listing: 'S-0000' }],
			},
		]);
		expect(shown()).toEqual(new Set([10]));
	});

	test('many go into one feed, which is asked about until every row has its outcome', async () => {
		const skus = await offer(310);
		await hub.ledger.importListings('amazon', [{ id: 'GONE', sku: 'GONE', title: 'Gone' }]);
		await priced([...skus, 'GONE'], '15');
		await hub.tick(push);
		expect(hub.calls('createFeed', 'patchListingsItem', 'getListingsItem')).toEqual(['createFeed']);
		expect(await states()).toEqual({ sent: 311 });
		await priced(['S-0001'], '16');
		await hub.tick(push);
		expect(await states()).toEqual({ sent: 311 });
		hub.sandbox.clock.advance(10_000);
		const { outputs } = await hub.tick(push);
		expect(outputs('Confirm')).toMatchObject([[[{ counts: { accepted: 310, refused: 1 } }], []]]);
		expect(await states()).toEqual({ done: 309, pending: 1, refused: 1 });
		await hub.tick(push);
		expect(shown()).toEqual(new Set([15, 16]));
		expect(await states()).toEqual({ done: 310, refused: 1 });
		expect(hub.sandbox.state().feeds).toMatchObject([{ accepted: 310, refused: 1 }]);
	});

	test('a feed whose answer was lost is found again, and never created twice', async () => {
		await priced(await offer(301), '15');
		hub.sandbox.setFaults({ dropAfter: 1, forTheNext: 1, only: 'createFeed' });
		await hub.tick(push);
		expect(await states()).toEqual({ sent: 301 });
		expect(await hub.sql('SELECT state, channel_feed FROM feeds')).toEqual([
			{ state: 'creating', channel_feed: null },
		]);
		await hub.tick(push);
		expect(hub.calls('createFeed')).toHaveLength(1);
		await hub.sql('UPDATE feeds SET created_at = created_at - 121000');
		hub.sandbox.clock.advance(10_000);
		await hub.tick(push);
		await hub.tick(push);
		expect(await hub.sql('SELECT state, accepted FROM feeds')).toEqual([
			{ state: 'done', accepted: 301 },
		]);
		expect(hub.calls('createFeed')).toHaveLength(1);
		expect(shown()).toEqual(new Set([15]));
	});

	test('Amazon never has to say that there were too many calls', async () => {
		await hub.close();
		await open({ quotas: {} });
		await priced(await offer(15), '15');
		await hub.tick(push);
		expect(await states()).toEqual({ done: 15 });
		expect(hub.sandbox.state().quotaHits).toBe(0);
	});

	test('a feed that Amazon refuses gives its prices back, and the run says why', async () => {
		await priced(await offer(301), '15');
		hub.sandbox.setGrants({ roles: ['Direct to Consumer Shipping (Restricted)'] });
		const { run } = await hub.tick(push);
		expect(run.data.resultData.error?.message).toMatch(/the role Product Listing for prices/);
		expect(await states()).toEqual({ pending: 301 });
	});
});
