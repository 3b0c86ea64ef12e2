import { instant } from '../domain/instant';
import type { StockLevel } from './stockShapes';
import { elements, rows, type Work } from './statement';

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
	counted_at: number | null;
}

export function* stockLevels(seller: string, skus: readonly string[]): Work<readonly StockLevel[]> {
	const found = yield* rows<StockRow>(
		`SELECT seller, sku, hub, on_hand, reserved, safety_stock, counted_at FROM stock
		WHERE seller = ? AND sku IN {elements} ORDER BY sku, hub`,
		seller,
		elements(skus),
	);
	return found.map(({ on_hand, safety_stock, counted_at, ...row }) => ({
		...row,
		onHand: on_hand,
		safetyStock: safety_stock,
		available: Math.max(0, on_hand - row.reserved - safety_stock),
		countedAt: counted_at === null ? null : instant(counted_at),
	}));
}

/** The levels of exactly these places, after something changed there. */
export function* levelsAt(
	places: readonly Pick<StockLevel, 'seller' | 'sku' | 'hub'>[],
): Work<readonly StockLevel[]> {
	const levels: StockLevel[] = [];
	for (const [seller, of] of Map.groupBy(places, (place) => place.seller)) {
		const wanted = new Set(of.map(({ sku, hub }) => `${hub} ${sku}`));
		const all = yield* stockLevels(seller, [...new Set(of.map(({ sku }) => sku))]);
		levels.push(...all.filter(({ sku, hub }) => wanted.has(`${hub} ${sku}`)));
	}
	return levels;
}
