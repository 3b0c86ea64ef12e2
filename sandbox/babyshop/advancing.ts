import { SandboxRefusal } from '../wire';
import { type ChangeContext, awbGiven, invoiced, newInvoiceNumber, shipped } from './invoicing';
import { type Order, isOpen, withStatus } from './order';
import { isBefore } from './statuses';
import type { BabyshopOrderAdvance } from './types';

const withInvoice = (order: Order, context: ChangeContext): Order => {
	const lines = order.lines
		.filter((line) => isOpen(line) && line.invoice === null)
		.map(({ number }) => number);
	const number = newInvoiceNumber(context);
	return lines.length === 0 ? order : invoiced(order, { number, lines, by: 'panel' }, context.now);
};

const each = (
	order: Order,
	isMeant: (invoice: Order['invoices'][number]) => boolean,
	change: (order: Order, number: string) => Order,
) => order.invoices.filter(isMeant).reduce((next, { number }) => change(next, number), order);

/** What is missing on the way is made in the panel. */
const prepared = (order: Order, status: BabyshopOrderAdvance['status'], context: ChangeContext) => {
	if (isBefore(status, '12')) return order;
	const withInvoices = withInvoice(order, context);
	if (isBefore(status, '10')) return withInvoices;
	const withAwbs = each(
		withInvoices,
		({ awb }) => awb === null,
		(next, number) => awbGiven(next, number, context),
	);
	if (isBefore(status, '15')) return withAwbs;
	return each(
		withAwbs,
		({ shippedAt }) => shippedAt === null,
		(next, number) => shipped(next, number, 'panel', context.now),
	);
};

/** The panel and the courier go on from wherever the order is (reference/babyshop-vinculum.md 5). */
export const advanced = (
	order: Order,
	{ status }: BabyshopOrderAdvance,
	context: ChangeContext,
): Order => {
	if (!isBefore(order.status, status)) {
		throw new SandboxRefusal(
			`order ${order.number} is ${order.status} and does not become ${status}`,
		);
	}
	const next = withStatus(prepared(order, status, context), status);
	const confirmed = (at: number | null) => (status === '1' ? at : (at ?? context.now));
	return {
		...next,
		lines: next.lines.map((line) => ({ ...line, confirmedAt: confirmed(line.confirmedAt) })),
	};
};
