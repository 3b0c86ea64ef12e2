import { refused } from '../domain/failure';
import type { HubStatus } from '../domain/hubStatus';
import { instant } from '../domain/instant';
import { invoiceFault, invoiceWayLabels, type Invoice, type InvoiceWay } from '../domain/invoice';
import { startFeed } from './feedRows';
import type { InvoiceFilter, InvoiceOpened, InvoiceState, OrderInvoice } from './invoiceShapes';
import { storeOf } from './lookups';
import { orderRow, type OrderRow } from './orders';
import { first, rows, run, type Work } from './statement';

/** Without a row of its own, a shipped order waits as the store settings say. */
const stateOfUntouched = {
	channel: null,
	upload: 'waiting',
	byHand: 'byHand',
} as const satisfies Record<InvoiceWay, InvoiceState | null>;

/** An invoice before dispatch is refused (reference/amazon-seller-flex.md 9), and no order of a hub has one earlier. */
const dispatched: readonly HubStatus[] = ['shipped', 'delivered'];

const selection = `SELECT o.channel_id, o.number AS order_number, o.status, i.number, i.total, i.tax, i.currency, i.feed,
		i.reason, i.since,
		COALESCE(i.state, CASE WHEN o.status IN ('shipped', 'delivered') THEN CAST(? AS TEXT) END) AS state
	FROM orders o LEFT JOIN invoices i ON i.order_id = o.id WHERE o.store = ?`;

interface InvoiceRow {
	readonly channel_id: string;
	readonly order_number: string;
	readonly status: HubStatus;
	readonly state: InvoiceState;
	readonly number: string | null;
	readonly total: number | null;
	readonly tax: number | null;
	readonly currency: string | null;
	readonly feed: number | null;
	readonly reason: string | null;
	readonly since: number | null;
}

/** Orders that left and what their invoices wait for, oldest order first. */
export function* getInvoices(filter: InvoiceFilter): Work<readonly OrderInvoice[]> {
	const { settings } = yield* storeOf(filter.store);
	const found = yield* rows<InvoiceRow>(
		`SELECT * FROM (${selection} ${filter.order === undefined ? '' : 'AND o.channel_id = ?'}
			ORDER BY o.placed_at, o.id) w
		WHERE state IS NOT NULL AND state = COALESCE(CAST(? AS TEXT), state) LIMIT ?`,
		stateOfUntouched[settings.invoices],
		filter.store,
		...(filter.order === undefined ? [] : [filter.order]),
		filter.state ?? null,
		filter.limit,
	);
	return found.map((row) => toInvoice(filter.store, row));
}

const toInvoice = (store: string, row: InvoiceRow): OrderInvoice => ({
	store,
	order: row.channel_id,
	number: row.order_number,
	status: row.status,
	state: row.state,
	why: row.reason ?? whyOf[row.state],
	invoice: invoiceOf(row),
	feed: row.feed,
	since: row.since === null ? null : instant(row.since),
});

const whyOf: Readonly<Record<InvoiceState, string | null>> = {
	waiting: 'Its invoice is to be uploaded with Invoice: Upload.',
	byHand:
		'Its invoice has to be uploaded by hand on the pages of the channel. Then say so with Invoice: Mark Uploaded.',
	uploading: 'The channel works on it. Price: Push asks what became of it.',
	uploaded: null,
	refused: 'Upload it again.',
};

const invoiceOf = ({ number, total, tax, currency }: InvoiceRow): Invoice | null =>
	number === null || total === null || tax === null || currency === null
		? null
		: { number, total: { minor: total, currency }, tax: { minor: tax, currency } };

/** Reserves the upload of an order's invoice before the channel hears of it: nobody uploads a second one meanwhile. */
export function* openInvoiceFeed(
	store: string,
	order: string,
	invoice: Invoice,
): Work<InvoiceOpened> {
	const row = yield* orderThatLeft(store, order);
	const { settings } = yield* storeOf(store);
	if (settings.invoices !== 'upload') {
		throw refused(
			`The invoice of order ${row.number} was not uploaded: the settings of its store say that ${settings.invoices === 'byHand' ? 'invoices are uploaded by hand' : 'the channel makes them'}. Set Invoices to ${invoiceWayLabels.upload}, where the channel takes them.`,
		);
	}
	const fault = invoiceFault(invoice);
	if (fault !== null) throw refused(`The invoice of order ${row.number} is not usable: ${fault}.`);
	const state = yield* stateOf(row);
	if (state === 'uploading' || state === 'uploaded') {
		throw refused(
			`Order ${row.number} ${state === 'uploaded' ? 'has its invoice' : 'waits for the channel to take its invoice'} already, so no other one was uploaded.`,
		);
	}
	const feed = yield* startFeed(store, 'invoice');
	yield* keep(row, { state: 'uploading', invoice, feed });
	return { feed, number: row.number };
}

/** A person has uploaded it on the channel, or nothing is to be uploaded. Said twice, it stays so. */
export function* invoiceDone(store: string, order: string): Work<OrderInvoice> {
	const row = yield* orderThatLeft(store, order);
	const state = yield* stateOf(row);
	if (state === 'uploading') {
		throw refused(
			`The invoice of order ${row.number} is being uploaded, so nothing was changed. Wait until the channel has said what became of it.`,
		);
	}
	if (state !== 'uploaded') yield* keep(row, { state: 'uploaded', invoice: null, feed: null });
	const [ended] = yield* getInvoices({ store, order, limit: 1 });
	return ended as OrderInvoice;
}

function* orderThatLeft(store: string, order: string): Work<OrderRow> {
	const row = yield* orderRow(store, order);
	if (dispatched.includes(row.status)) return row;
	throw refused(
		`Order ${row.number} is ${row.status}, and an invoice is only for one that was shipped. Come back when it has left.`,
	);
}

function* stateOf({ id }: OrderRow): Work<InvoiceState | null> {
	const row = yield* first<{ state: InvoiceState }>(
		'SELECT state FROM invoices WHERE order_id = ?',
		id,
	);
	return row?.state ?? null;
}

interface Kept {
	readonly state: InvoiceState;
	readonly invoice: Invoice | null;
	readonly feed: number | null;
}

const keep = ({ id, store }: OrderRow, { state, invoice, feed }: Kept): Work<void> =>
	run(
		`INSERT INTO invoices (order_id, store, state, number, total, tax, currency, feed, since)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, {now}) ON CONFLICT (order_id) DO UPDATE SET state = excluded.state,
			number = excluded.number, total = excluded.total, tax = excluded.tax, currency = excluded.currency,
			feed = excluded.feed, reason = NULL, since = excluded.since`,
		id,
		store,
		state,
		invoice?.number ?? null,
		invoice?.total.minor ?? null,
		invoice?.tax.minor ?? null,
		invoice?.total.currency ?? null,
		feed,
	);
