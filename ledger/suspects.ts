import { isCounted, type Offering } from './offering';
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

/** The stretch that begins behind a SKU and holds about so many listings; null when none are left. */
export function* stretchAfter(
	store: string,
	after: string,
	listings: number,
): Work<Stretch | null> {
	const found = yield* first<{ last: string | null; count: number }>(
		`SELECT MAX(sku) AS last, COUNT(*) AS count FROM
			(SELECT sku FROM listings WHERE store = ? AND sku > ? ORDER BY sku LIMIT ?) l`,
		store,
		after,
		listings,
	);
	if (found?.last == null) return null;
	return { after, upTo: found.last, isLast: found.count < listings };
}

/** More than any stock: where the store sets no cap. */
const noCap = 2_147_483_647;

const free = `CASE WHEN h.active = 1 AND p.offers = 1 AND s.on_hand > s.reserved + s.safety_stock
	THEN s.on_hand - s.reserved - s.safety_stock ELSE 0 END`;

const plain = { and: '', join: '' };

/**
 * What may be offered before anything is held back, of what was counted or is published. Summed up only where several hubs
 * fill one location: that costs a third more.
 */
const offered = (isShared: boolean, { and, join } = plain) => `SELECT l.sku, l.listing, p.location,
		${isShared ? `SUM(${free})` : free} - CAST(? AS INTEGER) AS units${and}
	FROM listings l${join}
	JOIN store_places p ON p.store = l.store
	JOIN hubs h ON h.code = p.hub
	LEFT JOIN stock s ON s.seller = ? AND s.sku = l.sku AND s.hub = p.hub AND s.sku > ? AND s.sku <= ?
	WHERE l.store = ? AND l.sku > ? AND l.sku <= ? AND (${isCounted} OR (SELECT 1 FROM published b
		WHERE b.store = l.store AND b.sku = l.sku AND b.listing = l.listing AND b.location = p.location) IS NOT NULL)
	${isShared ? 'GROUP BY l.sku, l.listing, p.location' : ''}`;

/** The same, less what is sized for safety (`heldOf`), where one location has all of the stock. */
const offeredSafely = (isShared: boolean) => `SELECT sku, listing, location,
		units - CASE WHEN sized > units * CAST(? AS BIGINT) / 100 THEN units * CAST(? AS BIGINT) / 100 ELSE sized END
			- CAST(? AS INTEGER) AS units
	FROM (${offered(isShared, {
		and: `, COALESCE(${isShared ? 'MAX(z.units)' : 'z.units'}, 0) AS sized`,
		join: ' LEFT JOIN sized_safety z ON z.store = l.store AND z.sku = l.sku',
	})}) f`;

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
	const isShared = locations < places.length;
	const isSafe = settings.sizeSafety && locations === 1;
	const cap = settings.stockCap ?? noCap;
	const { stockBuffer: buffer, safetyMostPercent: percent } = settings;
	const sized =
		settings.sizeSafety && !isSafe
			? yield* sizedIn(code, { after, upTo })
			: new Map<string, never>();
	const found = yield* rows<{ sku: string }>(
		`${differing(isSafe ? offeredSafely(isShared) : offered(isShared))} UNION SELECT sku FROM listings WHERE store = ? AND sku > ? AND sku <= ? AND sku IN {elements}
		ORDER BY sku LIMIT ?`,
		cap,
		cap,
		...(isSafe ? [percent, percent, buffer, 0] : [buffer]),
		settings.seller,
		...stretch,
		code,
		...stretch,
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
