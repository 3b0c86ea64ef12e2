import { instant } from '../domain/instant';
import { assign } from './assigning';
import { candidatesFor, type Candidate } from './candidates';
import { decide, type Decided, type WaitingOrder } from './deciding';
import { tell } from './events';
import { openLines } from './lines';
import { ruleSetOf, storeOf } from './lookups';
import type { OrderDecided, OrderRouted, OrdersRouted } from './orderShapes';
import type { Store } from './storeShapes';
import { first, rows, run, type Work } from './statement';
import { storeInTurn } from './turn';

/** The columns of a `WaitingOrder`. */
export const waitingColumns = 'id, channel_id, number, status, hold_reason, body';

/** How long an order that no rule could place is left alone: hubs open and close by the clock. */
const lookAgainMs = 10 * 60_000;

/** Routes the store's orders in `created`, oldest first, each decision with its reservation. */
export function* routeWaiting(code: string, limit: number): Work<OrdersRouted> {
	const store = yield* storeInTurn(code);
	yield* lookAgain(code, limit);
	const waiting = yield* waitingOrders(code, limit, '{skipLocked}');
	return { routed: yield* routeOrders(store, waiting), waiting: waiting.length === limit };
}

/** What `routeWaiting` would decide; changes nothing. */
export function* decideWaiting(code: string, limit: number): Work<readonly OrderDecided[]> {
	const store = yield* storeOf(code);
	const { decided } = yield* decideAll(store, yield* waitingOrders(code, limit, ''));
	return decided.map(({ order, decision }) => ({
		order: order.channel_id,
		number: order.number,
		decision,
	}));
}

const waitingOrders = (code: string, limit: number, lock: '{skipLocked}' | '') =>
	rows<WaitingOrder>(
		`SELECT ${waitingColumns} FROM orders WHERE store = ? AND status = 'created'
		ORDER BY placed_at, id LIMIT ? ${lock}`,
		code,
		limit,
	);

/** Orders that no rule could place wait in `created` again after a while. */
function* lookAgain(code: string, limit: number): Work<void> {
	yield* run(
		`UPDATE orders SET status = 'created' WHERE id IN (
			SELECT id FROM orders WHERE store = ? AND status = 'on_hold' AND hold_reason = 'not_able_to_route'
				AND updated_at < {now} - ${lookAgainMs} ORDER BY placed_at, id LIMIT ? {skipLocked})`,
		code,
		limit,
	);
}

/** Decides and reserves for the given orders, one after the other, inside the caller's transaction. */
export function* routeOrders(
	store: Store,
	orders: readonly WaitingOrder[],
): Work<readonly OrderRouted[]> {
	if (orders.length === 0) return [];
	const { decided, soldOut } = yield* decideAll(store, orders);
	yield* assign(store, decided);
	yield* tell(
		store.code,
		soldOut.map((sku) => ({ type: 'stock_out', order: null, detail: sku })),
	);
	return decided.map(({ order, status, holdReason, decision }) => ({
		order: order.channel_id,
		number: order.number,
		status,
		holdReason,
		decision,
	}));
}

function* decideAll(
	store: Store,
	orders: readonly WaitingOrder[],
): Work<{ decided: readonly Decided[]; soldOut: readonly string[] }> {
	const ids = orders.map(({ id }) => id);
	const lines = Map.groupBy(yield* openLines(store, ids), ({ order }) => order);
	const ruleSet = yield* ruleSetOf(store.settings.ruleSet);
	const candidates = yield* candidatesFor(store, [...lines.values()].flat(), ruleSet);
	const at = instant((yield* first<{ now: number }>('SELECT {now} AS now'))?.now ?? 0);
	const stocked = skusIn(candidates);
	const decided = orders.map((order) =>
		decide(order, lines.get(order.id) ?? [], { store, candidates, ruleSet, at }),
	);
	const left = new Set(skusIn(candidates));
	return { decided, soldOut: stocked.filter((sku) => !left.has(sku)) };
}

/** What at least one of the hubs has. */
const skusIn = (candidates: readonly Candidate[]): readonly string[] => [
	...new Set(
		candidates.flatMap(({ available }) =>
			[...available].filter(([, units]) => units > 0).map(([sku]) => sku),
		),
	),
];
