import type { OmsReference } from '../domain/oms';
import type { RoutingDecision } from '../domain/routing';
import { isUnpicked } from '../domain/transitions';
import { announce } from './announcing';
import { undecided } from './deciding';
import { tell } from './events';
import { handedOverOf } from './handedOver';
import { openLines, type OpenLine } from './lines';
import { storeOf } from './lookups';
import { orderById, type OrderRow } from './orders';
import { parcelsOf, planParcels, type Content } from './parcels';
import { endReservations, takeOut } from './reserving';
import { settle } from './settling';
import type { Store } from './storeShapes';
import { first, run, type Work } from './statement';
import { takeTurn } from './turn';

/** The turn of the seller of an update's order, before the order is locked. */
export function* takeTurnOf(update: number): Work<void> {
	const order = yield* first<{ seller: string }>(
		'SELECT seller FROM orders WHERE id = (SELECT order_id FROM outbox WHERE id = ?)',
		update,
	);
	if (order !== undefined) yield* takeTurn([order.seller]);
}

/**
 * The OMS has the order, so its units are out of the OMS's stock: they end as reserved and are taken out here, once. What was
 * on hold is ready all the same. The caller has the seller's turn and has locked the order.
 */
export function* confirmHandOver(id: number, { id: omsId, number }: OmsReference): Work<void> {
	const given = (yield* handedOverOf([id])).get(id);
	if (given === undefined || given.handed_over_at !== null) return;
	yield* run(
		'UPDATE oms_orders SET oms_id = ?, number = ?, handed_over_at = {now} WHERE order_id = ?',
		omsId,
		number,
		id,
	);
	const order = yield* orderById(id);
	const store = yield* storeOf(order.store);
	const reserved = yield* endReservations([id]);
	const hub = order.hub ?? store.settings.hubMap[0]?.hub ?? null;
	const contents = contentsOf(store, yield* openLines(store, [id]), { reserved, hub });
	yield* takeOut(summedUp(contents), {
		kind: 'handed_over',
		reference: `handed over ${given.key}`,
	});
	if (isUnpicked(order.status)) yield* makeReady(store, order, contents);
	yield* settle(order.seller, [...new Set(contents.map(({ sku }) => sku))]);
}

/** Everything that is still to leave: from where it was reserved, and the rest from the given hub. */
function contentsOf(
	{ settings: { seller } }: Store,
	open: readonly OpenLine[],
	{ reserved, hub }: { reserved: readonly Content[]; hub: string | null },
): readonly Content[] {
	const rest = open.flatMap(({ order, line, sku, quantity }): readonly Content[] => {
		const held = reserved.filter(({ line_id }) => line_id === line);
		const left = held.reduce((units, one) => units - one.quantity, quantity);
		if (sku === null || hub === null || left <= 0) return [];
		return [{ order_id: order, line_id: line, seller, sku, hub, quantity: left }];
	});
	return [...reserved, ...rest];
}

/** One row for each place and SKU. */
const summedUp = (contents: readonly Content[]): readonly Content[] =>
	[...Map.groupBy(contents, ({ hub, sku }) => JSON.stringify([hub, sku])).values()].flatMap(
		([one, ...more]) =>
			one === undefined
				? []
				: [{ ...one, quantity: more.reduce((sum, { quantity }) => sum + quantity, one.quantity) }],
	);

/** Ready for picking at its hub, with its planned parcels: also what was on hold, or waited for a hub. */
function* makeReady(
	store: Store,
	{ id, status, channel_id, number, decision }: OrderRow,
	contents: readonly Content[],
): Work<void> {
	const planned = (yield* parcelsOf([id])).get(id) ?? [];
	if (planned.length === 0) yield* planParcels(contents);
	const hub = planned[0]?.hub ?? contents[0]?.hub ?? null;
	yield* run(
		`UPDATE orders SET status = 'new_order', hold_reason = NULL, hub = ?, decision = ?, updated_at = {now} WHERE id = ?`,
		hub,
		planned.length > 0 ? decision : JSON.stringify(decisionFor(contents)),
		id,
	);
	if (status === 'new_order') return;
	yield* tell(store.code, [{ type: 'order_assigned', order: id, detail: hub }]);
	yield* announce(store, [{ id, channel_id, number }], 'new_order');
}

function decisionFor(contents: readonly Content[]): RoutingDecision {
	const parcels = [...Map.groupBy(contents, ({ hub }) => hub)].map(([hub, of]) => ({
		hub,
		contents: of.map(({ sku, quantity }) => [sku, quantity] as const),
	}));
	const why = 'no hub had been found, and the OMS has taken the order';
	return { ...undecided(why), hub: parcels[0]?.hub ?? null, parcels };
}
