import { type Order, awbOf } from './order';
import type { BabyshopOrderState } from './stateTypes';

export const orderState = (order: Order): BabyshopOrderState => ({
	id: order.number,
	number: order.number,
	master: order.master,
	seller: order.seller,
	placedAt: order.placedAt,
	updatedAt: order.updatedAt,
	status: order.status,
	isOnHold: order.isOnHold,
	isSpoiled: order.overrides !== null || order.listOverrides !== null,
	lines: order.lines.map((line) => ({
		line: line.number,
		sku: line.sku,
		quantity: line.quantity,
		cancelled: line.cancelled,
		status: line.status,
		invoice: line.invoice,
		awb: awbOf(order, line),
	})),
	invoices: order.invoices.map(({ number, at, by, lines, awb, shippedAt, isRepeat }) => ({
		number,
		at,
		by,
		lines,
		awb,
		shippedAt,
		isRepeat,
	})),
	invoicesMade: order.invoices.length,
	isShippedByApi: order.invoices.some(({ shippedBy }) => shippedBy === 'api'),
	isCancelledByApi: order.cancellation?.by === 'api',
	history: order.history,
});
