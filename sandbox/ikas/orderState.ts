import type { OrderEvent } from './effectTypes';
import { openUnits } from './lines';
import type { RawOrder } from './raw';
import { trackingState } from './tracking';
import type { OrderChange, OrderState } from './types';
import type { Spoiling } from './unreadable';

/** An order with what the shop remembers besides it. */
export interface Kept extends Spoiling {
	readonly order: RawOrder;
	readonly placedAt: number;
	readonly history: readonly OrderChange[];
	readonly events: readonly OrderEvent[];
}

const statusesOf = (order: RawOrder) => ({
	status: order.status,
	payment: order.orderPaymentStatus,
	package: order.orderPackageStatus,
});

export const changeOf = (
	what: OrderChange['what'],
	order: RawOrder,
	at: number,
	visibleAt: number,
): OrderChange => ({
	at,
	what,
	visibleAt,
	...statusesOf(order),
	open: openUnits(order.orderLineItems),
});

const packagesOf = ({ orderPackages }: RawOrder): OrderState['packages'] =>
	orderPackages.map((known) => ({
		id: known.id,
		status: known.orderPackageFulfillStatus,
		lines: known.orderLineItemIds,
		tracking: trackingState(known.trackingInfo),
		app: known.appId,
		deleted: known.deleted,
	}));

export const orderState = (kept: Kept): OrderState => {
	const { order, placedAt, preset, overrides, history, events } = kept;
	return {
		id: order.id,
		number: order.orderNumber,
		placedAt,
		orderedAt: order.orderedAt,
		updatedAt: order.updatedAt,
		...statusesOf(order),
		location: order.stockLocationId,
		unreadable: preset ?? (overrides ? 'overrides' : null),
		lines: order.orderLineItems.map(({ id, variant, quantity, status, deleted }) => ({
			id,
			sku: variant.sku,
			quantity,
			status,
			deleted,
		})),
		packages: packagesOf(order),
		history,
		events,
	};
};
