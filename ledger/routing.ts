import type { HoldReason, HubStatus } from '../domain/hubStatus';
import { placeOf } from '../domain/intake';
import type { Order } from '../domain/order';
import { quantities } from '../domain/quantities';
import { route } from '../domain/route';
import type { CandidateHub, RoutingDecision, RuleSet } from '../domain/routing';
import { tell } from './events';
import { openLines, type OpenLine } from './lines';
import { hubsInLedger, ruleSetOf, storeOf } from './lookups';
import { freeStock, reserve } from './reserving';
import type { Hub, OrderRouted, OrdersRouted, Store } from './shapes';
import { each, rows, type Work } from './statement';

export interface WaitingOrder {
	readonly id: number;
	readonly channel_id: string;
	readonly number: string;
	readonly body: string;
}

interface Routed {
	readonly order: WaitingOrder;
	readonly status: HubStatus;
	readonly holdReason: HoldReason | null;
	readonly decision: RoutingDecision;
	readonly lines: readonly OpenLine[];
}

/** Routes the store's orders in `created`, oldest first, each decision with its reservation. */
export function* routeWaiting(code: string, limit: number): Work<OrdersRouted> {
	const store = yield* storeOf(code);
	const waiting = yield* rows<WaitingOrder>(
		`SELECT id, channel_id, number, body FROM orders WHERE store = ? AND status = 'created'
		ORDER BY placed_at, id LIMIT ? {forUpdate}`,
		code,
		limit,
	);
	return { routed: yield* routeOrders(store, waiting), waiting: waiting.length === limit };
}

/** Decides and reserves for the given orders, one after the other, inside the caller's transaction. */
export function* routeOrders(
	store: Store,
	orders: readonly WaitingOrder[],
): Work<readonly OrderRouted[]> {
	if (orders.length === 0) return [];
	const lines = Map.groupBy(
		yield* openLines(
			store,
			orders.map(({ id }) => id),
		),
		({ order }) => order,
	);
	const candidates = yield* candidatesFor(store, [...lines.values()].flat());
	const ruleSet = yield* ruleSetOf(store.settings.ruleSet);
	const routed = orders.map((order) =>
		routeOne(store, order, lines.get(order.id) ?? [], candidates, ruleSet),
	);
	yield* write(store, routed);
	return routed.map(({ order, status, holdReason, decision }) => ({
		order: order.channel_id,
		number: order.number,
		status,
		holdReason,
		decision,
	}));
}

type Candidate = CandidateHub & { readonly available: Map<string, number> };

/** The store's mapped hubs in the order of its hub map, with what each may still promise. */
function* candidatesFor(store: Store, lines: readonly OpenLine[]): Work<readonly Candidate[]> {
	const hubs = new Map((yield* hubsInLedger()).map((hub) => [hub.code, hub]));
	const mapped = [...new Set(store.settings.hubMap.map((row) => row.hub))]
		.map((code) => hubs.get(code))
		.filter((hub): hub is Hub => hub !== undefined);
	const skus = [...new Set(lines.map(({ sku }) => sku).filter((sku) => sku !== null))];
	const free = yield* freeStock(store.settings.seller, skus);
	const byHub = Map.groupBy(free, ({ hub }) => hub);
	return mapped.map((hub) => ({
		...hub,
		available: new Map((byHub.get(hub.code) ?? []).map((row) => [row.sku, Math.max(0, row.free)])),
	}));
}

function routeOne(
	store: Store,
	order: WaitingOrder,
	lines: readonly OpenLine[],
	candidates: readonly Candidate[],
	ruleSet: RuleSet,
): Routed {
	const held = (holdReason: HoldReason, decision: RoutingDecision): Routed => ({
		order,
		status: 'on_hold',
		holdReason,
		decision,
		lines,
	});
	const fault = lines.find((line) => line.fault !== null)?.fault;
	if (fault != null) return held('sku_not_valid', undecided(fault));
	if (lines.length === 0)
		return {
			order,
			status: 'cancelled',
			holdReason: null,
			decision: undecided('every line is cancelled'),
			lines,
		};
	const { shipTo, location } = JSON.parse(order.body) as Order;
	const place = placeOf(location, store.settings);
	if (location !== null && place.hub === null) {
		return held('not_able_to_route', undecided(`location ${location} is not mapped to a hub`));
	}
	const wanted = quantities(lines.map(({ sku, quantity }) => [sku ?? '', quantity]));
	const request = {
		wanted,
		forcedHub: place.hub,
		shipTo: shipTo ?? { latitude: null, longitude: null },
	};
	const decision = route(request, candidates, ruleSet);
	const hub = candidates.find(({ code }) => code === decision.hub);
	if (hub === undefined) return held(decision.holdReason ?? 'not_able_to_route', decision);
	for (const [sku, units] of wanted) hub.available.set(sku, (hub.available.get(sku) ?? 0) - units);
	return { order, status: 'new_order', holdReason: null, decision, lines };
}

const undecided = (unasked: string): RoutingDecision => ({
	hub: null,
	ruleSet: null,
	rule: null,
	unasked,
	runnerUp: null,
	holdReason: null,
	verdicts: [],
});

function* write(store: Store, routed: readonly Routed[]): Work<void> {
	yield* reserve(
		routed.flatMap(({ decision: { hub }, lines, order }) =>
			hub === null
				? []
				: lines.map(({ line, sku, quantity }) => ({
						order_id: order.id,
						line_id: line,
						seller: store.settings.seller,
						sku: sku ?? '',
						hub,
						quantity,
					})),
		),
	);
	yield* each(
		'UPDATE orders SET status = ?, hold_reason = ?, hub = ?, decision = ?, updated_at = {now} WHERE id = ?',
		routed.map(({ status, holdReason, decision, order }) => [
			status,
			holdReason,
			decision.hub,
			JSON.stringify(decision),
			order.id,
		]),
	);
	yield* tell(
		store.code,
		routed.map(({ status, holdReason, decision, order }) => ({
			type: eventOf(status),
			order: order.id,
			detail: holdReason ?? decision.hub,
		})),
	);
}

const eventOf = (status: HubStatus) =>
	status === 'new_order'
		? 'order_assigned'
		: status === 'on_hold'
			? 'order_on_hold'
			: 'order_cancelled';
