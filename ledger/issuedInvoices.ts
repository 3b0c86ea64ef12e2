import type { ChannelInvoice, ParcelTold } from '../domain/channelUpdate';
import type { Order } from '../domain/order';
import { raise, resolve } from './exceptions';
import type { LedgerInvoice } from './orderShapes';
import { orderById } from './orders';
import { storeOf } from './lookups';
import { elements, rows, run, type Work } from './statement';

interface Row {
	readonly order_id: number;
	readonly parcel_id: number;
	readonly code: string;
	readonly issued_at: string;
	readonly taxes: string;
}

/** The invoices of each order, by the ledger's order id. */
export function* invoicesOf(
	orders: readonly number[],
): Work<ReadonlyMap<number, readonly LedgerInvoice[]>> {
	const found = yield* rows<Row>(
		'SELECT order_id, parcel_id, code, issued_at, taxes FROM issued_invoices WHERE order_id IN {ids} ORDER BY parcel_id',
		elements(orders),
	);
	return new Map(
		[...Map.groupBy(found, ({ order_id }) => order_id)].map(([order, of]) => [
			order,
			of.map(({ parcel_id, code, issued_at, taxes }) => ({
				parcel: parcel_id,
				code,
				at: issued_at,
				taxes: JSON.parse(taxes) as ChannelInvoice['taxes'],
			})),
		]),
	);
}

/**
 * Keeps what the channel says of invoices, each once. Another code than the one that is known changes nothing and goes to a
 * person. The caller has locked the order.
 */
export function* keepInvoices(order: number, told: readonly ParcelTold[]): Work<void> {
	for (const { parcel, invoice } of told) {
		if (invoice !== undefined) yield* keepInvoice(order, parcel, invoice);
	}
}

function* keepInvoice(id: number, parcel: number, invoice: ChannelInvoice): Work<void> {
	const order = yield* orderById(id);
	const { isWhole } = JSON.parse(order.body) as Order;
	const known = ((yield* invoicesOf([id])).get(id) ?? []).find(
		(one) => isWhole === true || one.parcel === parcel,
	);
	if (known === undefined) {
		return yield* run(
			`INSERT INTO issued_invoices (order_id, parcel_id, code, issued_at, taxes, kept_at) VALUES (?, ?, ?, ?, ?, {now})`,
			id,
			parcel,
			invoice.code,
			invoice.at,
			JSON.stringify(invoice.taxes),
		);
	}
	const reference = `${order.channel_id} ${known.parcel}`;
	if (known.code === invoice.code) {
		return yield* resolve(order.store, ['invoice_changed'], [reference]);
	}
	const { channel, version } = yield* storeOf(order.store);
	yield* raise({
		store: order.store,
		kind: 'invoice_changed',
		reference,
		cause: `The invoice of order ${order.number} is ${known.code}, and ${channel} says by now that it is ${invoice.code}.`,
		advice: `The first one stays. Ask ${channel} which is right, then dismiss this.`,
		settingsVersion: version,
		order: id,
		payload: { kept: known, told: invoice },
	});
}
