import type { SyncKind } from '../../ledger/syncShapes';
import { begun, page, type OpenLedger } from './ledgers';
import { cancelled, line, placed, revised } from './placed';
import { asItIs, returnDraft, whole } from './returning';
import { stored } from './stockOut';
import { failure, tracked } from './telling';

const store = 'ikas-tr';
const goods = [line('1', 'A', 2), line('2', 'B')];
const order = (id: string) => placed(id, { location: 'loc-ist', lines: goods });
const limit = 50;

/** What is done with a hub every day, each at least once: by its workflows, and by people who look and act. */
export async function workingDay(hub: OpenLedger): Promise<void> {
	await sellOrders(hub);
	await moveOrders(hub);
	await tellStock(hub);
	await compare(hub);
	await look(hub);
}

async function runOf({ ledger, sql }: OpenLedger, kind: SyncKind) {
	await sql('UPDATE syncs SET due_at = 0, run_id = NULL WHERE kind = ?', kind);
	return await begun(ledger, kind);
}

async function sellOrders(hub: OpenLedger): Promise<void> {
	const { ledger } = hub;
	const run = await runOf(hub, 'orders');
	const fresh = ['1', '2', '3', '4'].map(order);
	const unreadable = [{ id: 'bad', reason: 'no lines', raw: {} }];
	const parked = placed('parked', { hubStatus: null, statuses: ['odd'] });
	await ledger.importPage(page(run, { orders: [...fresh, parked], unreadable, next: 'p2' }));
	await ledger.routeWaiting(store, limit);
	const edited = revised(order('1'), 5, { lines: [line('1', 'A', 1)] });
	await ledger.importPage(
		page(run, { orders: [edited, cancelled(order('2'), 9), ...fresh.slice(2)] }),
	);
	await ledger.endSync(run, null);
	await ledger.importOrders(store, [
		{ ...order('left'), statuses: ['package:FULFILLED'], hubStatus: 'shipped' },
		placed('large', { lines: [line('1', 'A', 900)] }),
	]);
	await ledger.routeWaiting(store, limit);
	await ledger.cancelOverdue(store, limit);
	await ledger.importListings(store, [{ id: 'listing-A', sku: 'A', title: 'A' }]);
	await ledger.linkListings(store, [{ listing: 'listing-A', sku: 'B' }]);
	await ledger.unlinkListings(store, ['listing-A']);
	await ledger.routeWaiting(store, limit);
}

async function moveOrders({ ledger }: OpenLedger): Promise<void> {
	for (const status of ['packed', 'shipped', 'delivered'] as const) {
		await ledger.changeStatus(store, '3', status);
	}
	await ledger.setTracking(store, '3', tracked('T1'));
	for (const claim of await ledger.claimUpdates(store, limit)) {
		await ledger.holdUpdate(claim);
		if (claim.update.number === 'N3') await ledger.completeUpdate(claim, 'told');
		else await ledger.failUpdate(claim, failure('rejected'));
	}
	await ledger.changeStatus(store, '4', 'on_hold');
	await ledger.releaseOrder(store, '4');
	await ledger.assignHub(store, '4', 'ankara');
	const { code } = await ledger.requestReturn(returnDraft({ order: '3' }));
	await ledger.approveReturn(code, whole);
	await ledger.orderReturn(code, asItIs);
	await ledger.receiveReturn(code);
	await ledger.checkReturn(code, [{ line: '1', passed: 2, failed: 0, restock: true }]);
	await ledger.createManifest({
		...{ store, hub: 'ankara', provider: null, code: 'M1', reuseOpen: false },
	});
	await ledger.changeStatus(store, '4', 'packed');
	await ledger.addToManifest('M1', ['4']);
	await ledger.closeManifest('M1', 'ops');
}

async function tellStock(hub: OpenLedger): Promise<void> {
	const { ledger } = hub;
	const place = { seller: 'acme', sku: 'A', hub: 'istanbul' };
	await ledger.setStock([{ ...place, onHand: 40, asOf: '2026-03-02T10:00:00.000Z' }]);
	await ledger.adjustStock([{ ...place, change: 1_000, reason: 'came', reference: 'po-1' }]);
	const run = await runOf(hub, 'inventory');
	const { changes } = await ledger.getStockChanges(run, limit);
	await ledger.confirmStock({ run, receipts: changes.map(stored), next: null });
	await ledger.endSync(run, null);
	const drift = await runOf(hub, 'drift');
	await ledger.compareStock({ run: drift, levels: changes.map(stored), next: null });
	await ledger.getAvailability(store, ['A', 'B']);
	await ledger.getStock('acme', 'A');
	await ledger.getDrift(store, limit);
}

async function compare(hub: OpenLedger): Promise<void> {
	const { ledger } = hub;
	const references = ['1', '2', 'none'].map((id) => ({ id, revisedAt: null }));
	const run = await runOf(hub, 'reconcile');
	await ledger.compareReferences({ run, references, next: null, watermark: run.connectedAt });
	await ledger.newsAmong(store, references);
	await ledger.openOrders(store, { after: '', placedBefore: '2027-01-01T00:00:00.000Z', limit });
	await ledger.askOrders(store, ['1']);
	await ledger.claimAskedOrders(store, limit);
	const every = { stores: [], types: [], limit };
	await ledger.claimEvents('trigger', every);
	await ledger.importOrders(store, [order('5')]);
	const events = await ledger.claimEvents('trigger', every);
	await ledger.acknowledgeEvents(
		'trigger',
		events.map(({ id }) => id),
	);
	await ledger.getEvents(every);
}

async function look({ ledger }: OpenLedger): Promise<void> {
	await ledger.getSyncSummary(store, 'orders');
	await ledger.glanceAtStores(24);
	await ledger.getStoreStanding(store, 24);
	for (const filter of [{ limit }, { store, limit }]) {
		await ledger.getExceptionQueue(filter);
		await ledger.getHoldQueue(filter);
		await ledger.getParkedQueue(filter);
		await ledger.getUpdateQueue(filter);
		await ledger.getReturnQueue(filter);
	}
	await ledger.getOrder(store, '1');
	await ledger.getOrderLog(store, '1', limit);
	await ledger.getOrders({ store, limit });
	await ledger.getOrders({ store, number: 'N1', limit });
	await ledger.getOrders({ store, status: 'new_order', limit });
	await ledger.getOrders({ store, holdReason: 'inventory_not_present', limit });
	await ledger.getOrders({ store, hub: 'istanbul', limit });
	await ledger.getParcels({ hub: 'istanbul', limit });
	await ledger.getParcels({ hub: 'istanbul', status: 'delivered', limit });
	await ledger.getUpdates({ store, limit });
	await ledger.getUpdates({ store, state: 'done', limit });
	await ledger.getUpdates({ store, order: '3', limit });
	await ledger.getReturns({ store, limit });
	await ledger.getInvoices({ store, order: '3', limit });
	await ledger.getExceptions(store, limit);
	await ledger.getParked(store, limit);
	await ledger.getListings({ store, limit });
	await ledger.getReconciled(store, limit);
}
