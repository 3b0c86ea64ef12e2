import { engines, ikasStore } from '../support/ledgers';
import { stockOut, stored, unsent } from '../support/stockOut';

describe.each(engines)('a walk over the stock on $engine', ({ open }) => {
	const hub = ikasStore(open);
	const out = stockOut(hub);
	const { count } = out;
	beforeEach(() => out.offer('A', 'B'));

	const everything = [
		'listing-A loc-ank: 10',
		'listing-A loc-ist: 10',
		'listing-B loc-ank: 10',
		'listing-B loc-ist: 10',
	];

	test.each([1, 3, 4, 1_000])('a walk in calls of %p rows hands out each once', async (limit) => {
		await hub.ledger.importListings('ikas-tr', [
			{ id: 'a first one', sku: 'A', title: 'A' },
			{ id: 'a second one', sku: 'B', title: 'B' },
		]);
		let run = await out.begin();
		const sent: string[] = [];
		for (let more = true; more; ) {
			const handed = await out.handOut(run, limit);
			expect(handed.changes.length).toBeLessThanOrEqual(limit);
			sent.push(...handed.changes.map(({ listing, location }) => `${listing} ${location}`));
			const confirmed = await out.answer(handed, sent.length % 2 === 0 ? stored : unsent);
			const ended = await hub.ledger.endSync(confirmed.run, confirmed.next);
			more = ended.answer === 'continue';
			run = ended.run;
		}
		expect(sent).toHaveLength(8);
		expect(new Set(sent).size).toBe(8);
	});

	test('hands out at least one row, so that a walk always comes to its end', async () => {
		expect((await out.handOut(undefined, 0)).changes).toHaveLength(1);
	});

	test('hands out no more than a thousand rows at once', async () => {
		const goods = Array.from({ length: 1_200 }, (_, at) => `SKU-${at}`);
		await out.offer(...goods);
		await hub.ledger.setStock(
			goods.map((sku) => ({ seller: 'acme', sku, hub: 'istanbul', onHand: 1 })),
		);
		const handed = await out.handOut(undefined, 5_000);
		expect(handed.changes).toHaveLength(1_000);
		const { run } = await out.answer(handed);
		const rest = await out.handOut({ ...run, position: handed.next }, 5_000);
		expect([rest.changes.length, rest.next]).toEqual([204, null]);
	});

	test('looks through more listings than one transaction compares', async () => {
		await hub.sql(`INSERT INTO listings (store, listing, sku, title)
			WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 11000)
			SELECT 'ikas-tr', 'many-' || n, 'many-' || n, '' FROM numbers`);
		await count(5, 'many-9999');
		expect(await out.push()).toEqual([...everything, 'many-9999 loc-ist: 5']);
	});

	test('hands out each once where more has changed than one transaction finds, with more behind it', async () => {
		await hub.sql(`INSERT INTO listings (store, listing, sku, title)
			WITH RECURSIVE numbers (n) AS (SELECT 10001 UNION ALL SELECT n + 1 FROM numbers WHERE n < 22000)
			SELECT 'ikas-tr', 'many-' || n, 'many-' || n, '' FROM numbers`);
		const numbers = [...Array(700).keys()].map((n) => 10_001 + n).concat(21_999);
		const skus = numbers.map((n) => `many-${n}`);
		await hub.ledger.setStock(
			skus.map((sku) => ({ seller: 'acme', sku, hub: 'istanbul', onHand: 5 })),
		);
		const many = skus.map((sku) => `${sku} loc-ist: 5`);
		expect(await out.push()).toEqual([...everything, ...many]);
	});

	test('a run that died is taken over where its last rows were confirmed', async () => {
		const first = await out.handOut(undefined, 2);
		await out.answer(first);
		await out.handOut({ ...first.run, position: first.next }, 2);
		const run = await out.begin();
		expect(run.position).toBe(first.next);
		const { changes } = await out.handOut(run);
		expect(changes.map(({ listing }) => listing)).toEqual(['listing-B', 'listing-B']);
	});
});
