import { epochMs } from '../domain/instant';
import { changeStock, checkPlaces, isWhole } from './stockFacts';
import { levelsAt } from './stock';
import type { StockCount, StockLevel } from './stockShapes';
import { each, first, type Work } from './statement';

/**
 * Stores counts of what is there, all or none. What moved after a count was taken is applied to it again; a count older than
 * the last one changes nothing. A counted SKU belongs to the seller's catalog from then on.
 */
export function* setStock(counts: readonly StockCount[]): Work<readonly StockLevel[]> {
	const now = (yield* first<{ now: number }>('SELECT {now} AS now'))?.now ?? 0;
	yield* checkPlaces(counts, (count) => faultOf(count, now));
	yield* changeStock(counts, () => keepCounts(counts, now));
	return yield* levelsAt(counts);
}

/** Belongs into `changeStock`. `now` is when it was counted where a count does not say. */
export function* keepCounts(counts: readonly StockCount[], now: number): Work<void> {
	yield* each(
		`INSERT INTO stock (seller, sku, hub, on_hand, counted_at) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT (seller, sku, hub) DO UPDATE SET counted_at = excluded.counted_at,
			on_hand = excluded.on_hand + COALESCE((SELECT SUM(m.change) FROM movements m WHERE m.seller = excluded.seller
				AND m.sku = excluded.sku AND m.hub = excluded.hub AND m.at > excluded.counted_at), 0)
		WHERE stock.counted_at IS NULL OR stock.counted_at <= excluded.counted_at`,
		counts.map(({ seller, sku, hub, onHand, asOf }) => [
			seller,
			sku,
			hub,
			onHand,
			asOf === undefined ? now : epochMs(asOf),
		]),
	);
	yield* each(
		'UPDATE stock SET safety_stock = ? WHERE seller = ? AND sku = ? AND hub = ?',
		counts.flatMap(({ seller, sku, hub, safetyStock }) =>
			safetyStock === undefined ? [] : [[safetyStock, seller, sku, hub]],
		),
	);
}

function faultOf({ onHand, safetyStock, asOf }: StockCount, now: number): string | null {
	if (!isWhole(onHand) || onHand < 0) {
		return `${onHand} is not a count. Use a whole number, 0 or more.`;
	}
	if (!isWhole(safetyStock ?? 0) || (safetyStock ?? 0) < 0) {
		return `${safetyStock} is not a safety stock. Use a whole number, 0 or more.`;
	}
	if (asOf === undefined) return null;
	if (Number.isNaN(epochMs(asOf))) {
		return `${asOf} is not a time. Write it like 2026-03-02T10:15:00Z.`;
	}
	return epochMs(asOf) > now
		? `it was counted at ${asOf}, which is still to come. Correct the time.`
		: null;
}
