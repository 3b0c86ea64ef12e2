import type { Random } from '../random';
import { type Invoice, type Order, isOpen } from './order';
import type { Cause } from './stateTypes';
import { isBefore } from './statuses';

/** What a change happens in. */
export interface ChangeContext {
	readonly now: number;
	readonly random: Random;
}

const digits = (next: Random, count: number) =>
	Array.from({ length: count }, () => Math.floor(next() * 10)).join('');

export const newInvoiceNumber = ({ random }: ChangeContext) => `INV26${digits(random, 8)}`;

export interface Invoicing {
	readonly number: string;
	/** Numbers of lines. */
	readonly lines: readonly string[];
	readonly by: Cause;
}

/**
 * An invoice for lines, also for such that have one already: the next takes its place. That it does so is a guess
 * (reference/babyshop-vinculum.md 10), and the one by which a client that does not look is found out.
 */
export const invoiced = (order: Order, { number, lines, by }: Invoicing, now: number): Order => {
	const named = order.lines.filter((line) => lines.includes(line.number));
	const isRepeat = named.some(({ invoice }) => invoice !== null);
	const nothing = { awb: null, shippedAt: null, shippedBy: null };
	const invoice: Invoice = { number, at: now, by, lines, isRepeat, ...nothing };
	const next: Order = {
		...order,
		invoices: [...order.invoices, invoice],
		lines: order.lines.map((line) =>
			lines.includes(line.number) ? { ...line, invoice: number, status: '12' } : line,
		),
	};
	// An order that is invoiced in part stays what it is: a guess (reference/babyshop-vinculum.md 5).
	const isWhole = next.lines.filter(isOpen).every((line) => line.invoice !== null);
	return isWhole ? { ...next, status: '12' } : next;
};

/** The courier's number comes by and by (reference/babyshop-vinculum.md 10). Nothing changes where it is there. */
export const awbGiven = (order: Order, number: string, { random }: ChangeContext): Order => {
	const waits = order.invoices.some((one) => one.number === number && one.awb === null);
	if (!waits || !isBefore(order.status, '15')) return order;
	const invoices = order.invoices.map((one) =>
		one.number === number ? { ...one, awb: `FC${digits(random, 10)}` } : one,
	);
	const lines = order.lines.map((line) =>
		line.invoice === number && isOpen(line) ? { ...line, status: '10' as const } : line,
	);
	const isReady = lines.filter(isOpen).every(({ status }) => status === '10');
	return { ...order, invoices, lines, status: isReady ? '10' : order.status };
};

/** An order is Shipped once all that is open is: a guess (reference/babyshop-vinculum.md 10). */
export const shipped = (order: Order, number: string, by: Cause, now: number): Order => {
	const invoices = order.invoices.map((one) =>
		one.number === number ? { ...one, shippedAt: now, shippedBy: by } : one,
	);
	const lines = order.lines.map((line) =>
		line.invoice === number && isOpen(line) ? { ...line, status: '15' as const } : line,
	);
	const isGone = lines.filter(isOpen).every(({ status }) => status === '15');
	return { ...order, invoices, lines, status: isGone ? '15' : order.status };
};
