import { refused } from '../../domain/failure';
import type { OmsLevel } from '../../domain/oms';
import type { Http, OmsStockPage } from '../connector';
import { bulkPositionIn, bulkPositionText } from './bulkPosition';
import type { BulkBegun, BulkPosition, BulkWanted, PagedInstead } from './bulkPosition';
import { bulkPage } from './bulkWalk';
import { isId } from './ids';
import { known } from './knownClock';
import { allLevels, pointsOf, variantStock } from './levels';
import type { VariantStock } from './levels';
import { cursorIn, positionAfter } from './paged';
import { variantPage } from './variantPage';

/**
 * A page of variants by their ids, or of the result of a bulk operation where there are so many that pages would use up the points.
 * Those without a count, or whose SKU is not theirs alone, are left out.
 */
export async function omsStock(
	http: Http,
	locations: readonly string[],
	position: string | null,
): Promise<OmsStockPage> {
	if (locations.length === 0) throw refused('shopify: no location is mapped to a hub. Map one.');
	const unknown = locations.find((location) => !isId('Location', location));
	if (unknown !== undefined) throw noLocation(unknown);
	const at = position === null ? null : bulkPositionIn(position);
	if (at === null) return await byPages(http, locations, cursorIn(position));
	return at.at === 'paged'
		? await byPagesInstead(http, locations, at)
		: await byBulk(http, locations, at);
}

/** A walk over pages may cost so many: a hundred seconds of what the smallest plan gives back (reference/shopify.md 4). */
const mostWalked = 10_000;

async function byPages(http: Http, locations: readonly string[], cursor: string | null) {
	const { account, variants, after, count, clock } = await variantPage(http, locations, cursor);
	const levels = variants.flatMap((one) => levelsIn(one, locations));
	const isLarge = count !== null && count * pointsOf(locations.length) > mostWalked;
	if (!isLarge) return { account, levels, next: positionAfter(after) };
	const next: BulkWanted = { at: 'wanted', since: known(clock), tries: 1, why: null };
	return { account, levels, next: bulkPositionText(next) };
}

async function byPagesInstead(http: Http, locations: readonly string[], at: PagedInstead) {
	const { account, variants, after } = await variantPage(http, locations, at.after);
	const levels = variants.flatMap((one) => levelsIn(one, locations));
	const next = after === null ? null : bulkPositionText({ ...at, after });
	return { account, levels, next, remark: remarkOf(at, at.why) };
}

async function byBulk(http: Http, locations: readonly string[], at: BulkBegun | BulkWanted) {
	const { account, rows, next, ageMs, waitMs } = await bulkPage(http, allLevels(locations), at);
	const levels = rows.flatMap((row) => levelsIn(variantStock(row, locations), locations));
	const why = (next ?? at).why;
	return {
		...{ account, levels, ageMs, next: next && bulkPositionText(next) },
		...(waitMs !== null && { waitMs }),
		...(why !== null && { remark: remarkOf(next ?? at, why) }),
	};
}

const remarkOf = ({ at }: BulkPosition, why: string) =>
	`${why.charAt(0).toUpperCase()}${why.slice(1)}. ${onward[at]}`;

const onward = {
	wanted: 'It is tried again.',
	begun: 'It was begun anew.',
	paged: 'It is read page by page instead, which takes its time.',
} as const;

/** What is not stocked at a location has nothing to promise there. */
const levelsIn = (variant: VariantStock, locations: readonly string[]): readonly OmsLevel[] =>
	!variant.isTracked || variant.hasDuplicate || !variant.sku?.trim()
		? []
		: locations.map((location, at) => ({
				listing: variant.id,
				location,
				available: variant.levels[at]?.available ?? 0,
			}));

const noLocation = (location: string) =>
	refused(`shopify: "${location}" is no location of Shopify. Correct Hub Mapping.`);
