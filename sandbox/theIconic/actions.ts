import { type Item, type Order, isMarketplace, packageOf } from './order';
import type { ProviderOf } from './providers';

/** What decides on the next moves. */
export interface Moves {
	readonly provider: ProviderOf;
	/** See `IconicOptions.offersShipped`. */
	readonly offersShipped: boolean;
}

const papers = ['generate_shipping_label', 'generate_invoice'] as const;

/** Whether one that is packed may be packed again is not said: it may not (reference/the-iconic-sellercenter.md 8). */
const ofPending = ({ isProcessable, package: packed }: Item) => {
	if (!isProcessable) return [];
	return [
		...(packed === null ? (['status_set_to_packed_by_marketplace'] as const) : []),
		'status_set_to_ready_to_ship',
		'status_set_to_canceled',
		...papers,
	] as const;
};

/** Whether the API takes it to shipped: never what goes through the warehouse, where it is scanned (reference/the-iconic-sellercenter.md 9). */
export const mayBecomeShipped = (order: Order, item: Item, { provider, offersShipped }: Moves) =>
	offersShipped &&
	item.shipmentType === 'dropshipping' &&
	!provider(packageOf(order, item)?.provider)?.blocksShipped;

const ofReadyToShip = (order: Order, item: Item, moves: Moves) =>
	[
		...(mayBecomeShipped(order, item, moves) ? (['status_set_to_shipped'] as const) : []),
		'status_set_to_canceled',
		'set_tracking_code',
		'set_shipment_provider',
		...papers,
	] as const;

/** The next moves that the API takes for an item (reference/the-iconic-sellercenter.md 7, 9). Of what comes after shipped it is a guess. */
export const actionsOf = (order: Order, item: Item, moves: Moves): readonly string[] => {
	if (isMarketplace(item)) return [];
	const isDropshipped = item.shipmentType === 'dropshipping';
	if (item.status === 'pending') return ofPending(item);
	if (item.status === 'ready_to_ship') return ofReadyToShip(order, item, moves);
	if (item.status === 'shipped') {
		const delivered = isDropshipped ? ['status_set_to_delivered'] : [];
		return [...delivered, 'status_set_to_failed_delivery', 'generate_invoice'];
	}
	return item.status === 'delivered' ? ['status_set_to_returned', 'generate_invoice'] : [];
};
