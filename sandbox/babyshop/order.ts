import type { Country } from './countries';
import type { BabyshopOrderChange, Cause } from './stateTypes';
import { type Status, isBefore } from './statuses';
import type { BabyshopCustomerDraft, BabyshopOrderDraft } from './types';

/** Money is in minor units. */
export interface Line {
	readonly number: string;
	readonly sku: string;
	readonly name: string | null;
	readonly quantity: number;
	readonly cancelled: number;
	readonly unitPrice: number;
	readonly discount: number;
	readonly confirmedAt: number | null;
	readonly status: Status;
	/** The latest. */
	readonly invoice: string | null;
}

export interface Invoice {
	readonly number: string;
	readonly at: number;
	readonly by: Cause;
	/** Numbers of lines. */
	readonly lines: readonly string[];
	readonly awb: string | null;
	readonly shippedAt: number | null;
	readonly shippedBy: Cause | null;
	readonly isRepeat: boolean;
}

type Overrides = Readonly<Record<string, unknown>> | null;

export interface Order {
	readonly number: string;
	readonly master: string;
	readonly seller: string;
	readonly placedAt: number;
	readonly updatedAt: number;
	readonly status: Status;
	readonly isOnHold: boolean;
	readonly country: Country;
	readonly currency: string;
	readonly customer: BabyshopCustomerDraft;
	readonly draft: Pick<BabyshopOrderDraft, 'paymentMethod' | 'shippingCharge' | 'codCharge'>;
	readonly lines: readonly Line[];
	readonly invoices: readonly Invoice[];
	readonly cancellation: {
		readonly by: Cause;
		readonly remark: string | null;
		readonly reason: string | null;
	} | null;
	readonly fetchCode: number | null;
	readonly overrides: Overrides;
	readonly listOverrides: Overrides;
	readonly history: readonly BabyshopOrderChange[];
}

export const openQuantity = ({ quantity, cancelled }: Line) => quantity - cancelled;

export const isOpen = (line: Line) => openQuantity(line) > 0;

export const invoiceOf = ({ invoices }: Order, number: string | null): Invoice | null =>
	invoices.findLast((invoice) => invoice.number === number) ?? null;

export const awbOf = (order: Order, { invoice }: Line) => invoiceOf(order, invoice)?.awb ?? null;

/** Lines that are still wanted, and not as far yet, get this status. */
export const withStatus = (order: Order, status: Status): Order => ({
	...order,
	status,
	lines: order.lines.map((line) =>
		isOpen(line) && isBefore(line.status, status) ? { ...line, status } : line,
	),
});

/** Units by SKU code that the customer still wants. */
export const openUnits = ({ lines }: Order): Readonly<Record<string, number>> => {
	const units = new Map<string, number>();
	for (const line of lines.filter(isOpen)) {
		units.set(line.sku, (units.get(line.sku) ?? 0) + openQuantity(line));
	}
	return Object.fromEntries(units);
};
