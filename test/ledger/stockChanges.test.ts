import type { StoreSettings } from '../../domain/store';
import { always, draft, engines, ikasStore, settings } from '../support/ledgers';
import { line, placed } from '../support/placed';
import { refused, stockOut, stored, unsent } from '../support/stockOut';

describe.each(engines)('stock changes on $engine', ({ open }) => {
	const hub = ikasStore(open);
	const out = stockOut(hub);
	beforeEach(() => out.offer('A', 'B'));

	const save = (change: Partial<StoreSettings>) =>
		hub.ledger.saveStore(draft({ settings: settings(change) }));
	const count = (onHand: number, sku = 'A', code = 'istanbul') =>
		hub.ledger.setStock([{ seller: 'acme', sku, hub: code, onHand }]);
	const published = (listing: string, location: string) =>
		hub.sql(
			'SELECT confirmed, sent, refused FROM published WHERE listing = ? AND location = ?',
			listing,
			location,
		);
	const everything = [
		'listing-A loc-ank: 10',
		'listing-A loc-ist: 10',
		'listing-B loc-ank: 10',
		'listing-B loc-ist: 10',
	];

	test('G9: every figure goes out once, and then only what differs from what was confirmed', async () => {
		expect(await out.push()).toEqual(everything);
		expect(await out.push()).toEqual([]);
		await count(7);
		await hub.take(placed('1', { location: 'loc-ank' }));
		await hub.route();
		expect(await out.push()).toEqual(['listing-A loc-ank: 8', 'listing-A loc-ist: 7']);
		expect(await out.push()).toEqual([]);
	});

	test('G9: a row says what the channel had confirmed', async () => {
		await out.push();
		await count(7);
		const { changes, next } = await out.handOut();
		expect(changes).toEqual([
			{ listing: 'listing-A', location: 'loc-ist', sku: 'A', quantity: 7, confirmed: 10 },
		]);
		expect(next).toBeNull();
	});

	test('G9: what was handed out and never confirmed is handed out again, with the figure of now', async () => {
		await out.push();
		await count(7);
		await out.handOut();
		expect((await out.handOut()).changes).toMatchObject([{ quantity: 7, confirmed: null }]);
		await count(10);
		expect((await out.handOut()).changes).toMatchObject([{ quantity: 10, confirmed: null }]);
	});

	test('G9: what was not sent stays handed out', async () => {
		await out.push();
		await count(7);
		await out.push(unsent);
		expect(await published('listing-A', 'loc-ist')).toEqual([
			{ confirmed: null, sent: 7, refused: null },
		]);
		expect(await out.push()).toEqual(['listing-A loc-ist: 7']);
	});

	test('G9: the figure that was sent is confirmed, not the one of now', async () => {
		await out.push();
		await count(7);
		const handed = await out.handOut();
		await count(4);
		await out.answer(handed);
		expect(await published('listing-A', 'loc-ist')).toMatchObject([{ confirmed: 7, sent: null }]);
		expect(await out.push()).toEqual(['listing-A loc-ist: 4']);
	});

	test('G9: a receipt for another figure than the one handed out last confirms nothing', async () => {
		await out.push();
		const run = await out.begin();
		await count(7);
		const first = await out.handOut(run);
		await count(4);
		await out.handOut(run);
		await out.answer(first);
		expect(await published('listing-A', 'loc-ist')).toMatchObject([{ confirmed: null, sent: 4 }]);
	});

	test('G4: a run that lost its lease is handed nothing and can confirm nothing', async () => {
		const handed = await out.handOut();
		await out.begin();
		await expect(out.handOut(handed.run)).rejects.toThrow(/lost its lease/);
		await expect(out.answer(handed)).rejects.toThrow(/lost its lease/);
		expect(await published('listing-A', 'loc-ist')).toMatchObject([{ confirmed: null, sent: 10 }]);
		await out.push();
		await expect(out.handOut(handed.run)).rejects.toThrow(/lost its lease/);
	});

	test('a figure that the channel refused is an exception and is not sent again until it changes', async () => {
		await out.push();
		await count(7);
		await out.push(refused);
		expect(await out.push()).toEqual([]);
		expect(await hub.ledger.getExceptions('ikas-tr', 5)).toMatchObject([
			{
				kind: 'stock_refused',
				reference: 'listing-A loc-ist',
				cause: 'ikas refused 7 as stock of SKU "A" at location loc-ist: unknown product.',
				payload: { listing: 'listing-A', location: 'loc-ist', quantity: 7, sku: 'A' },
			},
		]);
		await count(9, 'A', 'ankara');
		expect(await out.push()).toEqual(['listing-A loc-ank: 9']);
		await count(6);
		expect(await out.push()).toEqual(['listing-A loc-ist: 6']);
		expect(await hub.exceptions()).toEqual([]);
	});

	test('a figure that was refused before is sent again when it is not known what came after it', async () => {
		await out.push();
		await count(7);
		await out.push(refused);
		await count(6);
		await out.push(unsent);
		await count(7);
		expect(await out.push()).toEqual(['listing-A loc-ist: 7']);
	});

	test('a refused figure that a person retries is sent again', async () => {
		await out.push();
		await count(7);
		await out.push(refused);
		const [exception] = await hub.ledger.getExceptions('ikas-tr', 1);
		await hub.ledger.retryException(exception?.id ?? 0);
		expect(await out.push()).toEqual(['listing-A loc-ist: 7']);
	});

	test('a receipt for what was never handed out changes nothing', async () => {
		const run = await out.begin();
		const row = { listing: 'listing-A', location: 'loc-ist', quantity: 10 };
		const receipts = [
			{ ...row, outcome: 'stored' as const, reason: null },
			{ ...row, location: 'loc-ank', outcome: 'refused' as const, reason: 'x' },
			{ ...row, listing: 'nowhere', outcome: 'stored' as const, reason: null },
		];
		await hub.ledger.confirmStock({ run, receipts, next: null });
		expect(await hub.sql('SELECT * FROM published')).toEqual([]);
		expect(await hub.exceptions()).toEqual([]);
	});

	test('connecting a store tells nothing of what was never counted', async () => {
		await out.offer('C');
		expect(await out.push()).toEqual(everything);
		await count(0, 'C');
		expect(await out.push()).toEqual(['listing-C loc-ist: 0']);
	});

	test('goods that left without a count tell nothing of what is there', async () => {
		await out.offer('C');
		const lines = [line('1', 'C', 2)];
		await hub.take(placed('1', { hubStatus: 'shipped', location: 'loc-ist', lines }));
		expect(await out.push()).toEqual(everything);
		const adjust = (change: number) =>
			hub.ledger.adjustStock([
				{
					...{ seller: 'acme', sku: 'C', hub: 'istanbul' },
					...{ change, reason: 'moved', reference: null },
				},
			]);
		await adjust(5);
		expect(await out.push()).toEqual(['listing-C loc-ist: 3']);
		await adjust(-3);
		expect(await out.push()).toEqual(['listing-C loc-ist: 0']);
	});

	test('a location that another hub fills now shows what that one has, also where it was never counted', async () => {
		await out.push();
		const izmir = { code: 'izmir', name: 'İzmir', active: true, latitude: null, longitude: null };
		await hub.ledger.saveHub({ ...izmir, ...always });
		await count(4, 'A', 'izmir');
		await save({
			hubMap: [
				{ location: 'loc-ist', hub: 'izmir' },
				{ location: 'loc-ank', hub: 'ankara' },
			],
		});
		expect(await out.push()).toEqual(['listing-A loc-ist: 4', 'listing-B loc-ist: 0']);
	});

	test('every listing of a SKU is told of it', async () => {
		await out.push();
		await hub.ledger.importListings('ikas-tr', [{ id: 'second', sku: 'A', title: 'A again' }]);
		expect(await out.push()).toEqual(['second loc-ank: 10', 'second loc-ist: 10']);
		await count(7);
		expect(await out.push()).toEqual(['listing-A loc-ist: 7', 'second loc-ist: 7']);
	});

	test('what settings and orders change of a figure goes out as well', async () => {
		await out.push();
		await hub.take(placed('1', { location: 'loc-izm' }));
		expect(await out.push()).toEqual(['listing-A loc-ank: 8']);
		await save({ stockCap: 9 });
		expect(await out.push()).toEqual([
			'listing-A loc-ist: 9',
			'listing-B loc-ank: 9',
			'listing-B loc-ist: 9',
		]);
		await save({ stockBuffer: 1, stockCap: 8 });
		expect(await out.push()).toEqual([
			'listing-A loc-ank: 7',
			'listing-A loc-ist: 8',
			'listing-B loc-ank: 8',
			'listing-B loc-ist: 8',
		]);
		await save({ holdBack: false });
		expect(await out.push()).toEqual([
			'listing-A loc-ank: 10',
			'listing-A loc-ist: 10',
			'listing-B loc-ank: 10',
			'listing-B loc-ist: 10',
		]);
		const istanbul = { code: 'istanbul', name: 'İstanbul', latitude: null, longitude: null };
		await hub.ledger.saveHub({ ...istanbul, active: false, ...always });
		expect(await out.push()).toEqual(['listing-A loc-ist: 0', 'listing-B loc-ist: 0']);
	});

	test('a channel without locations is told one figure for all hubs', async () => {
		const hubMap = ['istanbul', 'ankara'].map((code) => ({ location: '', hub: code }));
		await save({ locations: [], hubMap, stockBuffer: 3 });
		expect(await out.push()).toEqual(['listing-A : 17', 'listing-B : 17']);
		await count(0);
		await out.push(refused);
		expect(await hub.ledger.getExceptions('ikas-tr', 5)).toMatchObject([
			{
				reference: 'listing-A',
				cause: 'ikas refused 7 as stock of SKU "A": unknown product.',
			},
		]);
		await save({ locations: [], hubMap });
		expect(await out.push()).toEqual(['listing-A : 10', 'listing-B : 20']);
		await count(10);
		expect(await out.push()).toEqual(['listing-A : 20']);
	});

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

	test('a run that died is taken over where its last rows were confirmed', async () => {
		const first = await out.handOut(undefined, 2);
		await out.answer(first);
		await out.handOut({ ...first.run, position: first.next }, 2);
		const run = await out.begin();
		expect(run.position).toBe(first.next);
		const { changes } = await out.handOut(run);
		expect(changes.map(({ listing }) => listing)).toEqual(['listing-B', 'listing-B']);
	});

	test('counts what became of the rows', async () => {
		const handed = await out.handOut();
		const [one, two, three, four] = handed.changes;
		if (!one || !two || !three || !four) throw new Error('expected four rows');
		const { counts } = await hub.ledger.confirmStock({
			...{ run: handed.run, next: null },
			receipts: [stored(one), refused(two), unsent(three), unsent(four)],
		});
		expect(counts).toEqual({ stored: 1, refused: 1, unsent: 2 });
		expect(await hub.sql('SELECT pages, updated, exceptions FROM sync_runs')).toEqual([
			{ pages: 1, updated: 1, exceptions: 1 },
		]);
	});
});
