import { readGate, type GateRows } from './gateLedger';
import { readOms, type OmsRows } from './omsLedger';
import { readReturns, type ReturnRow } from './returnLedger';
import { reading } from './tables';

export interface OrderRow {
	readonly id: number;
	readonly channel_id: string;
	readonly number: string;
	readonly channel_status: string;
	readonly status: string;
	readonly hold_reason: string | null;
	readonly hub: string | null;
	readonly flag: string | null;
}

export interface LineRow {
	readonly order_id: number;
	readonly line_id: string;
	readonly sku: string | null;
	readonly ordered: number;
	readonly cancelled: number;
	readonly shipped: number;
}

export interface ReservationRow {
	readonly order_id: number;
	readonly line_id: string;
	readonly seller: string;
	readonly sku: string;
	readonly hub: string;
	readonly quantity: number;
}

export interface StockRow {
	readonly seller: string;
	readonly sku: string;
	readonly hub: string;
	readonly on_hand: number;
	readonly reserved: number;
	readonly safety_stock: number;
}

export interface ParkedRow {
	readonly channel_id: string;
	readonly reason: string;
}

export interface ExceptionRow {
	readonly reference: string;
	readonly kind: string;
	readonly cause: string;
	readonly state: string;
}

/** Units that left a hub, by seller and SKU. */
export interface ShippedRow {
	readonly seller: string;
	readonly sku: string;
	readonly hub: string | null;
	readonly quantity: number;
}

/** A parcel, and what the carrier calls it. */
export interface ParcelRow {
	readonly order_id: number;
	readonly tracking_number: string | null;
}

/** What is to be stuck on a parcel of the order, as the ledger keeps it: JSON with the bytes in base64. */
export interface LabelRow {
	readonly order_id: number;
	readonly label: string;
}

/** What became of the invoice of an order that left. Without a row nobody has touched it. */
export interface InvoiceRow {
	readonly order_id: number;
	readonly state: string;
}

/** Something that the channel is to hear. */
export interface UpdateRow {
	readonly id: number;
	readonly order_id: number;
	readonly effect: string;
	readonly state: string;
}

/** What happened to an order, in the order in which it did. */
export interface EventRow {
	readonly order_id: number | null;
	readonly type: string;
	readonly detail: string | null;
}

/** The figure that the channel shows for a listing at a location, as the hub last knew it; a row for each hub that stands behind it. */
export interface FigureRow {
	readonly listing: string;
	readonly location: string;
	readonly sku: string;
	readonly hub: string;
	/** What was handed out and not confirmed, or null. */
	readonly sent: number | null;
}

/** A sync whose run has not ended although nobody holds its lease any more. */
export interface DeadRun {
	readonly kind: string;
}

/** A change in the configuration log. */
export interface LogRow {
	readonly version: number;
	readonly restored_from: number | null;
}

export interface LedgerRows {
	readonly listings: readonly { readonly listing: string; readonly sku: string }[];
	/** Listings that the hub left out. */
	readonly skipped: readonly { readonly listing: string }[];
	readonly log: readonly LogRow[];
	readonly settings: readonly { readonly version: number; readonly settings: string }[];
	readonly updates: readonly UpdateRow[];
	readonly events: readonly EventRow[];
	readonly figures: readonly FigureRow[];
	/** Which hub stands for which location. */
	readonly places: readonly { readonly location: string; readonly hub: string }[];
	readonly deadRuns: readonly DeadRun[];
	/** Units by SKU that orders want which hold none: they may be kept from being offered again. */
	readonly waiting: readonly { readonly sku: string; readonly units: number }[];
	readonly orders: readonly OrderRow[];
	readonly lines: readonly LineRow[];
	readonly reservations: readonly ReservationRow[];
	readonly stock: readonly StockRow[];
	readonly parcels: readonly ParcelRow[];
	readonly labels: readonly LabelRow[];
	readonly shipped: readonly ShippedRow[];
	readonly invoices: readonly InvoiceRow[];
	readonly parked: readonly ParkedRow[];
	readonly exceptions: readonly ExceptionRow[];
	/** With the OMS that ships what the store sells; of nothing where the hub itself does. */
	readonly oms: OmsRows;
	/** Of a channel that makes the invoices and is told by list what has left. */
	readonly gate: GateRows;
	readonly returns: readonly ReturnRow[];
}

