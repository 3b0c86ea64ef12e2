import { keepsStock } from '../domain/integrationType';
import { announce } from './announcing';
import type { Decided } from './deciding';
import { eventOf, tell } from './events';
import { handOver, isSold } from './handingOver';
import { planParcels, type Content } from './parcels';
import { reserve } from './reserving';
import type { Store } from './storeShapes';
import { each, type Work } from './statement';

/** Stores decisions with their reservations, where the hub keeps stock, and parcels. An order that stays on hold for the same reason is no news. */
export function* assign(
	store: Store,
	decided: readonly Decided[],
	by: string | null = null,
): Work<void> {
	const contents = decided.flatMap((one) => contentsOf(store, one));
	if (keepsStock(store.settings)) yield* reserve(contents);
	yield* planParcels(contents);
	yield* each(
		'UPDATE orders SET status = ?, hold_reason = ?, hub = ?, decision = ?, updated_at = {now} WHERE id = ?',
		decided.map(({ status, holdReason, decision, order }) => [
			status,
			holdReason,
			decision.hub,
			JSON.stringify(decision),
			order.id,
		]),
	);
	const news = decided.filter(
		({ order, status, holdReason }) => status !== 'on_hold' || holdReason !== order.hold_reason,
	);
	yield* tell(
		store.code,
		news.map(({ status, holdReason, decision, order }) => ({
			type: eventOf(status),
			order: order.id,
			detail: holdReason ?? decision.hub,
			by,
		})),
	);
	const assigned = news.filter(({ status }) => status === 'new_order').map(({ order }) => order);
	yield* announce(store, assigned, 'new_order');
	yield* handOver(
		store,
		decided.filter(isSold).map(({ order }) => order),
	);
}

/** Spreads the planned units of each SKU over the lines that want it, parcel by parcel. */
function contentsOf(store: Store, { order, decision, lines }: Decided): readonly Content[] {
	const left = new Map(lines.map(({ line, quantity }) => [line, quantity]));
	return decision.parcels.flatMap(({ hub, contents }) =>
		contents.flatMap(([sku, planned]) => {
			let units = planned;
			return lines.flatMap((line) => {
				if (line.sku !== sku) return [];
				const quantity = Math.min(units, left.get(line.line) ?? 0);
				if (quantity === 0) return [];
				units -= quantity;
				left.set(line.line, (left.get(line.line) ?? 0) - quantity);
				return [
					{
						order_id: order.id,
						line_id: line.line,
						seller: store.settings.seller,
						sku,
						hub,
						quantity,
					},
				];
			});
		}),
	);
}
