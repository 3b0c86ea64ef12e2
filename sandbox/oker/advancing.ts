import { SandboxRefusal } from '../wire';
import { type InvoicingContext, dispatched, invoiced } from './invoicing';
import { type Item, type Order, hasLeft, isOpen, openItems } from './order';
import type { ItemStatus } from './stateTypes';
import type { OkerOrderAdvance } from './types';

/** How far along an item is; it never goes back. */
const stages: readonly (readonly ItemStatus[])[] = [
	['CREATED', 'PROCESSING', 'PACKED', 'READY_TO_DISPATCH'],
	['DISPATCHED'],
	['DELIVERED'],
	['RETURN_REQUESTED', 'COURIER_RETURN'],
	['RETURNED', 'REPLACED'],
];

const stageOf = (status: ItemStatus) => stages.findIndex((stage) => stage.includes(status));

const returns: readonly ItemStatus[] = ['RETURN_REQUESTED', 'COURIER_RETURN', 'RETURNED'];

const back = (item: Item, order: Order, reason: string, now: number): Item['back'] =>
	item.back ?? { reason, at: now, awb: `RT-${order.id}`, courier: 'SampleCourier' };

const moved = (
	item: Item,
	order: Order,
	{ status, reason = 'Customer not reachable' }: OkerOrderAdvance,
	now: number,
): Item => ({
	...item,
	status,
	back: returns.includes(status) ? back(item, order, reason, now) : item.back,
});

/** Goods that left are invoiced and dispatched, whoever did it. */
const leftBefore = (order: Order, context: InvoicingContext): Order => {
	const open = openItems(order);
	if (open.every(hasLeft)) return order;
	return dispatched(invoiced(order, { ...context, courierMs: 0, labelMs: 0 }), context.now, null);
};

/** The marketplace, the courier and the customer go on from wherever the order is. */
export const advanced = (
	order: Order,
	advance: OkerOrderAdvance,
	context: InvoicingContext,
): Order => {
	const { status, items: wanted } = advance;
	if (status === 'CREATED') {
		if (!order.isPending) throw new SandboxRefusal(`order ${order.id} is released already`);
		return { ...order, isPending: false };
	}
	const meant = openItems(order).filter(({ id }) => wanted?.includes(id) ?? true);
	const isFurther = (item: Item) => stageOf(item.status) < stageOf(status);
	if (meant.length === 0 || !meant.every(isFurther)) {
		throw new SandboxRefusal(`order ${order.id} does not become ${status}`);
	}
	const shipped = leftBefore({ ...order, isPending: false, isOnHold: false }, context);
	if (status === 'DISPATCHED') return shipped;
	return {
		...shipped,
		items: shipped.items.map((item) =>
			isOpen(item) && meant.some(({ id }) => id === item.id)
				? moved(item, order, advance, context.now)
				: item,
		),
	};
};