/**
 * All that the ledger's tables say of one store and of its seller's goods, read in one transaction and never written. Where
 * the demo plays, every store has a seller of its own.
 */
export const readLedger = (ledger: string, store: string): LedgerRows =>
	reading(ledger, (rows) => ({
		orders: rows(
			`SELECT id, channel_id, number, channel_status, status, hold_reason, hub, flag
			 FROM orders WHERE store = ? ORDER BY id`,
			store,
		),
		lines: rows(
			`SELECT order_id, line_id, sku, ordered, cancelled, shipped FROM order_lines
			 WHERE order_id IN (SELECT id FROM orders WHERE store = ?)`,
			store,
		),
		reservations: rows(
			`SELECT order_id, line_id, seller, sku, hub, quantity FROM reservations
			 WHERE order_id IN (SELECT id FROM orders WHERE store = ?)`,
			store,
		),
		stock: rows(
			`SELECT seller, sku, hub, on_hand, reserved, safety_stock FROM stock
			 WHERE seller = (SELECT seller FROM stores WHERE code = ?)`,
			store,
		),
		parcels: rows(
			`SELECT order_id, tracking_number FROM parcels
			 WHERE order_id IN (SELECT id FROM orders WHERE store = ?)`,
			store,
		),
		labels: rows(
			`SELECT order_id, label FROM parcels
			 WHERE label IS NOT NULL AND order_id IN (SELECT id FROM orders WHERE store = ?)`,
			store,
		),
		shipped: rows(
			`SELECT seller, sku, hub, sum(quantity) AS quantity
			 FROM parcel_lines JOIN parcels ON parcels.id = parcel_lines.parcel_id
			 WHERE shipped_at IS NOT NULL AND order_id IN (SELECT id FROM orders WHERE store = ?)
			 GROUP BY seller, sku, hub`,
			store,
		),
		listings: rows('SELECT listing, sku FROM listings WHERE store = ?', store),
		skipped: rows('SELECT listing FROM skipped_listings WHERE store = ?', store),
		log: rows('SELECT version, restored_from FROM configuration_log WHERE store = ?', store),
		settings: rows('SELECT version, settings FROM store_settings WHERE store = ?', store),
		updates: rows(
			'SELECT rowid AS id, order_id, effect, state FROM outbox WHERE store = ? ORDER BY rowid',
			store,
		),
		events: rows(
			'SELECT order_id, type, detail FROM events WHERE store = ? OR store IS NULL ORDER BY id',
			store,
		),
		figures: rows(
			`SELECT published.listing, published.location, listings.sku AS sku, hub, sent FROM published
			 JOIN listings ON listings.store = published.store AND listings.listing = published.listing
			 JOIN store_places ON store_places.store = published.store AND store_places.location = published.location
			 WHERE published.store = ?`,
			store,
		),
		places: rows('SELECT location, hub FROM store_places WHERE store = ?', store),
		deadRuns: rows(
			`SELECT kind FROM syncs WHERE store = ? AND run_id IS NOT NULL
			 AND lease_until < CAST(unixepoch('subsec') * 1000 AS INTEGER)`,
			store,
		),
		waiting: rows(
			`SELECT sku, sum(units) AS units FROM (
				SELECT sku, ordered - cancelled - shipped AS units FROM order_lines
				JOIN orders ON orders.id = order_lines.order_id
				WHERE store = ? AND status IN ('created', 'on_hold')
				UNION ALL SELECT sku, quantity AS units FROM held_back WHERE store = ?
			 ) AS wanted WHERE sku IS NOT NULL GROUP BY sku`,
			store,
			store,
		),
		invoices: rows('SELECT order_id, state FROM invoices WHERE store = ?', store),
		parked: rows('SELECT channel_id, reason FROM parked WHERE store = ?', store),
		exceptions: rows(
			'SELECT reference, kind, cause, state FROM exceptions WHERE store = ? ORDER BY id',
			store,
		),
		oms: readOms(rows, store),
		gate: readGate(rows, store),
		returns: readReturns(rows, store),
	}));
