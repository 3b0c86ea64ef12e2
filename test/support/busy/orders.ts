import type { HubStatus } from '../../../domain/hubStatus';
import type { MappedOrder } from '../../../domain/order';
import { page } from '../ledgers';
import { line, placed } from '../placed';
import { tracked } from '../telling';
import type { Chance } from '../chance';
import { hubs, saveMap, skus, stores, type StoreCode, type Worker, type World } from './world';

const statuses: Readonly<Record<string, readonly string[]>> = {
	new_order: ['payment:PAID'],
	on_hold: ['status:ON_HOLD'],
	shipped: ['package:FULFILLED'],
	cancelled: ['status:CANCELLED'],
};

/** As the channel has it once it says so; null for what no map knows. */
const said = (hubStatus: HubStatus | null) => ({
	hubStatus,
	statuses: statuses[hubStatus ?? ''] ?? ['status:DRAFT'],
});

const later = (world: World) =>
	new Date(Date.parse('2026-03-03T00:00:00.000Z') + 1_000 * ++world.time).toISOString();

const lines = (luck: Chance) =>
	skus
		.slice(0, 1 + luck.below(skus.length))
		.map((sku, at) => line(`${at}`, luck.isOneIn(6) ? 'B' : sku, 1 + luck.below(3)));

const hour = (luck: Chance) => `2026-03-02T1${luck.below(10)}:00:00.000Z`;

function place({ luck }: Worker, world: World, store: StoreCode) {
	const order = placed(`o${world.orders.length}`, {
		...said(luck.isOneIn(8) ? null : luck.isOneIn(10) ? 'shipped' : 'new_order'),
		placedAt: hour(luck),
		revisedAt: later(world),
		location: luck.isOneIn(4) ? luck.of(['loc-ist', 'loc-ank']) : null,
		lines: lines(luck),
	});
	world.orders.push({ store, revisions: [order] });
	return order;
}

/** The last orders: the fewer there are, the more often two workers meet. */
const latest = ({ orders }: World, store?: StoreCode) =>
	orders.filter((one) => store === undefined || one.store === store).slice(-8);

const anyId = ({ luck }: Worker, world: World) => {
	const known = latest(world);
	if (known.length === 0) return [stores[0].code, 'not yet placed'] as const;
	const { store, revisions } = luck.of(known);
	return [store, revisions[0]?.id ?? ''] as const;
};

const edits: readonly ((luck: Chance, last: MappedOrder) => Partial<MappedOrder>)[] = [
	(luck) => ({ lines: lines(luck) }),
	(luck) => ({ lines: lines(luck) }),
	(luck, last) => ({ lines: last.lines.map((one) => ({ ...one, cancelled: luck.below(2) })) }),
	() => said('new_order'),
	() => said('new_order'),
	() => said('on_hold'),
	(luck) => ({ ...said('on_hold'), lines: lines(luck) }),
	(luck) => (luck.isOneIn(3) ? said('cancelled') : {}),
	(luck) => (luck.isOneIn(3) ? said('shipped') : {}),
	(luck) => (luck.isOneIn(3) ? { ...said('shipped'), lines: lines(luck) } : {}),
];

/** A revision of the order: mostly a new one, else one that others may have brought before. */
function revise({ luck }: Worker, world: World, { revisions }: World['orders'][number]) {
	const last = revisions.at(-1) ?? placed('none');
	if (luck.isOneIn(4)) return luck.of(revisions.slice(-3));
	const revision = { ...last, revisedAt: later(world), ...luck.of(edits)(luck, last) };
	revisions.push(revision);
	return revision;
}

/** A page of one store: new orders and revisions, the same order perhaps twice. */
function anyPage(worker: Worker, world: World) {
	const { luck } = worker;
	const store = luck.of(stores).code;
	const orders = Array.from({ length: 1 + luck.below(3) }, () => {
		const known = latest(world, store);
		const isNew = known.length < 2 || luck.isOneIn(3);
		return isNew ? place(worker, world, store) : revise(worker, world, luck.of(known));
	});
	return { store, orders };
}

const steps = ['picked', 'packed', 'shipped', 'delivered', 'new_order', 'hub_assigned'] as const;

/** What importers, routers, the warehouse and people do to orders. */
export const toOrders = {
	take(worker, world) {
		const { store, orders } = anyPage(worker, world);
		return worker.ledger.importOrders(store, orders);
	},
	async sync(worker, world) {
		const { store, orders } = anyPage(worker, world);
		await world.sql("UPDATE syncs SET due_at = 0 WHERE kind = 'orders'");
		const answer = await worker.ledger.beginSync(store, 'orders');
		if (answer.answer !== 'run') return await worker.ledger.importOrders(store, orders);
		const { run } = await worker.ledger.importPage(page(answer.run, { orders }));
		return await worker.ledger.endSync(run, null);
	},
	route: ({ ledger, luck }) => ledger.routeWaiting(luck.of(stores).code, 1 + luck.below(10)),
	async advance(worker, world) {
		const [store, id] = anyId(worker, world);
		const { parcels } = await worker.ledger.getOrder(store, id);
		const only = worker.luck.isOneIn(3) && parcels.length > 0;
		const parcel = only ? { parcel: worker.luck.of(parcels).parcel } : {};
		return await worker.ledger.changeStatus(store, id, worker.luck.of(steps), parcel);
	},
	track: (worker, world) =>
		worker.ledger.setTracking(...anyId(worker, world), tracked(`T${worker.luck.below(3)}`)),
	hold: (worker, world) => worker.ledger.changeStatus(...anyId(worker, world), 'on_hold'),
	resume: (worker, world) => worker.ledger.changeStatus(...anyId(worker, world), 'created'),
	cancel: (worker, world) => worker.ledger.changeStatus(...anyId(worker, world), 'cancelled'),
	release: (worker, world) => worker.ledger.releaseOrder(...anyId(worker, world)),
	assign: (worker, world) => worker.ledger.assignHub(...anyId(worker, world), worker.luck.of(hubs)),
	map: ({ ledger, luck }) => saveMap(ledger, luck.of(stores), luck.below(3)),
	async door({ ledger, luck }) {
		const hub = luck.of(await ledger.getHubs());
		return await ledger.saveHub({ ...hub, active: !hub.active || luck.isOneIn(4) });
	},
	reroute: ({ ledger, luck }) => ledger.rerouteHub(luck.of(hubs), 1 + luck.below(5)),
} as const satisfies Record<string, (worker: Worker, world: World) => Promise<unknown>>;
