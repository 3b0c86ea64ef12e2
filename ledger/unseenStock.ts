import { storeOf } from './lookups';
import { ownHubs, skusOf, type Counted } from './omsLevels';
import type { StockCount } from './stockShapes';
import type { Store } from './storeShapes';
import type { SyncRun } from './syncShapes';
import { elements, first, rows, run, type Work } from './statement';

/** Rows of stock that one transaction looks through. */
const chunk = 2_000;

type Shown = Required<Pick<Counted, 'shown' | 'unknown'>>;
/** Of a SKU at a hub. */
export type IsSeen = (place: Pick<StockCount, 'sku' | 'hub'>) => boolean;

/** A walk that begins has shown nothing yet. */
export const beginWalk = (store: string): Work<void> =>
	run('DELETE FROM stock_pages WHERE store = ?', store);

export const endWalk = beginWalk;

/** One row for each chunk: most rows of stock do not change and are not written, so they cannot tell. */
export function* keepShown(held: SyncRun, { shown, unknown }: Shown): Work<void> {
	if (Object.keys(shown).length === 0 && unknown.length === 0) return;
	yield* run(
		'INSERT INTO stock_pages (store, settings_version, shown) VALUES (?, ?, ?)',
		held.store,
		held.settingsVersion,
		JSON.stringify({ shown, unknown }),
	);
}

/**
 * What the walk that ends now has shown; null where it cannot tell what is gone: when the settings have changed on the way, so that
 * it asked for other locations; when it showed nothing at all, as a view that is broken does; while Catalog Sync is on and has not
 * come to its end once. A listing that the catalog has come to know since it was shown counts as shown everywhere.
 */
export function* seenBy(held: SyncRun): Work<IsSeen | null> {
	const { code, settings } = yield* storeOf(held.store, held.settingsVersion);
	const pages = yield* rows<{ settings_version: number; shown: string }>(
		'SELECT settings_version, shown FROM stock_pages WHERE store = ?',
		code,
	);
	const isWhole = pages.every((page) => page.settings_version === held.settingsVersion);
	if (pages.length === 0 || !isWhole) return null;
	if (settings.catalogSync && !(yield* hasCatalog(code))) return null;
	const all = pages.map(({ shown }) => JSON.parse(shown) as Shown);
	const known = yield* skusOf(code, [...new Set(all.flatMap(({ unknown }) => unknown))]);
	const late = new Set(known.values());
	const seen = new Map<string, Set<string>>();
	for (const [hub, skus] of all.flatMap(({ shown }) => Object.entries(shown))) {
		const at = seen.get(hub) ?? new Set();
		for (const sku of skus) at.add(sku);
		seen.set(hub, at);
	}
	return ({ sku, hub }) => late.has(sku) || (seen.get(hub)?.has(sku) ?? false);
}

function* hasCatalog(store: string): Work<boolean> {
	const ended = yield* first(
		"SELECT id FROM sync_runs WHERE store = ? AND kind = 'catalog' AND state = 'done' LIMIT 1",
		store,
	);
	return ended !== undefined;
}

/** Where a look through the stock of the store's own hubs stands. */
export type StockPosition = Pick<StockCount, 'sku' | 'hub'>;

/** Places behind the position that have stock the walk has not shown. */
export function* unseenAfter(
	{ code, settings }: Store,
	after: StockPosition,
	isSeen: IsSeen,
): Work<{ readonly places: readonly StockPosition[]; readonly next: StockPosition | null }> {
	const found = yield* rows<StockPosition>(
		`SELECT sku, hub FROM stock WHERE seller = ? AND (sku, hub) > (?, ?) AND on_hand <> 0 AND hub IN {elements}
		ORDER BY sku, hub LIMIT ?`,
		settings.seller,
		after.sku,
		after.hub,
		elements(yield* ownHubs(code)),
		chunk,
	);
	return {
		places: found.filter((place) => !isSeen(place)),
		next: (found.length === chunk && found.at(-1)) || null,
	};
}
