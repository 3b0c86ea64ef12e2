import type { Money } from './money';

/**
 * How the invoice of an order gets to the channel: the channel makes it, or has no need of one; the hub uploads it; or a
 * person does so on the channel's own pages.
 */
export const invoiceWays = ['channel', 'upload', 'byHand'] as const;
export type InvoiceWay = (typeof invoiceWays)[number];

/** As the store page says it. */
export const invoiceWayLabels: Readonly<Record<InvoiceWay, string>> = {
	channel: 'Channel Makes Them',
	upload: 'Hub Uploads Them',
	byHand: 'Person Uploads Them',
};

export interface Invoice {
	readonly number: string;
	/** With tax. */
	readonly total: Money;
	readonly tax: Money;
}

/** Why the amounts cannot be those of an invoice, or null when they can. */
export function invoiceFault({ number, total, tax }: Invoice): string | null {
	if (number.trim() === '') return 'it has no number';
	if (total.currency !== tax.currency) return 'its total and its tax are in two currencies';
	if (!Number.isSafeInteger(total.minor) || total.minor < 0) return 'its total is no amount';
	if (!Number.isSafeInteger(tax.minor) || tax.minor < 0) return 'its tax is no amount';
	return tax.minor > total.minor ? 'its tax is above its total' : null;
}
