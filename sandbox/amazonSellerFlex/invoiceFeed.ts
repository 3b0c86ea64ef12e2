import { type Currency, decimal } from './charges';
import type { FeedOrder, FeedResult } from './feeds';
import { type Shipment, isInvoiced } from './shipment';
import { totalOf } from './shipmentAnswer';
import { isBefore } from './statuses';
import type { AmazonInvoiceState } from './stateTypes';

export interface InvoiceFeedContext {
	/** The seller's, if sellers upload invoices there. */
	readonly marketplace: string | null;
	readonly currency: Currency;
	readonly shipments: readonly Shipment[];
	/** The seller may upload own invoices. */
	readonly isEnabled: boolean;
	keep(invoice: Omit<AmazonInvoiceState, 'at'>): void;
}

interface InvoiceRefusal {
	readonly code: string;
	readonly message: string;
}

const refusal = (code: string, message: string): InvoiceRefusal => ({ code, message });

type Metadata = Readonly<Record<string, string>>;

/** The letter case of the keys does not count; the prefix does (reference/amazon-seller-flex.md 9). */
const metadataOf = ({ options }: FeedOrder): Metadata =>
	Object.fromEntries(
		Object.entries(options)
			.filter(([key]) => key.startsWith('metadata:'))
			.map(([key, value]) => [key.slice('metadata:'.length).toLowerCase(), value]),
	);

/** The shipping id wins; that it is the id of the shipment is a guess (reference/amazon-seller-flex.md 9). */
const shipmentsOf = ({ shippingid, orderid }: Metadata, all: readonly Shipment[]) =>
	all.filter(({ id, buyerOrderId }) => (shippingid ? id === shippingid : buyerOrderId === orderid));

const fileRefusal = ({ file }: FeedOrder) => {
	if (!file.bytes || file.bytes.length === 0) return refusal('79540', 'There is no file.');
	const isPdf = Buffer.from(file.bytes.subarray(0, 5)).toString('latin1') === '%PDF-';
	return isPdf ? null : refusal('79503', 'The file is not a PDF.');
};

const documentTypes = ['Invoice', 'CreditNote'];

const metadataRefusal = (metadata: Metadata) => {
	const { orderid, shippingid, invoicenumber, documenttype = 'Invoice' } = metadata;
	if (!(orderid || shippingid) || !invoicenumber) {
		return refusal('79513', 'Metadata is missing.');
	}
	// Which code a forbidden character has is not known.
	if (!/^[A-Za-z0-9,/\\ \-_;:#]+$/.test(invoicenumber)) {
		return refusal('79513', 'The invoice number has a character that is not allowed.');
	}
	return documentTypes.includes(documenttype)
		? null
		: refusal('79531', 'The document type is not known.');
};

const orderRefusal = (found: readonly Shipment[]) => {
	const dispatched = found.filter(({ status }) => !isBefore(status, 'SHIPPED'));
	if (dispatched.length === 0) {
		return refusal('79517', 'The order is unknown, not yours or not dispatched.');
	}
	return found.some(isInvoiced) ? refusal('79525', 'Amazon issues the invoice.') : null;
};

/** To the decimal; the code is a guess, the documents only say "refused". */
const amountRefusal = (
	{ totalamount }: Metadata,
	found: readonly Shipment[],
	currency: Currency,
) => {
	const total = found.reduce((sum, shipment) => sum + totalOf(shipment, currency), 0);
	const isRight = totalamount === undefined || totalamount === decimal(total, currency);
	return isRight ? null : refusal('79510', 'The total amount differs from that of the order.');
};

const sellerRefusal = (feed: FeedOrder, { marketplace, isEnabled }: InvoiceFeedContext) => {
	const [only, ...others] = feed.marketplaceIds;
	if (others.length > 0 || !marketplace || only !== marketplace) {
		return refusal('79523', 'The marketplace is missing, one of several, or not supported.');
	}
	return isEnabled ? null : refusal('79509', 'The seller is not enabled for own invoices.');
};

const contentType = 'text/tab-separated-values; charset=UTF-8';

const report = (refused: InvoiceRefusal | null) =>
	[
		'Feed Processing Summary:',
		'\tNumber of records processed\t\t1',
		`\tNumber of records successful\t\t${refused ? 0 : 1}`,
		'',
		'original-record-number\tsku\terror-code\terror-type\terror-message',
		...(refused ? [`0\t\t${refused.code}\tError\t${refused.message}`] : []),
		'',
	].join('\n');

/** UPLOAD_VAT_INVOICE: one PDF for one order, after dispatch (reference/amazon-seller-flex.md 9). */
export const invoiceFeed = (feed: FeedOrder, context: InvoiceFeedContext): FeedResult => {
	const metadata = metadataOf(feed);
	const found = shipmentsOf(metadata, context.shipments);
	const refused =
		sellerRefusal(feed, context) ??
		fileRefusal(feed) ??
		metadataRefusal(metadata) ??
		orderRefusal(found) ??
		amountRefusal(metadata, found, context.currency);
	if (!refused) {
		context.keep({
			feed: feed.id,
			buyerOrderId: found[0]?.buyerOrderId ?? '',
			shipments: found.map(({ id }) => id),
			number: metadata.invoicenumber ?? '',
			documentType: metadata.documenttype ?? 'Invoice',
			bytes: feed.file.bytes?.length ?? 0,
		});
	}
	const accepted = refused ? 0 : 1;
	return { report: report(refused), contentType, accepted, refused: 1 - accepted };
};
