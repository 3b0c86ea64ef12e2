import type { MappedOrder, Order } from '../domain/order';

/** The order as the channel has it, and nothing else that came along. */
export const channelCopy = (order: MappedOrder): Order => ({
	id: order.id,
	number: order.number,
	placedAt: order.placedAt,
	revisedAt: order.revisedAt,
	statuses: order.statuses,
	location: order.location,
	total: order.total,
	payment: order.payment,
	tags: order.tags,
	weight: order.weight,
	customer: order.customer,
	shipTo: order.shipTo,
	lines: order.lines,
	linesGone: order.linesGone,
	memo: order.memo,
	isWhole: order.isWhole,
	invoiceBinds: order.invoiceBinds,
});
