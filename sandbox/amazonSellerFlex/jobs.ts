import { gzipSync } from 'node:zlib';
import type { Account } from './account';
import type { Currency } from './charges';
import type { Documents } from './documents';
import { feeds } from './feeds';
import { invoiceFeed } from './invoiceFeed';
import type { ListingsContext } from './listings';
import { priceFeed } from './priceFeed';
import type { Shipments } from './shipments';
import type { AmazonInvoiceState } from './stateTypes';
import type { AmazonOptions } from './types';

export interface JobsContext {
	readonly options: AmazonOptions;
	readonly seller: Account;
	readonly currency: Currency;
	readonly documents: Documents;
	readonly shipments: Shipments;
	readonly listings: ListingsContext;
	/** The invoices that were taken. */
	readonly invoices: AmazonInvoiceState[];
	now(): number;
	fails(): boolean;
}

/** The feeds that are played, and where their reports go. */
export const jobs = (context: JobsContext) => {
	const { options, seller, currency, documents, shipments, listings, invoices, now } = context;
	const { marketplace, settings, credential } = seller;
	const takesInvoices = options.takesInvoices ?? marketplace.takesInvoices;
	const { sellerId } = credential;
	return feeds({
		feedMs: options.feedMs ?? 3000,
		now,
		work: {
			JSON_LISTINGS_FEED: (feed) =>
				priceFeed(feed, { ...listings, sellerId, fails: context.fails }),
			UPLOAD_VAT_INVOICE: (feed) =>
				invoiceFeed(feed, {
					marketplace: takesInvoices ? marketplace.id : null,
					currency,
					shipments: shipments.all(),
					isEnabled: settings.grants.ownInvoices,
					keep: (invoice) => invoices.push({ at: now(), ...invoice }),
				}),
		},
		keep(report, contentType) {
			const isGzipped = options.gzipsReports ?? false;
			const bytes = isGzipped ? gzipSync(report) : Buffer.from(report);
			return documents.keep({ contentType, isGzipped, bytes });
		},
	});
};
