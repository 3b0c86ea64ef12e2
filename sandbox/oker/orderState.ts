import { type Order, statusOf } from './order';
import type { OkerOrderState } from './stateTypes';

export const orderState = (order: Order, tellsStages: boolean, now: number): OkerOrderState => ({
	id: order.id,
	number: order.number,
	facility: order.items[0]?.facility ?? null,
	placedAt: order.placedAt,
	updatedAt: order.updatedAt,
	status: statusOf(order, tellsStages),
	isOnHold: order.isOnHold,
	isSpoiled: order.overrides !== null,
	items: order.items.map(({ id, sku, productId, variantId, quantity, status }) => ({
		id,
		sku,
		productId,
		variantId,
		quantity,
		status,
	})),
	invoice: order.invoice?.code ?? null,
	invoicedAt: order.invoice?.at ?? null,
	awb: order.courier && order.courier.assignedAt <= now ? order.courier.awb : null,
	dispatchedAt: order.dispatchedAt,
	manifest: order.manifest,
	labels: order.labels,
	history: order.history,
});
