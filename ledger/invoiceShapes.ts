import type { Instant } from '../domain/instant';
import type { Invoice } from '../domain/invoice';
import type { HubStatus } from '../domain/hubStatus';

/** `waiting`: to be uploaded by the hub. `byHand`: by a person on the channel. `uploading`: the channel works on it. */
export const invoiceStates = ['waiting', 'byHand', 'uploading', 'uploaded', 'refused'] as const;
export type InvoiceState = (typeof invoiceStates)[number];

/** What an order that left the hub has for an invoice on the channel. */
export interface OrderInvoice {
	readonly store: string;
	/** The channel's order id, and its number. */
	readonly order: string;
	readonly number: string;
	readonly status: HubStatus;
	readonly state: InvoiceState;
	/** What is to be done or what went wrong, in words; null where all is well. */
	readonly why: string | null;
	/** As it was uploaded, or null. */
	readonly invoice: Invoice | null;
	readonly feed: number | null;
	readonly since: Instant | null;
}

export interface InvoiceFilter {
	readonly store: string;
	readonly state?: InvoiceState;
	/** The channel's order id. */
	readonly order?: string;
	readonly limit: number;
}

/** An invoice whose feed is to be created on the channel now. */
export interface InvoiceOpened {
	readonly feed: number;
	/** The order's number. */
	readonly number: string;
}
