import { isCounted, type Offering } from './offering';
import type { Place } from './places';
import { sizedIn } from './sizedSafety';
import type { Store } from './storeShapes';
import { elements, first, rows, type Work } from './statement';
import { isWaitedFor } from './tickets';

/** A stretch of the store's listings in the order of their SKUs: after `after`, up to and with `upTo`. */
export interface Stretch {
	readonly after: string;
	readonly upTo: string;
	readonly isLast: boolean;
}

/** The stretch that begins behind a SKU and has about so many figures to compare; null when no listings are left. */
export function* stretchAfter(
	{ code, settings }: Store,
	after: string,
	{ places, figures }: { places: readonly Place[]; figures: number },
): Work<Stretch | null> {
	const isShared = sharesLocations(places);
	const limit = isShared ? figures : Math.ceil(figures / Math.max(1, places.length));
	const found = yield* first<{ last: string | null; count: number }>(
		`SELECT MAX(sku) AS last, COUNT(*) AS count FROM (SELECT l.sku FROM listings l
			${isShared ? 'LEFT JOIN stock s ON s.seller = ? AND s.sku = l.sku' : ''}
			WHERE l.store = ? AND l.sku > ? ORDER BY l.sku LIMIT ?) o`,
		...(isShared ? [settings.seller] : []),
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

/** More than any stock: where the store sets no cap. */
const noCap = 2_147_483_647;

const free = `CASE WHEN h.active = 1 AND p.offers = 1 AND s.on_hand > s.reserved + s.safety_stock
	THEN s.on_hand - s.reserved - s.safety_stock ELSE 0 END`;

/** What may be offered before anything is held back, of what was counted or is published: one hub fills each location. */
const offeredAlone = `SELECT l.sku, l.listing, p.location, ${free} AS units
	FROM listings l
	JOIN store_places p ON p.store = l.store
	JOIN hubs h ON h.code = p.hub
	LEFT JOIN stock s ON s.seller = ? AND s.sku = l.sku AND s.hub = p.hub AND s.sku > ? AND s.sku <= ?
	WHERE l.store = ? AND l.sku > ? AND l.sku <= ? AND (${isCounted} OR (SELECT 1 FROM published b
		WHERE b.store = l.store AND b.sku = l.sku AND b.listing = l.listing AND b.location = p.location) IS NOT NULL)`;

/** The same where several do: summed up over what they have, not over what they are. */
const offeredTogether = `SELECT sku, listing, location, SUM(units) AS units FROM (
	SELECT l.sku, l.listing, p.location, ${free} AS units
	FROM listings l
	JOIN stock s ON s.seller = ? AND s.sku = l.sku AND s.sku > ? AND s.sku <= ?
	JOIN hubs h ON h.code = s.hub
	JOIN store_places p ON p.store = l.store AND p.hub = s.hub
	WHERE l.store = ? AND l.sku > ? AND l.sku <= ? AND ${isCounted}
	UNION ALL SELECT b.sku, b.listing, b.location, 0 FROM listings l
	JOIN published b ON b.store = l.store AND b.sku = l.sku AND b.listing = l.listing
	WHERE l.store = ? AND l.sku > ? AND l.sku <= ?
		AND EXISTS (SELECT 1 FROM store_places p WHERE p.store = b.store AND p.location = b.location)
	) t GROUP BY sku, listing, location`;

const offered = (isShared: boolean) => (isShared ? offeredTogether : offeredAlone);

const offeredPlainly = (isShared: boolean) =>
	`SELECT sku, listing, location, units - CAST(? AS INTEGER) AS units FROM (${offered(isShared)}) u`;

/** The same, less what is sized for safety (`heldOf`), where one location has all of the stock. */
const offeredSafely = (isShared: boolean) => `SELECT sku, listing, location,
		units - CASE WHEN sized > units * CAST(? AS BIGINT) / 100 THEN units * CAST(? AS BIGINT) / 100 ELSE sized END
			- CAST(? AS INTEGER) AS units
	FROM (SELECT u.sku, u.listing, u.location, u.units, COALESCE(z.units, 0) AS sized FROM (${offered(isShared)}) u
		LEFT JOIN sized_safety z ON z.store = ? AND z.sku = u.sku AND z.sku > ? AND z.sku <= ?) f`;

/** SQL, with the time as a value: the channel has confirmed it, but before all was asked to be sent again. */
export const isOld = '(confirmed IS NOT NULL AND COALESCE(confirmed_at, 0) < ?)';

/**
 * All that is offered, less what the channel has confirmed or refused as it is, or is still to decide on. Every table is read
 * once, along its key: both databases then compare a hundred thousand listings in about a second.
 */
const differing = (offers: string) => `SELECT sku FROM (
	SELECT sku, listing, location, CASE WHEN units < 0 THEN 0 WHEN units > CAST(? AS INTEGER) THEN CAST(? AS INTEGER)
		ELSE units END AS figure FROM (${offers}) o
	EXCEPT SELECT sku, listing, location, COALESCE(sent, confirmed, refused) FROM published
		WHERE store = ? AND sku > ? AND sku <= ? AND (sent IS NULL OR ${isWaitedFor}) AND NOT ${isOld}) d`;

/**
 * SKUs of the stretch that may have something to tell the channel: whose figures differ, and all that orders hold something
 * back of, that the channel has reserved, or of which several locations share a safety stock, because that is not worked out
 * here. No other SKU differs. At most so many, the first in order.
 */
export function* suspectsIn(
	{ code, settings }: Store,
	{ after, upTo }: Stretch,
	{ places, demand, reserved, fullSince, limit }: Offering & { fullSince: number; limit: number },
): Work<readonly string[]> {
	const stretch = [after, upTo] as const;
	const locations = new Set(places.map(({ location }) => location)).size;
	const isShared = sharesLocations(places);
	const isSafe = settings.sizeSafety && locations === 1;
	const cap = settings.stockCap ?? noCap;
	const { stockBuffer: buffer, safetyMostPercent: percent } = settings;
	const sized =
		settings.sizeSafety && !isSafe
			? yield* sizedIn(code, { after, upTo })
			: new Map<string, never>();
	const found = yield* rows<{ sku: string }>(
		`${differing(isSafe ? offeredSafely(isShared) : offeredPlainly(isShared))} UNION SELECT sku FROM listings WHERE store = ? AND sku > ? AND sku <= ? AND sku IN {elements}
		ORDER BY sku LIMIT ?`,
		cap,
		cap,
		...(isSafe ? [percent, percent, buffer] : [buffer]),
		settings.seller,
		...stretch,
		...(isShared ? [code, ...stretch, code, ...stretch] : [code, ...stretch]),
		...(isSafe ? [code, ...stretch] : []),
		code,
		...stretch,
		fullSince,
		code,
		...stretch,
		elements([...demand.bySku.keys(), ...reserved.map(({ sku }) => sku), ...sized.keys()]),
		limit,
	);
	return found.map(({ sku }) => sku);
}
