import type { StockChange, StockCount } from '../../../ledger/stockShapes';
import { refused, stored, unsent } from '../stockOut';
import { hubs, skus, stores, type Worker, type World } from './world';

const anyPlace = ({ luck }: Worker) => ({
	seller: 'acme',
	sku: luck.of(skus),
	hub: luck.of(hubs),
});

async function count(worker: Worker, world: World, change: Partial<StockCount>) {
	const place = anyPlace(worker);
	const { luck } = worker;
	const safety = luck.isOneIn(4) ? { safetyStock: luck.below(3) } : {};
	const onHand = luck.below(16);
	const [level] = await worker.ledger.setStock([{ ...place, onHand, ...safety, ...change }]);
	const at = Date.parse(change.asOf ?? level?.countedAt ?? '');
	world.counts.push({ place: `${place.hub} ${place.sku}`, at, onHand });
}

const keyOf = (store: string, { listing, location }: Pick<StockChange, 'listing' | 'location'>) =>
	`${store} ${listing} ${location}`;

/** A push as the workflow makes it; every now and then whoever makes it dies on the way. */
async function push({ ledger, luck }: Worker, world: World, store: string) {
	await world.sql("UPDATE syncs SET due_at = 0 WHERE kind = 'inventory'");
	const begun = await ledger.beginSync(store, 'inventory');
	if (begun.answer !== 'run') return;
	const { run, changes, next } = await ledger.getStockChanges(begun.run, 1 + luck.below(6));
	const receipts = changes.map((row) => luck.of([stored, stored, stored, refused, unsent])(row));
	await ledger.holdRun(run);
	for (const { outcome, quantity, ...row } of receipts) {
		if (outcome === 'stored') world.shown.set(keyOf(store, row), quantity);
	}
	const isDead = luck.isOneIn(4);
	if (isDead) await die(world, run.id);
	await ledger.confirmStock({ run, receipts, next });
	if (isDead) throw new Error('a run that had lost its lease confirmed stock');
	await ledger.endSync(run, null);
}

const die = (world: World, run: number) =>
	world.sql('UPDATE syncs SET lease_until = 1 WHERE run_id = ?', run);

/** What warehouses and the stock sync do. */
export const toStock = {
	count: (worker, world) => count(worker, world, {}),
	countEarlier: (worker, world) =>
		count(worker, world, { asOf: new Date(Date.now() - worker.luck.below(300)).toISOString() }),
	adjust(worker) {
		const reference = worker.luck.isOneIn(3) ? null : `delivery ${worker.luck.below(12)}`;
		const change = reference === null ? worker.luck.of([-2, -1, 1, 3]) : 2;
		const reason = 'received';
		return worker.ledger.adjustStock([{ ...anyPlace(worker), change, reason, reference }]);
	},
	push: (worker, world) => push(worker, world, worker.luck.of(stores).code),
} as const satisfies Record<string, (worker: Worker, world: World) => Promise<unknown>>;

/** Hands out what is left of the walk that somebody began, or a whole one. */
async function pushRest({ ledger }: Worker, { sql, shown }: World, store: string) {
	await sql("UPDATE syncs SET due_at = 0, lease_until = 1 WHERE kind = 'inventory'");
	const begun = await ledger.beginSync(store, 'inventory');
	if (begun.answer !== 'run') throw new Error(`expected a run, got ${JSON.stringify(begun)}`);
	const { run, changes, next } = await ledger.getStockChanges(begun.run, 1_000);
	await ledger.confirmStock({ run, receipts: changes.map(stored), next });
	await ledger.endSync(run, next);
	for (const row of changes) shown.set(keyOf(store, row), row.quantity);
}

/** Figures of the store where the channel shows something else than what may be offered, after all was pushed. */
export async function unpushed(worker: Worker, world: World, store: string) {
	await world.sql('UPDATE published SET refused = NULL WHERE store = ?', store);
	for (let walk = 0; walk < 2; walk++) await pushRest(worker, world, store);
	const offered = await worker.ledger.getAvailability(store, skus);
	return offered.flatMap(({ sku, hubs: at }) =>
		at.flatMap(({ location, available }) => {
			const is = world.shown.get(keyOf(store, { listing: `listing-${sku}`, location }));
			return is === available ? [] : [{ store, sku, location, available, is }];
		}),
	);
}
