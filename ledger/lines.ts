import type { Order } from '../domain/order';
import { shown, skuFault } from '../domain/sku';
import type { Store } from './storeShapes';
import { each, elements, rows, run, type Work } from './statement';

export interface LineRow {
	order_id: number;
	line_id: string;
	listing: string | null;
	sku: string | null;
	ordered: number;
	cancelled: number;
	shipped: number;
}

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

/**
 * Lines not yet shipped or cancelled. A listing that the store knows decides the SKU, by the channel's id; else the
 * channel's SKU must be, letter by letter, one of the seller's.
 */
export function* openLines(store: Store, orders: readonly number[]): Work<readonly OpenLine[]> {
	const lines = yield* rows<LineRow>(
		`SELECT order_id, line_id, listing, sku, ordered, cancelled, shipped FROM order_lines
		WHERE order_id IN {ids} ORDER BY order_id, line_id`,
		elements(orders),
	);
	const listed = yield* listedSkus(store.code, texts(lines.map((line) => line.listing)));
	const catalog = yield* skusInCatalog(store.settings.seller, texts(lines.map((line) => line.sku)));
	return lines
		.map((line) => ({
			order: line.order_id,
			line: line.line_id,
			quantity: line.ordered - line.cancelled - line.shipped,
			...masterSku(line, listed, catalog),
		}))
		.filter(({ quantity }) => quantity > 0);
}

function masterSku(
	{ sku, listing }: LineRow,
	listed: ReadonlyMap<string, string>,
	catalog: ReadonlySet<string>,
): { sku: string | null; fault: string | null } {
	if (sku === null) return { sku: null, fault: 'a line has no SKU' };
	const fault = skuFault(sku);
	if (fault !== null) return { sku: null, fault: `SKU ${shown(sku)}: ${fault}` };
	const master = listing === null ? undefined : listed.get(listing);
	if (master !== undefined && master !== sku) {
		return {
			sku: null,
			fault: `the listing was sold as ${shown(sku)} and is known as ${shown(master)}`,
		};
	}
	return catalog.has(sku)
		? { sku, fault: null }
		: { sku: null, fault: `SKU ${shown(sku)} is not in the seller's catalog` };
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

const texts = (values: readonly (string | null)[]): readonly string[] => [
	...new Set(values.filter((value) => value !== null)),
];
