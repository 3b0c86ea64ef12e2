import type { Price, PriceReceipt } from '../../domain/price';
import type { PriceChanges } from '../../ledger/priceShapes';
import { begun, engines, ikasStore } from '../support/ledgers';

describe.each(engines)('prices on $engine', ({ open }) => {
	const hub = ikasStore(open);
	beforeEach(() =>
		hub.ledger.importListings(
			'ikas-tr',
			['A', 'B', 'C'].map((id) => ({ id, sku: `sku-${id}`, title: id })),
		),
	);

	const price = (listing: string, minor: number, currency = 'TRY'): Price => ({
		listing,
		price: { minor, currency },
	});
	const set = (...prices: readonly Price[]) => hub.ledger.setPrices('ikas-tr', prices);
	const begin = async () => {
		await hub.sql("UPDATE syncs SET due_at = 0, lease_until = 1 WHERE kind = 'prices'");
		return await begun(hub.ledger, 'prices');
	};
	const handOut = async (limit = 100) => await hub.ledger.getPriceChanges(await begin(), limit);
	const receipt =
		(outcome: PriceReceipt['outcome'] = 'accepted') =>
		(row: Price): PriceReceipt => ({
			...row,
			outcome,
			reason: outcome === 'accepted' ? null : 'no',
		});
	const answer = (
		{ run, changes, next }: PriceChanges,
		outcome: PriceReceipt['outcome'] = 'accepted',
	) => hub.ledger.confirmPrices({ run, receipts: changes.map(receipt(outcome)), next });
	const kept = async () =>
		(await hub.ledger.getPrices({ store: 'ikas-tr', limit: 100 })).map(
			(row) => `${row.listing} ${row.price.minor} ${row.state}`,
		);
	const handed = ({ changes }: PriceChanges) =>
		changes.map(({ listing, price: { minor } }) => `${listing} ${minor}`);

	test('the newest price of each listing waits, and goes out once', async () => {
		expect(await set(price('B', 200), price('A', 100), price('B', 250))).toEqual([
			{ listing: 'B', outcome: 'unchanged', reason: expect.stringMatching(/comes once more/) },
			{ listing: 'A', outcome: 'set', reason: null },
			{ listing: 'B', outcome: 'set', reason: null },
		]);
		await set(price('A', 150));
		const out = await handOut();
		expect(handed(out)).toEqual(['A 150', 'B 250']);
		expect(await answer(out)).toMatchObject({ counts: { accepted: 2, refused: 0, unsent: 0 } });
		expect(await kept()).toEqual(['A 150 done', 'B 250 done']);
		expect(await hub.ledger.beginSync('ikas-tr', 'prices')).toMatchObject({ answer: 'running' });
	});

	test('a listing that the catalog has not, and a price that is none, cost no other row', async () => {
		const sets = await set(price('Z', 100), price('A', 0), price('B', 100, 'lira'), price('C', 1));
		expect(sets.map(({ outcome, reason }) => `${outcome} ${reason ?? ''}`)).toEqual([
			expect.stringMatching(/^refused .* no listing "Z"/),
			'refused a price has to be above 0',
			'refused "lira" is no currency of three letters',
			'set ',
		]);
		expect(await kept()).toEqual(['C 1 pending']);
	});

	test('nothing is due while no price waits and no feed is under way', async () => {
		expect(await hub.ledger.beginSync('ikas-tr', 'prices')).toMatchObject({
			answer: 'notDue',
			why: expect.stringMatching(/No price waits/),
		});
		await set(price('A', 100));
		const run = await begin();
		await hub.ledger.endSync((await answer(await hub.ledger.getPriceChanges(run, 10))).run, null);
		await hub.sql('UPDATE syncs SET due_at = 0');
		expect(await hub.ledger.beginSync('ikas-tr', 'prices')).toMatchObject({ answer: 'notDue' });
	});

	test('a run that died while prices waited is taken over, also when none waits any more', async () => {
		await set(price('A', 100));
		await answer(await handOut());
		await hub.sql("UPDATE syncs SET lease_until = 1 WHERE kind = 'prices'");
		expect(await hub.ledger.beginSync('ikas-tr', 'prices')).toMatchObject({ answer: 'run' });
	});

	test('what was refused is listed with its reason, and goes out again when it is uploaded again', async () => {
		await set(price('A', 100));
		await answer(await handOut(), 'refused');
		const filter = { store: 'ikas-tr', state: 'refused', limit: 10 } as const;
		expect(await hub.ledger.getPrices(filter)).toMatchObject([
			{ listing: 'A', price: { minor: 100, currency: 'TRY' }, reason: 'no', feed: null },
		]);
		expect(handed(await handOut())).toEqual([]);
		await set(price('A', 100));
		expect(handed(await handOut())).toEqual(['A 100']);
	});

	test('what was not sent waits as before', async () => {
		await set(price('A', 100));
		await answer(await handOut(), 'unsent');
		expect(handed(await handOut())).toEqual(['A 100']);
	});

	test('a price that changed while another was told goes out as well', async () => {
		await set(price('A', 100));
		const out = await handOut();
		await set(price('A', 120));
		await answer(out);
		expect(await kept()).toEqual(['A 120 pending']);
		expect(handed(await handOut())).toEqual(['A 120']);
	});

	test('a price that the channel has is not sent again, unless somebody wants that', async () => {
		await set(price('A', 100));
		await answer(await handOut());
		expect(await set(price('A', 100))).toMatchObject([{ outcome: 'unchanged' }]);
		expect(await set(price('A', 100, 'EUR'))).toMatchObject([{ outcome: 'set' }]);
		await answer(await handOut());
		expect(await hub.ledger.setPrices('ikas-tr', [price('A', 100, 'EUR')], true)).toMatchObject([
			{ outcome: 'set' },
		]);
		expect(handed(await handOut())).toEqual(['A 100']);
	});

	test('rows are handed out page by page, in the order of the listings', async () => {
		await set(price('A', 1), price('B', 2), price('C', 3));
		const first = await handOut(2);
		expect([handed(first), first.waiting, first.next]).toEqual([['A 1', 'B 2'], 3, 'B']);
		const { run } = await answer(first, 'unsent');
		const second = await hub.ledger.getPriceChanges({ ...run, position: first.next }, 2);
		expect([handed(second), second.next]).toEqual([['C 3'], null]);
	});

	test('G4: a run that lost its lease is handed nothing, confirms nothing and opens no feed', async () => {
		await set(price('A', 100));
		const out = await handOut();
		await begin();
		await expect(hub.ledger.getPriceChanges(out.run, 10)).rejects.toThrow(/lost its lease/);
		await expect(hub.ledger.openPriceFeed(out.run, 10)).rejects.toThrow(/lost its lease/);
		await expect(answer(out)).rejects.toThrow(/lost its lease/);
		expect(await kept()).toEqual(['A 100 pending']);
	});
});
