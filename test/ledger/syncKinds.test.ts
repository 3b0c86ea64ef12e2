import type { StoreSettings } from '../../domain/store';
import type { SyncKind, SyncRun } from '../../ledger/syncShapes';
import { begun, draft, engines, ikasStore, page, settings } from '../support/ledgers';
import { placed } from '../support/placed';

describe.each(engines)('kinds of sync on $engine', ({ open }) => {
	const hub = ikasStore(open);

	const save = (change: Partial<StoreSettings>) =>
		hub.ledger.saveStore(draft({ settings: settings(change) }));
	const begin = (kind: SyncKind) => hub.ledger.beginSync('ikas-tr', kind);
	const end = (run: SyncRun) => hub.ledger.endSync(run, null);
	const endOrders = async () => {
		const run = await begun(hub.ledger, 'orders');
		await end((await hub.ledger.importPage(page(run))).run);
	};
	/** Minutes until the kind is due again, after a run that ended at once. */
	const interval = async (kind: SyncKind) => {
		await end(await begun(hub.ledger, kind));
		const [row] = await hub.sql('SELECT due_at - {now} AS ms FROM syncs WHERE kind = ?', kind);
		return Math.round(Number(row?.ms) / 60_000);
	};

	test.each([
		['orders', { orderSync: false }, /Order Sync is switched off/],
		['inventory', { inventorySync: false }, /Inventory Sync is switched off/],
		['drift', { inventorySync: false }, /Inventory Sync is switched off/],
		['catalog', { catalogSync: false }, /Catalog Sync is switched off/],
		['reconcile', { orderSync: false }, /Order Sync is switched off/],
	] as const)('%s is off with %p', async (kind, change, why) => {
		await endOrders();
		await save(change);
		expect(await begin(kind)).toMatchObject({ answer: 'off', why: expect.stringMatching(why) });
	});

	const oms = { code: 'shopify', channel: 'shopify', account: 'lale.myshopify.com' };
	const saveOms = (change: Partial<StoreSettings> = {}) =>
		hub.ledger.saveStore(draft({ ...oms, settings: settings({ stockMaster: true, ...change }) }));

	test.each(['orders', 'inventory', 'reconcile', 'drift'] as const)(
		'%s is off for an OMS, whatever is switched on',
		async (kind) => {
			await saveOms();
			expect(await hub.ledger.beginSync('shopify', kind)).toMatchObject({
				answer: 'off',
				why: expect.stringMatching(/is the stock master of its hubs, so nothing is sold there/),
			});
		},
	);

	test.each(['fulfilments', 'stock'] as const)('%s is for an OMS only', async (kind) => {
		expect(await begin(kind)).toMatchObject({
			answer: 'off',
			why: expect.stringMatching(/^Only a store that is the stock master of its hubs has it/),
		});
		await saveOms();
		expect(await hub.ledger.beginSync('shopify', kind)).toMatchObject({ answer: 'run' });
	});

	test.each([
		['fulfilments', { orderSync: false }, /Order Sync is switched off/],
		['stock', { inventorySync: false }, /Inventory Sync is switched off/],
		['catalog', { catalogSync: false }, /Catalog Sync is switched off/],
	] as const)('%s of an OMS is off with %p', async (kind, change, why) => {
		await saveOms(change);
		expect(await hub.ledger.beginSync('shopify', kind)).toMatchObject({
			answer: 'off',
			why: expect.stringMatching(why),
		});
	});

	test.each([
		['fulfilments', 3, 10],
		['stock', 7, 0],
	] as const)('%s is due again after %p minutes and looks back %p', async (kind, minutes, back) => {
		await saveOms({ intervalMinutes: 3, inventoryIntervalMinutes: 7 });
		const run = await begun(hub.ledger, kind, 'shopify');
		expect(run.overlapMinutes).toBe(back);
		await end(run);
		const [row] = await hub.sql('SELECT due_at - {now} AS ms FROM syncs WHERE kind = ?', kind);
		expect(Math.round(Number(row?.ms) / 60_000)).toBe(minutes);
	});

	test('inventory goes out also while no orders come in, and orders come in while no inventory goes out', async () => {
		await save({ orderSync: false });
		expect(await begin('inventory')).toMatchObject({ answer: 'run' });
		await save({ inventorySync: false });
		expect(await begin('orders')).toMatchObject({ answer: 'run' });
	});

	test('reconcile waits until the order sync has come to its end once', async () => {
		const run = await begun(hub.ledger);
		await hub.ledger.importPage(page(run, { next: 'second page' }));
		expect(await begin('reconcile')).toMatchObject({
			answer: 'off',
			why: expect.stringMatching(/has not come to its end once/),
		});
		await hub.ledger.importPage(page(run));
		expect(await begin('reconcile')).toMatchObject({ answer: 'run' });
	});

	test('reconcile looks back from where the order sync stands', async () => {
		await endOrders();
		await save({ lookBackHours: 6 });
		expect(await begun(hub.ledger, 'reconcile')).toMatchObject({
			watermark: '2026-03-02T11:00:00.000Z',
			overlapMinutes: 360,
			position: null,
		});
	});

	test('a reconcile that died begins anew, so that its counts are of one walk', async () => {
		await endOrders();
		const run = await begun(hub.ledger, 'reconcile');
		await hub.ledger.importPage(
			page(run, { next: 'second page', watermark: '2026-03-02T12:00:00.000Z' }),
		);
		expect(await hub.ledger.continueSync(run)).toMatchObject({
			run: { position: 'second page', watermark: '2026-03-02T11:00:00.000Z' },
		});
		await hub.sql('UPDATE syncs SET lease_until = 1');
		const anew = await begun(hub.ledger, 'reconcile');
		expect(anew.position).toBeNull();
		expect(await hub.ledger.continueSync(anew)).toMatchObject({ run: { position: null } });
	});

	test.each([
		['orders', 3],
		['inventory', 7],
		['reconcile', 60],
		['drift', 60],
		['catalog', 90],
	] as const)('%s is due again after its own interval', async (kind, minutes) => {
		await endOrders();
		await hub.sql('UPDATE syncs SET due_at = 0');
		await save({ intervalMinutes: 3, inventoryIntervalMinutes: 7, catalogIntervalMinutes: 90 });
		expect(await interval(kind)).toBe(minutes);
	});

	test('each kind has its own lease, fence, cursor and failures', async () => {
		await endOrders();
		await hub.sql('UPDATE syncs SET due_at = 0');
		const runs = await Promise.all(
			(['orders', 'inventory', 'reconcile', 'drift'] as const).map((kind) =>
				begun(hub.ledger, kind),
			),
		);
		expect(runs.map(({ fence }) => fence)).toEqual([2, 1, 1, 1]);
		const [, inventory, , drift] = runs;
		if (inventory === undefined || drift === undefined) throw new Error('expected four runs');
		await hub.ledger.confirmStock({ run: inventory, receipts: [], next: 'further' });
		await hub.ledger.failSync(drift, { kind: 'unavailable', message: 'gone', retryAfterMs: null });
		expect(await hub.sql('SELECT kind, position, failures FROM syncs ORDER BY kind')).toEqual([
			{ kind: 'drift', position: null, failures: 1 },
			{ kind: 'inventory', position: 'further', failures: 0 },
			{ kind: 'orders', position: null, failures: 0 },
			{ kind: 'reconcile', position: null, failures: 0 },
		]);
	});

	test('a kind that fails waits from its own interval on', async () => {
		const run = await begun(hub.ledger, 'drift');
		const failure = { kind: 'unavailable', message: 'gone', retryAfterMs: null };
		const { dueAt } = await hub.ledger.failSync(run, failure);
		expect(Math.round((Date.parse(dueAt) - Date.now()) / 60_000)).toBe(60);
	});

	test('the summary is of one kind', async () => {
		await hub.take(placed('1'));
		const failure = { kind: 'unavailable', message: 'ikas did not answer', retryAfterMs: null };
		await hub.ledger.failSync(await begun(hub.ledger, 'inventory'), failure);
		await begun(hub.ledger, 'drift');
		const summary = (kind: SyncKind) => hub.ledger.getSyncSummary('ikas-tr', kind);
		expect(await summary('inventory')).toMatchObject({
			...{ kind: 'inventory', state: 'idle', lastError: 'ikas did not answer' },
			orders: { created: 1 },
		});
		expect(await summary('drift')).toMatchObject({ state: 'running', lastError: null });
		expect(await summary('orders')).toMatchObject({ state: 'idle', dueAt: null });
	});

	test('a run that stopped without an end is the last failure, until one ends well', async () => {
		const lost = await begun(hub.ledger, 'inventory');
		await hub.sql('UPDATE syncs SET lease_until = 1');
		const run = await begun(hub.ledger, 'inventory');
		const lastError = async () =>
			(await hub.ledger.getSyncSummary('ikas-tr', 'inventory')).lastError;
		expect(await lastError()).toBe(
			`Run ${lost.id} stopped without an end and was taken over. Look for the failed execution in n8n: the node that stopped there says why.`,
		);
		await end(run);
		expect(await lastError()).toBeNull();
	});
});
