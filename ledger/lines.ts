import { keepsStock } from '../domain/integrationType';
import type { LineUnits } from '../domain/omsUnits';
import type { Order } from '../domain/order';
import { shown, skuFault } from '../domain/sku';
import type { Store } from './storeShapes';
import { each, elements, rows, run, type Work } from './statement';

interface LineRow {
	readonly order_id: number;
	readonly line_id: string;
	readonly listing: string | null;
	/** The SKU that the channel says. */
	readonly sku: string | null;
	/** What its listing counts as, where the store knows it. */
	readonly listed: string | null;
	readonly stands_for: string | null;
	readonly quantity: number;
}

/** SQL: the SKU that a line `l` was sold as. A channel that writes the same text as its listing does not say which of them it is. */
export const soldAs = 'NULLIF(l.sku, l.listing)';

/**
 * SQL: the SKU that a line `l` stands for, where `g` is its listing as the store knows it, if it does. The listing decides, by
 * the channel's id, unless the line was sold as another SKU. One that a person linked is also known by the SKU that the channel
 * writes on it, and by any while the channel is not known to write one.
 */
export const standsFor = `CASE WHEN g.sku IS NULL OR l.sku = g.sku THEN l.sku
	WHEN COALESCE(${soldAs}, g.channel_sku) = g.sku THEN g.sku
	WHEN g.by_hand = 1 AND COALESCE(${soldAs}, g.channel_sku, '') = COALESCE(g.channel_sku, ${soldAs}, '')
		THEN g.sku END`;

/** SQL: there is something of the line that still has to leave a hub. Few lines of many, and they have an index of their own. */
export const isOpen = 'ordered > cancelled + shipped';

/** A line that still has to leave a hub, with the master SKU it stands for, or the fault why there is none. */
export interface OpenLine {
	readonly order: number;
	readonly line: string;
	readonly quantity: number;
	readonly sku: string | null;
	readonly fault: string | null;
}

export function* writeLines(orders: readonly { id: number; order: Order }[]): Work<void> {
	yield* each(
		'INSERT INTO order_lines (order_id, line_id, listing, sku, ordered, cancelled) VALUES (?, ?, ?, ?, ?, ?)',
		orders.flatMap(({ id, order }) =>
			order.lines.map((line) => [
				id,
				line.id,
				line.listing,
				line.sku,
				line.ordered,
				line.cancelled,
			]),
		),
	);
}

export function* replaceLines(id: number, order: Order): Work<void> {
	yield* run('DELETE FROM order_lines WHERE order_id = ?', id);
	yield* writeLines([{ id, order }]);
}

/** Lines not yet shipped or cancelled. */
export const openLines = (store: Store, orders: readonly number[]) =>
	linesOf(store, orders, 'l.ordered - l.cancelled - l.shipped');

/** Lines not cancelled, shipped or not: as they were when nothing had left. */
export const soldLines = (store: Store, orders: readonly number[]) =>
	linesOf(store, orders, 'l.ordered - l.cancelled');

/**
 * The SKU that a line stands for must be, letter by letter, one of the seller's, unless no stock is kept: then what the channel calls
 * it does.
 */
function* linesOf(
	store: Store,
	orders: readonly number[],
	quantity: string,
): Work<readonly OpenLine[]> {
	const lines = yield* rows<LineRow>(
		`SELECT l.order_id, l.line_id, l.listing, CASE WHEN g.sku IS NULL THEN l.sku ELSE ${soldAs} END AS sku, g.sku AS listed,
			${standsFor} AS stands_for,
			${quantity} AS quantity
		FROM order_lines l LEFT JOIN listings g ON g.store = ? AND g.listing = l.listing
		WHERE l.order_id IN {ids} ORDER BY l.order_id, l.line_id`,
		store.code,
		elements(orders),
	);
	const skus = new Set(lines.flatMap(({ stands_for }) => stands_for ?? []));
	const isKept = keepsStock(store.settings);
	const catalog = yield* skusInCatalog(store.settings.seller, [...skus]);
	return lines
		.map((line) => ({
			order: line.order_id,
			line: line.line_id,
			quantity: line.quantity,
			...(isKept ? masterSku(line, catalog) : soldSku(line)),
		}))
		.filter(({ quantity }) => quantity > 0);
}

/** What is not cancelled of each line, by the ledger's order id. */
export function* keptLines(
	orders: readonly number[],
): Work<ReadonlyMap<number, readonly LineUnits[]>> {
	const found = yield* rows<{ order_id: number; line_id: string; quantity: number }>(
		`SELECT order_id, line_id, ordered - cancelled AS quantity FROM order_lines
		WHERE order_id IN {ids} ORDER BY order_id, line_id`,
		elements(orders),
	);
	return new Map(
		[...Map.groupBy(found, ({ order_id }) => order_id)].map(([order, of]) => [
			order,
			of.map(({ line_id: line, quantity }) => ({ line, quantity })),
		]),
	);
}

function masterSku(
	{ sku: sold, listed, stands_for: sku }: LineRow,
	catalog: ReadonlySet<string>,
): Pick<OpenLine, 'sku' | 'fault'> {
	if (sku !== null && catalog.has(sku)) return { sku, fault: null };
	return { sku: null, fault: faultOf(sold, listed) };
}

function soldSku({ sku, listed, stands_for, listing }: LineRow): Pick<OpenLine, 'sku' | 'fault'> {
	const said = stands_for ?? sku ?? listed ?? listing;
	return { sku: said, fault: said === null ? faultOf(null, null) : null };
}

function faultOf(sold: string | null, listed: string | null): string {
	if (sold === null && listed === null) return 'a line has no SKU';
	if (sold === null) return 'a line has no SKU, and that of its listing has changed on the channel';
	const fault = skuFault(sold);
	if (fault !== null) return `SKU ${shown(sold)}: ${fault}`;
	return listed === null || listed === sold
		? `SKU ${shown(sold)} is not in the seller's catalog`
		: `the listing was sold as ${shown(sold)} and is known as ${shown(listed)}`;
}

/** The SKU each listing is known as, by the channel's listing id. */
export function* listedSkus(
	store: string,
	listings: readonly string[],
): Work<ReadonlyMap<string, string>> {
	const found = yield* rows<{ listing: string; sku: string }>(
		'SELECT listing, sku FROM listings WHERE store = ? AND listing IN {elements}',
		store,
		elements(listings),
	);
	return new Map(found.map(({ listing, sku }) => [listing, sku]));
}

function* skusInCatalog(seller: string, skus: readonly string[]): Work<ReadonlySet<string>> {
	const found = yield* rows<{ sku: string }>(
		'SELECT sku FROM skus WHERE seller = ? AND sku IN {elements}',
		seller,
		elements(skus),
	);
	return new Set(found.map(({ sku }) => sku));
}
