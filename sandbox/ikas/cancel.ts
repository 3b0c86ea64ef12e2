import { SandboxRefusal } from '../wire';
import type { ChangeContext } from './edit';
import { isOpen } from './lines';
import type { RawLine, RawOrder } from './raw';
import { totalsOf } from './totals';
import type { CancelledLine } from './types';

/** Shipped lines cannot be cancelled any more (reference/ikas.md 12.1). */
const isEligible = (line: RawLine) =>
	isOpen(line) && !['FULFILLED', 'DELIVERED'].includes(line.status);

const refusal = (order: RawOrder, why: string) =>
	new SandboxRefusal(
		`error_messages.order_line.not_eligible_for_cancel: order ${order.orderNumber}: ${why}`,
	);

/** A part of a line splits off, and points back to the line it came from (reference/ikas.md 8.1). */
const cancelledPart = (
	line: RawLine,
	quantity: number,
	{ now, newId }: ChangeContext,
): readonly RawLine[] => {
	const cancelled = { ...line, status: 'CANCELLED', statusUpdatedAt: now, updatedAt: now };
	if (quantity === line.quantity) return [cancelled];
	return [
		{ ...line, quantity: line.quantity - quantity, updatedAt: now },
		{ ...cancelled, id: newId(), createdAt: now, quantity, originalOrderLineItemId: line.id },
	];
};

const wantedOf = (order: RawOrder, lines: readonly CancelledLine[] | undefined) => {
	const open = order.orderLineItems.filter(isOpen);
	const wanted = new Map<string, number>();
	for (const { id, quantity } of lines ?? open) {
		const line = open.find((candidate) => candidate.id === id);
		if (!line || !isEligible(line)) throw refusal(order, `line ${id} is not open`);
		if (quantity && quantity > line.quantity)
			throw refusal(order, `line ${id} has ${line.quantity} left`);
		wanted.set(id, quantity ?? line.quantity);
	}
	if (wanted.size === 0) throw refusal(order, 'nothing is open');
	return wanted;
};

/**
 * Whole order: CANCELLED in status and package. That the package status follows, and that the payment status stays, is a
 * guess (reference/ikas.md 7, 12.1).
 */
export const cancelled = (
	order: RawOrder,
	context: ChangeContext,
	lines?: readonly CancelledLine[],
): RawOrder => {
	const wanted = wantedOf(order, lines);
	const orderLineItems = order.orderLineItems.flatMap((line) => {
		const quantity = wanted.get(line.id);
		return quantity ? cancelledPart(line, quantity, context) : [line];
	});
	const isWhole = !orderLineItems.some(isOpen);
	return {
		...order,
		...totalsOf(orderLineItems),
		orderLineItems,
		status: isWhole ? 'CANCELLED' : 'PARTIALLY_CANCELLED',
		orderPackageStatus: isWhole ? 'CANCELLED' : order.orderPackageStatus,
		cancelledAt: isWhole ? context.now : order.cancelledAt,
		cancelReason: isWhole ? 'CUSTOMER' : order.cancelReason,
		updatedAt: context.now,
	};
};
