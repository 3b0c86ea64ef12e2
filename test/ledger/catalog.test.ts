import type { Listing } from '../../domain/listing';
import type { SyncRun } from '../../ledger/syncShapes';
import { draft, engines, ikasStore, settings } from '../support/ledgers';
import { line, placed } from '../support/placed';
import { stockOut } from '../support/stockOut';

const listing = (id: string, sku: string | null = id, title = `Shirt ${id}`): Listing => ({
	...{ id, sku, title },
});

describe.each(engines)('the catalog of a store on $engine', ({ open }) => {
	const hub = ikasStore(open);
	const out = stockOut(hub);
	const begin = () => out.begin('catalog');

	/** A page under a run of its own, or under the one given. */
	async function read(listings: readonly Listing[], run?: SyncRun, next: string | null = null) {
		return await hub.ledger.importCatalog({ run: run ?? (await begin()), listings, next });
	}
	const known = async () =>
		(await hub.ledger.getListings({ store: 'ikas-tr', limit: 50 })).map(
			({ listing: id, sku, state }) => `${id} ${sku} ${state}`,
		);
	const catalog = async () =>
		(await hub.sql("SELECT sku FROM skus WHERE seller = 'acme' ORDER BY sku")).map(
			(row) => row.sku,
		);

	test('comes in page by page; valid SKUs enter the catalog, the others are listed with the reason', async () => {
		const run = await begin();
		const first = await read([listing('1', 'S'), listing('2', null)], run, '2');
		expect(first).toMatchObject({
			run: { pages: 1 },
			outcomes: [
				{ id: '1', outcome: 'created', reason: null },
				{ id: '2', outcome: 'skipped', reason: 'it has no SKU' },
			],
			counts: { created: 1, updated: 0, unchanged: 0, skipped: 1, exception: 0 },
			next: '2',
		});
		const ended = await hub.ledger.endSync(first.run, first.next);
		expect(ended).toMatchObject({ answer: 'continue', run: { position: '2' } });
		const last = await read([listing('3', ' M'), listing('4', 'A')], first.run);
		expect(last).toMatchObject({ counts: { created: 1, skipped: 1 }, next: null });
		expect(await hub.ledger.endSync(last.run, last.next)).toMatchObject({ answer: 'done' });
		expect(await catalog()).toEqual(['A', 'B', 'S']);
		expect(await hub.ledger.getListings({ store: 'ikas-tr', limit: 9 })).toMatchObject([
			{ listing: '1', title: 'Shirt 1', sku: 'S', channelSku: 'S', state: 'linked', reason: null },
			{ listing: '2', sku: null, channelSku: null, state: 'skipped', reason: 'it has no SKU' },
			{ listing: '3', channelSku: ' M', reason: 'it starts or ends with a space' },
			{ listing: '4', sku: 'A', byHand: false },
		]);
		expect(await hub.sql('SELECT pages, created, skipped, exceptions FROM sync_runs')).toEqual([
			{ pages: 2, created: 2, skipped: 2, exceptions: 0 },
		]);
		expect(await hub.ledger.getSyncSummary('ikas-tr', 'catalog')).toMatchObject({
			listings: { linked: 2, changed: 0, skipped: 2 },
		});
	});

	test('lists what could not be read, whether or not it says what it is', async () => {
		const run = await begin();
		const unreadable = [
			{ id: 'p1', reason: 'variants is null', raw: {} },
			{ id: null, reason: 'id is missing', raw: { name: 'Mug' } },
		];
		const stored = await hub.ledger.importCatalog({
			run,
			listings: [listing('1')],
			unreadable,
			next: null,
		});
		expect(stored.counts).toMatchObject({ created: 1, skipped: 2 });
		const filter = { store: 'ikas-tr', state: 'skipped', limit: 9 } as const;
		expect((await hub.ledger.getListings(filter)).map(({ reason }) => reason).sort()).toEqual([
			'id is missing',
			'variants is null',
		]);
	});

	test('forgets what was skipped once a whole walk did not meet it, and not before', async () => {
		const skipped = async () => (await known()).filter((row) => row.endsWith('skipped'));
		const walk = async (run: SyncRun, ...listings: readonly Listing[]) => {
			const stored = await read(listings, run);
			await hub.ledger.endSync(stored.run, stored.next);
			await hub.sql('UPDATE syncs SET due_at = 0');
		};
		await walk(await begin(), listing('1', null), listing('2', null));
		const died = await read([listing('1', null)], undefined, '2');
		expect(died.next).toBe('2');
		expect(await skipped()).toHaveLength(2);
		await walk(await begin(), listing('3'));
		expect(await skipped()).toEqual(['1 null skipped']);
		await walk(await begin(), listing('3'));
		expect(await skipped()).toEqual([]);
	});

	test('shows a run where it goes on, in a fresh execution as well', async () => {
		const first = await read([listing('1')], undefined, 'behind 1');
		expect(await hub.ledger.continueSync(first.run)).toMatchObject({
			run: { position: 'behind 1', pages: 0 },
		});
	});

	test('G3: a run killed between two pages is repeated from there, and doubles nothing', async () => {
		await read([listing('1'), listing('2', null)], undefined, '2');
		const again = await begin();
		expect(again.position).toBe('2');
		await read([listing('2', null), listing('3')], again);
		await read([listing('1'), listing('2', null), listing('3')]);
		expect(await known()).toEqual(['1 1 linked', '2 null skipped', '3 3 linked']);
		expect(await catalog()).toEqual(['1', '3', 'A', 'B']);
	});

	test('G4: a run that lost its lease stores nothing', async () => {
		const old = await begin();
		await begin();
		await expect(read([listing('1'), listing('2', null)], old, '2')).rejects.toThrow(
			/lost its lease/,
		);
		expect(await known()).toEqual([]);
		expect(await hub.sql("SELECT position FROM syncs WHERE kind = 'catalog'")).toEqual([
			{ position: null },
		]);
	});

	test('G2: a page is stored whole or not at all', async () => {
		const broken = [listing('1'), { ...listing('2'), title: null as unknown as string }];
		await expect(read(broken, undefined, '2')).rejects.toThrow();
		expect(await known()).toEqual([]);
		expect((await begin()).position).toBeNull();
	});

	test('read again says unchanged, and updated for another title', async () => {
		await read([listing('1'), listing('2')]);
		const { counts } = await read([listing('1'), listing('2', '2', 'Blouse')]);
		expect(counts).toMatchObject({ updated: 1, unchanged: 1 });
		expect(await hub.ledger.getListings({ store: 'ikas-tr', limit: 9 })).toMatchObject([
			{ title: 'Shirt 1' },
			{ title: 'Blouse' },
		]);
	});

	test('takes a listing that comes twice on a page once, as it comes last', async () => {
		const { counts } = await read([listing('1', 'S'), listing('1', 'M')]);
		expect(counts).toMatchObject({ created: 1, unchanged: 1, exception: 0 });
		expect(await known()).toEqual(['1 M linked']);
	});

	test('lists a skipped one no longer once its SKU is valid', async () => {
		await read([listing('1', null)]);
		const { outcomes } = await read([listing('1', 'S')]);
		expect(outcomes).toEqual([{ id: '1', outcome: 'created', reason: null }]);
		expect(await known()).toEqual(['1 S linked']);
	});

	test('shows two listings of a SKU the same stock', async () => {
		await read([listing('1', 'A'), listing('2', 'A')]);
		await out.count(7, 'A', 'ankara');
		expect(await out.push()).toEqual([
			'1 loc-ank: 7',
			'1 loc-ist: 10',
			'2 loc-ank: 7',
			'2 loc-ist: 10',
		]);
	});

	test('inventory goes out only for SKUs in the master catalog', async () => {
		await read([listing('1', 'A'), listing('2', null), listing('3', 'B '), listing('4', 'new')]);
		expect(await out.push()).toEqual(['1 loc-ank: 10', '1 loc-ist: 10']);
		await out.count(3, 'new');
		expect(await out.push()).toEqual(['4 loc-ist: 3']);
		const listed = await hub.sql(
			`SELECT g.sku FROM listings g LEFT JOIN skus s ON s.seller = 'acme' AND s.sku = g.sku WHERE s.sku IS NULL`,
		);
		expect(listed).toEqual([]);
	});

	test('takes up the orders that waited for one of its SKUs, or for one of its listings', async () => {
		await hub.take(
			placed('1', { lines: [line('1', 'S')] }),
			placed('2', { lines: [{ ...line('1', null), listing: 'two' }] }),
		);
		await hub.route();
		expect(await hub.order('2')).toMatchObject({ holdReason: 'sku_not_valid' });
		await read([listing('one', 'S'), listing('two', 'A')]);
		await hub.route();
		expect(await hub.order('1')).toMatchObject({ holdReason: 'inventory_not_present' });
		expect(await hub.order('2')).toMatchObject({ status: 'new_order' });
	});

	test('is not read while Catalog Sync is off', async () => {
		await hub.ledger.saveStore(draft({ settings: settings({ catalogSync: false }) }));
		expect(await hub.ledger.beginSync('ikas-tr', 'catalog')).toMatchObject({ answer: 'off' });
	});

	test('is listed by state, by SKU, by what it contains, and chunk by chunk', async () => {
		await read([listing('p1/v1', 'A'), listing('p1/v2', 'B'), listing('p2/v1', null, '100% wool')]);
		const of = async (filter: object) =>
			(await hub.ledger.getListings({ store: 'ikas-tr', limit: 9, ...filter })).map(
				({ listing: id }) => id,
			);
		expect(await of({ state: 'skipped' })).toEqual(['p2/v1']);
		expect(await of({ state: 'linked' })).toEqual(['p1/v1', 'p1/v2']);
		expect(await of({ sku: 'B' })).toEqual(['p1/v2']);
		expect(await of({ search: '100% W' })).toEqual(['p2/v1']);
		expect(await of({ search: '_' })).toEqual([]);
		expect(await of({ limit: 1, after: 'p1/v1' })).toEqual(['p1/v2']);
		await expect(of({ store: 'elsewhere' })).rejects.toThrow(/no store/);
	});
});
