import type { OmsLevel } from '../../domain/oms';
import type { StockRead } from '../../ledger/omsShapes';
import { engines, ikasStore } from '../support/ledgers';
import { furnishOms, level, omsDraft, omsListing } from '../support/oms';
import { line, placed } from '../support/placed';
import { stockOut } from '../support/stockOut';

describe.each(engines)('stock of an OMS on $engine', ({ open }) => {
	const hub = ikasStore(open);
	const out = stockOut(hub);
	beforeEach(() => furnishOms(hub.ledger));

	const begin = () => out.begin('stock', 'oms');
	const read = async (
		levels: readonly OmsLevel[],
		change: Partial<StockRead> = {},
	): Promise<Awaited<ReturnType<typeof hub.ledger.importStock>>> =>
		await hub.ledger.importStock({
			...{ run: change.run ?? (await begin()), levels, tookMs: 0, next: null },
			...change,
		});
	/** A walk of the given pages. */
	async function walk(...pages: readonly (readonly OmsLevel[])[]) {
		let run = await begin();
		for (const [at, levels] of pages.entries()) {
			const next = at === pages.length - 1 ? null : `page ${at + 1}`;
			const stored = await read(levels, { run, next });
			const ended = await hub.ledger.endSync(stored.run, stored.next);
			run = ended.run;
		}
	}
	const stock = async () =>
		(await hub.sql('SELECT hub, sku, on_hand FROM stock ORDER BY sku, hub')).map(
			({ hub: code, sku, on_hand }) => `${code} ${sku}: ${on_hand}`,
		);
	const catalog = async () => {
		const run = await out.begin('catalog', 'oms');
		const stored = await hub.ledger.importCatalog({
			run,
			listings: ['A', 'B'].map(omsListing),
			next: null,
		});
		await hub.ledger.endSync(stored.run, null);
	};
	const both = [level('A', 7), level('A', 4, 'oms-ank'), level('B', 10), level('B', 9, 'oms-ank')];

	test('is what is there from then on, by listing and location, and only what differs is written', async () => {
		const { counts, run, next } = await read([
			...both,
			level('A', 3, 'oms-nowhere'),
			level('Z', 5),
		]);
		expect([counts, run.pages, next]).toEqual([{ changed: 3, unchanged: 1, skipped: 2 }, 1, null]);
		expect(await stock()).toEqual([
			'ankara A: 4',
			'istanbul A: 7',
			'ankara B: 9',
			'istanbul B: 10',
		]);
		expect(
			await hub.sql("SELECT updated, unchanged, skipped FROM sync_runs WHERE kind = 'stock'"),
		).toEqual([{ updated: 3, unchanged: 1, skipped: 2 }]);
		const before = await hub.sql('SELECT sku, hub, counted_at FROM stock ORDER BY sku, hub');
		expect((await read(both)).counts).toEqual({ changed: 0, unchanged: 4, skipped: 0 });
		expect(await hub.sql('SELECT sku, hub, counted_at FROM stock ORDER BY sku, hub')).toEqual(
			before,
		);
	});

	test('below zero counts as none, and the first figure of a place is one also when it is none', async () => {
		await hub.ledger.importListings('oms', [omsListing('C')]);
		await read([level('A', -3), level('C', 0)]);
		expect(await stock()).toContain('istanbul A: 0');
		expect(await stock()).toContain('istanbul C: 0');
		expect(await hub.sql("SELECT counted_at FROM stock WHERE sku = 'C'")).toEqual([
			{ counted_at: expect.any(Number) },
		]);
	});

	test('what has moved since the OMS was asked is applied again', async () => {
		await hub.sql(
			`INSERT INTO movements (seller, sku, hub, kind, change, at) VALUES
			('acme', 'A', 'istanbul', 'handed_over', -2, {now} - 5000), ('acme', 'B', 'istanbul', 'shipped', -2, {now} - 60000)`,
		);
		await hub.sql('UPDATE stock SET counted_at = {now} - 90000');
		await read([level('A', 7), level('B', 7)], { tookMs: 20_000 });
		expect(await stock()).toEqual([
			'ankara A: 10',
			'istanbul A: 5',
			'ankara B: 10',
			'istanbul B: 7',
		]);
		expect((await read([level('A', 7)], { tookMs: 10_000 })).counts.changed).toBe(0);
		expect((await read([level('A', 7)], { tookMs: 40_000 })).counts.changed).toBe(0);
	});

	test('what was counted since the OMS was asked stays', async () => {
		await read([level('A', 7)]);
		expect((await read([level('A', 9)], { tookMs: 60_000 })).counts).toMatchObject({
			unchanged: 1,
		});
		expect(await stock()).toContain('istanbul A: 7');
	});

	test('G6: who was held for it gets what arrives, and who holds what is gone gives way', async () => {
		await read([level('A', 0), level('A', 0, 'oms-ank')]);
		await hub.take(placed('1'), placed('2', { placedAt: '2026-03-02T10:05:00.000Z' }));
		await hub.route();
		await read([level('A', 4)]);
		expect([(await hub.order('1')).status, (await hub.order('2')).status]).toEqual([
			'new_order',
			'new_order',
		]);
		await read([level('A', 2)]);
		expect((await hub.order('2')).holdReason).toBe('inventory_not_present');
		expect(await hub.reserved()).toEqual({ 'istanbul A': 2 });
	});

	test('G4: a run that lost its lease stores nothing, and the cursor moves with the page', async () => {
		const old = await begin();
		const run = await begin();
		await expect(read(both, { run: old })).rejects.toThrow(/lost its lease/);
		expect(await stock()).toContain('istanbul A: 10');
		await read(both, { run, next: 'page 2' });
		expect(await hub.sql("SELECT position FROM syncs WHERE kind = 'stock'")).toEqual([
			{ position: 'page 2' },
		]);
		expect((await begin()).position).toBe('page 2');
	});

	test('a time that cannot be is refused', async () => {
		await expect(read(both, { tookMs: Number.NaN })).rejects.toThrow(/said to have taken NaN ms/);
	});

	test('a hub that the OMS lost while it was read is left as it is', async () => {
		const run = await begin();
		await hub.ledger.saveStore(
			omsDraft({ hubMap: [{ location: 'oms-ist', hub: 'istanbul' }], stockMaster: false }),
		);
		expect((await read(both, { run })).counts).toMatchObject({ changed: 0, skipped: 4 });
		expect(await stock()).toContain('istanbul A: 10');
	});

	test('a listing on which the OMS writes another SKU by now says nothing until a person has decided', async () => {
		await hub.ledger.importListings('oms', [{ ...omsListing('A'), sku: 'A2' }]);
		expect((await read([level('A', 7)])).counts.skipped).toBe(1);
		await hub.ledger.linkListings('oms', [{ listing: 'oms-A', sku: 'A' }]);
		expect((await read([level('A', 7)])).counts.changed).toBe(1);
	});

	test('two listings that a person linked to one SKU say nothing of it', async () => {
		await hub.ledger.linkListings('oms', [{ listing: 'oms-B', sku: 'A' }]);
		expect((await read([level('A', 7), level('B', 3)])).counts.skipped).toBe(2);
		expect(await stock()).toContain('istanbul A: 10');
	});

	describe('what a whole walk has not shown', () => {
		beforeEach(catalog);

		test('is none from then on, also of a SKU that the OMS never had', async () => {
			await walk([level('A', 7)], [level('A', 4, 'oms-ank'), level('B', 6)]);
			expect(await stock()).toEqual([
				'ankara A: 4',
				'istanbul A: 7',
				'ankara B: 0',
				'istanbul B: 6',
			]);
			await walk([level('A', 7)], [level('A', 4, 'oms-ank')]);
			expect(await stock()).toContain('istanbul B: 0');
			expect(await hub.sql('SELECT * FROM stock_pages')).toEqual([]);
		});

		test('stays while the walk is not at its end, and what a run before it had shown counts', async () => {
			await read([level('A', 7), level('A', 4, 'oms-ank')], { next: 'page 1' });
			expect(await stock()).toContain('istanbul B: 10');
			const { counts } = await read([level('B', 10)]);
			expect(counts).toEqual({ changed: 1, unchanged: 1, skipped: 0 });
			expect(await stock()).toEqual([
				'ankara A: 4',
				'istanbul A: 7',
				'ankara B: 0',
				'istanbul B: 10',
			]);
		});

		test('a walk that began anew has not shown what the one before did', async () => {
			await read([level('A', 7)], { next: 'page 1' });
			await hub.sql("UPDATE syncs SET position = NULL WHERE kind = 'stock'");
			await walk([level('B', 10), level('B', 10, 'oms-ank')]);
			expect(await stock()).toEqual([
				'ankara A: 0',
				'istanbul A: 0',
				'ankara B: 10',
				'istanbul B: 10',
			]);
		});

		test('stays when a walk shows nothing at all', async () => {
			await walk([], []);
			expect(await stock()).toContain('istanbul A: 10');
		});

		test('stays when the settings have changed on the way', async () => {
			await read([level('A', 7)], { next: 'page 1' });
			await hub.ledger.saveStore(omsDraft({ overlapMinutes: 20 }));
			await read([level('B', 10)]);
			expect(await stock()).toContain('ankara A: 10');
		});

		test('counts as shown when the catalog has come to know its listing since', async () => {
			await hub.sql("DELETE FROM listings WHERE listing = 'oms-A'");
			await read([level('A', 7), level('B', 10)], { next: 'page 1' });
			await catalog();
			await read([level('B', 10, 'oms-ank')]);
			expect(await stock()).toContain('istanbul A: 10');
		});

		test('takes back what orders hold of it', async () => {
			await hub.take(placed('1', { location: 'loc-ank', lines: [line('1', 'B', 2)] }));
			await hub.route();
			await walk([level('A', 7), level('A', 7, 'oms-ank')]);
			expect(await hub.order('1')).toMatchObject({ holdReason: 'inventory_not_present' });
		});
	});

	test('nothing is taken for gone before the catalog was read once, where it is to be read', async () => {
		await walk([level('A', 7)]);
		expect(await stock()).toContain('istanbul B: 10');
		await hub.ledger.saveStore(omsDraft({ catalogSync: false }));
		await walk([level('A', 7)]);
		expect(await stock()).toContain('istanbul B: 0');
	});

	test('many levels come in with one page, and others have their turn meanwhile', async () => {
		const skus = Array.from({ length: 1_600 }, (_, at) => `S${at}`);
		await hub.ledger.importListings('oms', skus.map(omsListing));
		let turns = 0;
		const counting = setInterval(() => void turns++, 0).unref();
		const levels = skus.map((sku, at) => level(sku, at));
		const { counts } = await read(levels);
		clearInterval(counting);
		expect(counts).toEqual({ changed: 1_600, unchanged: 0, skipped: 0 });
		expect(turns).toBeGreaterThan(2);
		expect((await hub.ledger.getStock('acme', 'S1599')).map(({ onHand }) => onHand)).toEqual([
			1_599,
		]);
	});

	test('a page that was cut off is stored again, and doubles nothing', async () => {
		const skus = Array.from({ length: 700 }, (_, at) => `S${at}`);
		await hub.ledger.importListings('oms', skus.map(omsListing));
		const levels = skus.map((sku) => level(sku, 5));
		const broken = levels.with(-1, level('S699', Number.NaN));
		const count = "SELECT COUNT(*) AS n FROM stock WHERE sku LIKE 'S%' AND on_hand = 5";
		await expect(read(broken, { next: 'page 1' })).rejects.toThrow();
		expect(await hub.sql(count)).toEqual([{ n: 500 }]);
		expect((await begin()).position).toBeNull();
		expect((await read(levels)).counts).toEqual({ changed: 200, unchanged: 500, skipped: 0 });
		expect(await hub.sql(count)).toEqual([{ n: 700 }]);
	});
});
