import { instant } from '../domain/instant';
import type { StockFigure } from '../domain/stockFigure';
import { heldSince, moveCursor } from './lease';
import { listedSkus } from './lines';
import { storeOf } from './lookups';
import type { StockCompared, StockDrift, StockLevelsRead } from './stockShapes';
import { each, elements, first, rows, run, type Work } from './statement';

/** A row as it was published, locked, and what the channel shows of it now. */
interface Compared {
	readonly sku: string;
	readonly listing: string;
	readonly location: string;
	readonly shown: number;
	/** What the channel is known to have confirmed, where nothing else may have reached it by now. */
	readonly confirmed: number | null;
}

/**
 * What the channel shows against what it confirmed. Stock never flows in (G9): where the channel shows another figure, that is
 * what it has now, so that the next push sends the true one. A row that matches again is no drift any more.
 */
export function* compareStock({ run: held, levels, next }: StockLevelsRead): Work<StockCompared> {
	const readAfter = yield* heldSince(held);
	const now = (yield* first<{ now: number }>('SELECT {now} AS now'))?.now ?? 0;
	const compared = yield* comparedWith(held.store, levels, readAfter);
	const drifted = compared.filter((row) => row.confirmed !== null && row.confirmed !== row.shown);
	yield* record(held.store, compared, now);
	yield* moveCursor(held, next, null);
	yield* run(
		'UPDATE sync_runs SET pages = pages + 1, updated = updated + ? WHERE id = ?',
		drifted.length,
		held.id,
	);
	return {
		run: { ...held, pages: held.pages + 1 },
		drift: drifted.map(({ sku, listing, location, shown, confirmed }) => ({
			store: held.store,
			sku,
			listing,
			location,
			quantity: shown,
			confirmed: confirmed ?? shown,
			checkedAt: instant(now),
		})),
		next,
	};
}

/** What was handed out, or confirmed since the page was asked for, may have reached the channel after the page was read. */
function* comparedWith(
	store: string,
	levels: readonly StockFigure[],
	readAfter: number,
): Work<readonly Compared[]> {
	const skus = yield* listedSkus(store, [...new Set(levels.map(({ listing }) => listing))]);
	const published = yield* rows<Omit<Compared, 'shown'>>(
		`SELECT sku, listing, location,
			CASE WHEN COALESCE(confirmed_at, 0) < ? THEN confirmed ELSE NULL END AS confirmed
		FROM published WHERE store = ? AND sku IN {elements} ORDER BY sku, listing, location {forUpdate}`,
		readAfter,
		store,
		elements([...new Set(skus.values())]),
	);
	const read = Map.groupBy(levels, ({ listing }) => listing);
	return published.flatMap((row) => {
		const level = read.get(row.listing)?.find(({ location }) => location === row.location);
		return level === undefined ? [] : [{ ...row, shown: whole(level.quantity) }];
	});
}

const largest = 2_147_483_647;

/** Some channels show parts of a unit, or no end of them. */
const whole = (quantity: number) => Math.max(-largest, Math.min(largest, Math.floor(quantity)));

function* record(store: string, compared: readonly Compared[], now: number): Work<void> {
	yield* each(
		`UPDATE published SET channel = ?, checked_at = ? WHERE store = ? AND sku = ? AND listing = ? AND location = ?`,
		compared.map(({ sku, listing, location, shown }) => [
			shown,
			now,
			store,
			sku,
			listing,
			location,
		]),
	);
	yield* each(
		`UPDATE published SET confirmed = ?, confirmed_at = ?, expected = ?
		WHERE store = ? AND sku = ? AND listing = ? AND location = ?`,
		compared
			.filter(({ confirmed }) => confirmed !== null)
			.map(({ sku, listing, location, shown, confirmed }) => [
				shown,
				now,
				confirmed === shown ? null : confirmed,
				...[store, sku, listing, location],
			]),
	);
}

interface DriftRow extends StockFigure {
	readonly sku: string;
	readonly confirmed: number;
	readonly checked_at: number;
}

/** Rows where the channel showed another figure when it was looked at last. */
export function* driftOf(store: string, limit: number): Work<readonly StockDrift[]> {
	yield* storeOf(store);
	const found = yield* rows<DriftRow>(
		`SELECT sku, listing, location, channel AS quantity, expected AS confirmed, checked_at FROM published
		WHERE store = ? AND expected IS NOT NULL ORDER BY sku, listing, location LIMIT ?`,
		store,
		limit,
	);
	return found.map(({ checked_at, ...row }) => ({ ...row, store, checkedAt: instant(checked_at) }));
}
