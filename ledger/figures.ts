import { isCounted } from './offering';
import type { Store } from './storeShapes';
import type { Value } from './statement';
import { isWaitedFor } from './tickets';

/** Text with its values, in the order of the text. */
export type Part = readonly [sql: string, ...values: readonly Value[]];

/** The ends of a stretch of SKUs, with the store before them. */
type Ends = readonly [after: string, upTo: string];
export type Listed = readonly [store: string, ...Ends];

/** What has been told to the channel is to be told again where it was confirmed before `fullSince`, in epoch ms. */
interface Asked {
	readonly seller: string;
	readonly fullSince: number;
	readonly listed: Listed;
}

/** More than any stock: where the store sets no cap. */
const noCap = 2_147_483_647;

const free = `CASE WHEN h.active = 1 AND p.offers = 1 AND s.on_hand > s.reserved + s.safety_stock
	THEN s.on_hand - s.reserved - s.safety_stock ELSE 0 END`;

/** SQL, with the time as a value: the channel has confirmed it, but before all was asked to be sent again. */
export const isOld = '(confirmed IS NOT NULL AND COALESCE(confirmed_at, 0) < ?)';

/** SQL, with the same value: what the channel was told; null where that is not known or is to be told again anyhow. */
const told = `CASE WHEN (sent IS NULL OR ${isWaitedFor}) AND NOT ${isOld} THEN COALESCE(sent, confirmed, refused) END`;

/** What may be offered of each listing before anything is held back, beside what was told: one hub fills each location. */
export const offeredAlone = ({ seller, fullSince, listed }: Asked): Part => {
	const [, ...ends] = listed;
	return [
		`SELECT l.sku, ${free} AS units, ${told} AS told
		FROM listings l
		JOIN store_places p ON p.store = l.store
		JOIN hubs h ON h.code = p.hub
		LEFT JOIN stock s ON s.seller = ? AND s.sku = l.sku AND s.hub = p.hub AND s.sku > ? AND s.sku <= ?
		LEFT JOIN published b ON b.store = l.store AND b.sku = l.sku AND b.listing = l.listing AND b.location = p.location
			AND b.sku > ? AND b.sku <= ?
		WHERE l.store = ? AND l.sku > ? AND l.sku <= ? AND (${isCounted} OR b.sku IS NOT NULL)`,
		fullSince,
		...[seller, ...ends],
		...ends,
		...listed,
	];
};

/** The same where several do, of which few have anything: what they have is summed up before it meets the listings. */
export const offeredTogether = (
	{ seller, fullSince, listed }: Asked,
	locations: readonly string[],
): Part => {
	const [store, ...ends] = listed;
	return [
		`SELECT sku, CAST(SUM(units) AS BIGINT) AS units, MAX(told) AS told FROM (
			SELECT l.sku, l.listing, v.location, v.units, NULL AS told FROM listings l JOIN (
				SELECT s.sku, p.location, SUM(${free}) AS units
				FROM stock s
				JOIN hubs h ON h.code = s.hub
				JOIN store_places p ON p.store = ? AND p.hub = s.hub
				WHERE s.seller = ? AND s.sku > ? AND s.sku <= ? AND ${isCounted}
					AND {filter}(s.sku IN (SELECT sku FROM listings WHERE store = ? AND sku > ? AND sku <= ?))
				GROUP BY s.sku, p.location) v ON v.sku = l.sku
			WHERE l.store = ? AND l.sku > ? AND l.sku <= ?
			UNION ALL SELECT l.sku, l.listing, b.location, 0, ${told} FROM listings l
			JOIN published b ON b.store = l.store AND b.sku = l.sku AND b.listing = l.listing
				AND b.sku > ? AND b.sku <= ? AND b.location IN (${locations.map(() => '?').join(', ')})
			WHERE l.store = ? AND l.sku > ? AND l.sku <= ?) t GROUP BY sku, listing, location`,
		store,
		...[seller, ...ends],
		...listed,
		...listed,
		fullSince,
		...[...ends, ...locations],
		...listed,
	];
};

/** The same, less what is sized for safety (`heldOf`), where one location has all of the stock. */
export const keptSafe = ([offers, ...values]: Part, percent: number, listed: Listed): Part => [
	`SELECT f.sku, f.told, f.units - CASE WHEN sized > f.units * CAST(? AS BIGINT) / 100
			THEN f.units * CAST(? AS BIGINT) / 100 ELSE sized END AS units
		FROM (SELECT u.sku, u.told, u.units, COALESCE(z.units, 0) AS sized FROM (${offers}) u
			LEFT JOIN sized_safety z ON z.store = ? AND z.sku = u.sku AND z.sku > ? AND z.sku <= ?) f`,
	...[percent, percent],
	...values,
	...listed,
];

/** SKUs whose figure, buffer and cap taken off, is not what was told. */
export const differing = ([offers, ...values]: Part, { settings }: Store): Part => {
	const cap = settings.stockCap ?? noCap;
	return [
		`SELECT sku FROM (SELECT sku, told, CASE WHEN units < 0 THEN 0 WHEN units > CAST(? AS INTEGER) THEN CAST(? AS INTEGER)
				ELSE units END AS figure
			FROM (SELECT sku, told, units - CAST(? AS INTEGER) AS units FROM (${offers}) o) b) f
		WHERE told IS NULL OR told <> figure`,
		...[cap, cap],
		settings.stockBuffer,
		...values,
	];
};
