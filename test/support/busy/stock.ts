import type { StockReceipt } from '../../../domain/stockFigure';
import type { StockChange, StockCount } from '../../../ledger/stockShapes';
import { pending, refused, stored, unsent } from '../stockOut';
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

/** How the channel takes a row: most at once, some not, some later. */
function take({ luck }: Worker, { shown, later }: World, at: StockChange & { store: string }) {
	const receipt: StockReceipt = luck.of([stored, stored, stored, refused, unsent, pending('')])(at);
	const place = keyOf(at.store, at);
	if (receipt.outcome === 'pending') return { ...receipt, ticket: later.take(place, at.quantity) };
	if (receipt.outcome === 'stored') show({ shown, later }, place, at.quantity);
	return receipt;
}

function show({ shown, later }: Pick<World, 'shown' | 'later'>, place: string, quantity: number) {
	shown.set(place, quantity);
	later.pass(place);
}

/** A push as the workflow makes it; every now and then whoever makes it dies on the way. */
async function push(worker: Worker, world: World, store: string) {
	const { ledger, luck } = worker;
	await world.sql("UPDATE syncs SET due_at = 0 WHERE kind = 'inventory'");
	const begun = await ledger.beginSync(store, 'inventory');
	if (begun.answer !== 'run') return;
	const handed = await ledger.getStockChanges(begun.run, 1 + luck.below(6));
	const { run, changes, pending: asked = [], next } = handed;
	await ledger.holdRun(run);
	const receipts = [
		...changes.map((row) => take(worker, world, { ...row, store })),
		...asked.map(world.later.said),
	];
	const isDead = luck.isOneIn(4);
	if (isDead) await die(world, run.id);
	await ledger.confirmStock({ run, receipts, next });
	if (isDead) throw new Error('a run that had lost its lease confirmed stock');
	await ledger.endSync(run, null);
}

const die = (world: World, run: number) =>
	world.sql('UPDATE syncs SET lease_until = 1 WHERE run_id = ?', run);

async function decide({ luck }: Worker, { later }: World) {
	const open = later.open();
	if (open.length > 0) later.decide(luck.of(open), luck.of(['stored', 'stored', 'refused']));
}

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
	decide,
} as const satisfies Record<string, (worker: Worker, world: World) => Promise<unknown>>;

/** Hands out what is left of the walk that somebody began, or a whole one. */
async function pushRest({ ledger }: Worker, world: World, store: string) {
	await world.sql("UPDATE syncs SET due_at = 0, lease_until = 1 WHERE kind = 'inventory'");
	const begun = await ledger.beginSync(store, 'inventory');
	if (begun.answer !== 'run') throw new Error(`expected a run, got ${JSON.stringify(begun)}`);
	const {
		changes,
		pending: asked = [],
		...handed
	} = await ledger.getStockChanges(begun.run, 1_000);
	const receipts = [...changes.map(stored), ...asked.map(world.later.said)];
	const { run, next } = await ledger.confirmStock({ ...handed, receipts });
	await ledger.endSync(run, next);
	for (const row of changes) show(world, keyOf(store, row), row.quantity);
}

/** Figures of the store where the channel shows something else than what may be offered, after all was pushed. */
export async function unpushed(worker: Worker, world: World, store: string) {
	world.later.decideAll();
	for (let walk = 0; walk < 2; walk++) {
		await world.sql('UPDATE published SET refused = NULL WHERE store = ?', store);
		await pushRest(worker, world, store);
	}
	const offered = await worker.ledger.getAvailability(store, skus);
	return offered.flatMap(({ sku, hubs: at }) =>
		at.flatMap(({ location, available }) => {
			const is = world.shown.get(keyOf(store, { listing: `listing-${sku}`, location }));
			return is === available ? [] : [{ store, sku, location, available, is }];
		}),
	);
}
