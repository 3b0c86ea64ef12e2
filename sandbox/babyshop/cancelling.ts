import { SandboxRefusal } from '../wire';
import { type Line, type Order, isOpen, openQuantity } from './order';
import type { Cause } from './stateTypes';
import { isBefore, isCancelled } from './statuses';
import type { BabyshopCancellation, BabyshopCancelledLine } from './types';

const closed = (line: Line, status: '8' | '50'): Line => ({
	...line,
	cancelled: line.quantity,
	status,
});

/** That the whole of every line counts as cancelled then is a guess (reference/babyshop-vinculum.md 8.3). */
export const wholeCancelled = (
	order: Order,
	{ status = '8', remark, reason }: BabyshopCancellation,
	by: Cause,
): Order => ({
	...order,
	status,
	lines: order.lines.map((line) => closed(line, status)),
	cancellation: { by, remark: remark ?? null, reason: reason ?? null },
});

/** Once an invoice is made an order is not cancelled any more (reference/babyshop-vinculum.md 12). */
export const isCancellable = ({ status, invoices }: Order) =>
	['1', '5', '18'].includes(status) && invoices.length === 0;

/** The customer and the panel may do so up to the courier, also after an invoice: a guess. */
export const cancelledInPanel = (order: Order, cancellation: BabyshopCancellation): Order => {
	if (isCancelled(order.status) || !isBefore(order.status, '15')) {
		throw new SandboxRefusal(`order ${order.number} is ${order.status}: nothing to cancel`);
	}
	return wholeCancelled(order, cancellation, 'panel');
};

const cut = (line: Line, quantity: number): Line => {
	const next = { ...line, cancelled: line.cancelled + quantity };
	return isOpen(next) ? next : closed(line, '8');
};

/** On item level: the status of the order stays unless nothing is left, which is a guess (reference/babyshop-vinculum.md 8.3). */
export const linesCancelled = (order: Order, wanted: readonly BabyshopCancelledLine[]): Order => {
	for (const { line: number, quantity } of wanted) {
		const line = order.lines.find((candidate) => candidate.number === number);
		if (!line || !isOpen(line) || (quantity ?? 0) > openQuantity(line)) {
			throw new SandboxRefusal(`order ${order.number} has not as much left of line ${number}`);
		}
	}
	const lines = order.lines.map((line) => {
		const named = wanted.find((one) => one.line === line.number);
		return named ? cut(line, named.quantity ?? openQuantity(line)) : line;
	});
	return lines.some(isOpen) ? { ...order, lines } : wholeCancelled(order, {}, 'panel');
};
