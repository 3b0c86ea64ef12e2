import { epochMs } from '../domain/instant';
import { placeOf } from '../domain/intake';
import { keepsStock } from '../domain/integrationType';
import type { OpenLoad } from '../domain/openLoad';
import type { Order } from '../domain/order';
import type { Placing } from '../domain/replayTally';
import type { RuleSet } from '../domain/routing';
import type { Candidate } from './candidates';
import { decide, type Decided, type WaitingOrder } from './deciding';
import { soldLines, type OpenLine } from './lines';
import type { ReplayedStore, ReplaySetting } from './replaySetting';
import type { Shelf } from './replayShelves';
import type { PlacedOrder } from './replayWindow';
import { waitingColumns } from './routing';
import { elements, rows, type Work } from './statement';

/** An order as it was when nothing of it had left. */
export interface ReplayedOrder extends PlacedOrder {
	readonly row: WaitingOrder;
	readonly at: ReplayedStore;
	/** None of an order that was cancelled. */
	readonly lines: readonly OpenLine[];
	readonly order: Order;
}

/** In the order in which they are given. */
export function* ordersToReplay(
	placed: readonly PlacedOrder[],
	{ stores }: ReplaySetting,
): Work<readonly ReplayedOrder[]> {
	const found = yield* rows<WaitingOrder>(
		`SELECT ${waitingColumns} FROM orders WHERE id IN {ids}`,
		elements(placed.map(({ id }) => id)),
	);
	const rowOf = new Map(found.map((row) => [row.id, row]));
	const linesOf = new Map<number, readonly OpenLine[]>();
	for (const [code, of] of Map.groupBy(placed, ({ store }) => store)) {
		const at = stores.get(code);
		if (at === undefined) continue;
		const lines = yield* soldLines(
			at.store,
			of.map(({ id }) => id),
		);
		for (const [id, some] of Map.groupBy(lines, ({ order }) => order)) linesOf.set(id, some);
	}
	return placed.flatMap((one) => {
		const [row, at] = [rowOf.get(one.id), stores.get(one.store)];
		if (row === undefined || at === undefined) return [];
		const lines = row.status === 'cancelled' ? [] : (linesOf.get(one.id) ?? []);
		return [{ ...one, row, at, lines, order: JSON.parse(row.body) as Order }];
	});
}

/** One side of the comparison, as the orders before have left it. */
export interface Side {
	readonly ruleSet: RuleSet;
	readonly load: OpenLoad;
	/** Null where there is any number of everything. */
	readonly shelf: ((seller: string, hub: string) => Shelf) | null;
}

export interface Replayed extends Placing {
	readonly decided: Decided;
}

/** Decides for the order as of the moment it was placed; what it takes is no longer there for the next. */
export function replay(
	{ row, at: { store, hubs }, lines, order, placed_at }: ReplayedOrder,
	{ ruleSet, load, shelf }: Side,
	leavesAt: number,
): Replayed {
	const { seller } = store.settings;
	const isKept = keepsStock(store.settings);
	const anyNumber = () => new Map(lines.map(({ sku }) => [sku ?? '', Infinity]));
	const openAt = load.at(epochMs(placed_at));
	const candidates: readonly Candidate[] = hubs.map((hub) => ({
		...hub,
		openOrders: openAt(hub.code),
		available: shelf === null || !isKept ? anyNumber() : shelf(seller, hub.code),
	}));
	const decided = decide(row, lines, { store, candidates, ruleSet, at: placed_at });
	const { parcels } = decided.decision;
	for (const { hub } of parcels) load.add(hub, leavesAt);
	const { hub: forced } = placeOf(order.location, store.settings);
	const isAble = ({ code, active }: Candidate) => active && (forced === null || code === forced);
	return {
		decided,
		parcels: parcels.map(({ hub, contents }) => ({
			hub,
			units: contents.reduce((sum, [, units]) => sum + units, 0),
		})),
		holdReason: decided.holdReason,
		isPartlyThere: candidates.filter(isAble).some((hub) => hasSome(hub, lines)),
	};
}

const hasSome = ({ available }: Candidate, lines: readonly OpenLine[]) =>
	lines.some(({ sku }) => (available.get(sku ?? '') ?? 0) > 0);
