import { differing, keptSafe, offeredAlone, offeredTogether } from './figures';
import type { Offering } from './offering';
import type { Place } from './places';
import { sizedIn } from './sizedSafety';
import type { Store } from './storeShapes';
import { elements, first, rows, type Work } from './statement';

/** A stretch of the store's listings in the order of their SKUs: after `after`, up to and with `upTo`. */
export interface Stretch {
	readonly after: string;
	readonly upTo: string;
	readonly isLast: boolean;
}

/** How much a stretch has: so many listings, or listings with about so many figures to compare. */
export type AtOnce = { readonly listings: number } | { readonly figures: number };

/** The stretch that begins behind a SKU; null when no listings are left. */
export function* stretchAfter(
	{ code, settings }: Store,
	after: string,
	{ places, ...atOnce }: AtOnce & { readonly places: readonly Place[] },
): Work<Stretch | null> {
	const isCounted = 'figures' in atOnce && sharesLocations(places);
	const each = isCounted ? 1 : Math.max(1, places.length);
	const limit = 'figures' in atOnce ? Math.ceil(atOnce.figures / each) : atOnce.listings;
	const found = yield* first<{ last: string | null; count: number }>(
		`SELECT MAX(sku) AS last, COUNT(*) AS count FROM (SELECT l.sku FROM listings l
			${isCounted ? 'LEFT JOIN stock s ON s.seller = ? AND s.sku = l.sku' : ''}
			WHERE l.store = ? AND l.sku > ? ORDER BY l.sku LIMIT ?) o`,
		...(isCounted ? [settings.seller] : []),
		code,
		after,
		limit,
	);
	if (found?.last == null) return null;
	return { after, upTo: found.last, isLast: found.count < limit };
}

/** Whether several hubs fill one location: few of them may have anything of a SKU. */
const sharesLocations = (places: readonly Place[]): boolean =>
	new Set(places.map(({ location }) => location)).size < places.length;

/**
 * SKUs of the stretch that may have something to tell the channel: whose figures differ, and all that orders hold something
 * back of, that the channel has reserved, or of which several locations share a safety stock, because that is not worked out
 * here. No other SKU differs. At most so many, the first in order.
 */
export function* suspectsIn(
	store: Store,
	{ after, upTo }: Stretch,
	{ places, demand, reserved, fullSince, limit }: Offering & { fullSince: number; limit: number },
): Work<readonly string[]> {
	const { code, settings } = store;
	const listed = [code, after, upTo] as const;
	const locations = [...new Set(places.map(({ location }) => location))];
	if (locations.length === 0) return [];
	const isSafe = settings.sizeSafety && locations.length === 1;
	const sized =
		settings.sizeSafety && !isSafe
			? yield* sizedIn(code, { after, upTo })
			: new Map<string, never>();
	const asked = { seller: settings.seller, fullSince, listed };
	const all = sharesLocations(places) ? offeredTogether(asked, locations) : offeredAlone(asked);
	const offers = isSafe ? keptSafe(all, settings.safetyMostPercent, listed) : all;
	const [differs, ...values] = differing(offers, store);
	const found = yield* rows<{ sku: string }>(
		`${differs} UNION SELECT sku FROM listings WHERE store = ? AND sku > ? AND sku <= ? AND sku IN {elements}
		ORDER BY sku LIMIT ?`,
		...values,
		...listed,
		elements([...demand.bySku.keys(), ...reserved.map(({ sku }) => sku), ...sized.keys()]),
		limit,
	);
	return found.map(({ sku }) => sku);
}
