import { refused } from '../domain/failure';
import { shown, skuFault } from '../domain/sku';
import { hubsInLedger } from './lookups';
import type { StockCount, StockLevel } from './shapes';
import { each, elements, rows, type Work } from './statement';

/** Stores counts of what is there, all or none. A counted SKU belongs to the seller's catalog from then on. */
export function* setStock(counts: readonly StockCount[]): Work<readonly StockLevel[]> {
	yield* checkCounts(counts);
	yield* each(
		'INSERT INTO skus (seller, sku) VALUES (?, ?) ON CONFLICT DO NOTHING',
		counts.map(({ seller, sku }) => [seller, sku]),
	);
	yield* each(
		`INSERT INTO stock (seller, sku, hub, on_hand, safety_stock, counted_at) VALUES (?, ?, ?, ?, COALESCE(?, 0), {now})
		ON CONFLICT (seller, sku, hub) DO UPDATE SET on_hand = excluded.on_hand, counted_at = excluded.counted_at,
			safety_stock = COALESCE(?, stock.safety_stock)`,
		counts.map(({ seller, sku, hub, onHand, safetyStock }) => [
			seller,
			sku,
			hub,
			onHand,
			safetyStock ?? null,
			safetyStock ?? null,
		]),
	);
	const levels: StockLevel[] = [];
	for (const [seller, ofSeller] of Map.groupBy(counts, (count) => count.seller)) {
		const counted = new Set(ofSeller.map(({ sku, hub }) => `${hub} ${sku}`));
		const all = yield* stockLevels(seller, [...new Set(ofSeller.map(({ sku }) => sku))]);
		levels.push(...all.filter(({ sku, hub }) => counted.has(`${hub} ${sku}`)));
	}
	return levels;
}

function* checkCounts(counts: readonly StockCount[]): Work<void> {
	const hubs = new Set((yield* hubsInLedger()).map(({ code }) => code));
	const sellers = new Set(
		(yield* rows<{ code: string }>('SELECT code FROM sellers')).map(({ code }) => code),
	);
	for (const count of counts) {
		const fault = faultOf(count, hubs, sellers);
		if (fault !== null)
			throw refused(
				`Stock of SKU ${shown(count.sku)} at hub ${shown(count.hub)}: ${fault} No stock was changed.`,
			);
	}
}

function faultOf(
	count: StockCount,
	hubs: ReadonlySet<string>,
	sellers: ReadonlySet<string>,
): string | null {
	const inSku = skuFault(count.sku);
	if (inSku !== null) return `the SKU is not usable, ${inSku}. Correct it.`;
	if (!hubs.has(count.hub)) return 'there is no such hub. Save the hub first.';
	if (!sellers.has(count.seller))
		return `there is no seller ${shown(count.seller)}. Save the seller first.`;
	if (!isCount(count.onHand))
		return `${count.onHand} is not a count. Use a whole number, 0 or more.`;
	if (!isCount(count.safetyStock ?? 0))
		return `${count.safetyStock} is not a safety stock. Use a whole number, 0 or more.`;
	return null;
}

const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0;

/** What the hubs have of one SKU. */
export const getStock = (seller: string, sku: string): Work<readonly StockLevel[]> =>
	stockLevels(seller, [sku]);

interface StockRow {
	seller: string;
	sku: string;
	hub: string;
	on_hand: number;
	reserved: number;
	safety_stock: number;
}

function* stockLevels(seller: string, skus: readonly string[]): Work<readonly StockLevel[]> {
	const found = yield* rows<StockRow>(
		`SELECT seller, sku, hub, on_hand, reserved, safety_stock FROM stock
		WHERE seller = ? AND sku IN {elements} ORDER BY sku, hub`,
		seller,
		elements(skus),
	);
	return found.map(({ on_hand, safety_stock, ...row }) => ({
		...row,
		onHand: on_hand,
		safetyStock: safety_stock,
		available: Math.max(0, on_hand - row.reserved - safety_stock),
	}));
}
