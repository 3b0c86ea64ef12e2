import { nearMisses, type NearMisses } from '../domain/nearMisses';
import { shown } from '../domain/sku';
import { breath } from './breath';
import { omsOf } from './handedOver';
import { storeOf } from './lookups';
import { isUsable } from './omsLevels';
import type { UnmatchedListing } from './omsShapes';
import { elements, first, rows, type Engine, type Work } from './statement';

/** Listings of one transaction, and compared in one go. */
const chunk = 300;

/** A store whose hubs an OMS is the stock master of. */
interface Pair {
	readonly store: string;
	readonly oms: string;
}

/**
 * Listings of the store whose stock is not told for want of the same SKU in the OMS, and those left out that have a SKU: each with
 * the SKUs of the OMS that may be meant. None where the ledger is the stock master. It reads both sides once, in chunks.
 */
export async function getUnmatched(
	run: Engine['run'],
	store: string,
	limit: number,
): Promise<readonly UnmatchedListing[]> {
	const oms = await run(() => omsOfStore(store));
	if (oms === null) return [];
	const pair = { store, oms };
	const near = nearMisses();
	const found: Found[] = [];
	for (const page of [linkedAfter, skippedAfter]) {
		for (let at: Position | null = start; at !== null && found.length < limit; await breath()) {
			const from: Position = at;
			const { unmatched, next }: FoundPage = await run(() => page(pair, from));
			for (const { sku } of unmatched) near.seek(sku);
			found.push(...unmatched);
			at = next;
		}
	}
	const listed = found.slice(0, limit);
	for (let at: string | null = listed.length === 0 ? null : ''; at !== null; await breath()) {
		const from: string = at;
		at = await run(() => lookThrough(near, pair, from));
	}
	return listed.map((one) => ({ store, ...one, near: near.of(one.sku) }));
}

function* omsOfStore(code: string): Work<string | null> {
	return yield* omsOf(yield* storeOf(code));
}

interface Position {
	readonly sku: string;
	readonly listing: string;
}

const start: Position = { sku: '', listing: '' };

interface Found extends Position {
	readonly title: string;
	readonly reason: string;
}

interface FoundPage {
	readonly unmatched: readonly Found[];
	readonly next: Position | null;
}

const nextOf = (found: readonly Position[]) => (found.length === chunk && found.at(-1)) || null;

function* linkedAfter({ store, oms }: Pair, after: Position): Work<FoundPage> {
	const found = yield* rows<Omit<Found, 'reason'> & { readonly matched: number }>(
		`SELECT l.listing, l.sku, l.title, CASE WHEN ${isMatched} THEN 1 ELSE 0 END AS matched FROM listings l
		WHERE l.store = ? AND (l.sku, l.listing) > (?, ?) ORDER BY l.sku, l.listing LIMIT ?`,
		oms,
		store,
		after.sku,
		after.listing,
		chunk,
	);
	const alone = found.filter(({ matched }) => matched === 0);
	const refusals = new Map(
		(yield* rows<{ sku: string; reason: string }>(
			'SELECT sku, reason FROM skipped_listings WHERE store = ? AND sku IN {elements} ORDER BY listing',
			oms,
			elements(alone.map(({ sku }) => sku)),
		)).map(({ sku, reason }) => [sku, reason]),
	);
	const unmatched = alone.map(({ listing, sku, title }) => ({
		...{ listing, sku, title },
		reason: whyUnmatched(oms, refusals.get(sku)),
	}));
	return { unmatched, next: nextOf(found) };
}

/** SQL, of a listing `l` of the channel: a listing of the OMS is the same SKU, letter by letter. */
const isMatched = `EXISTS (SELECT 1 FROM listings WHERE store = ? AND sku = l.sku AND ${isUsable})`;

const whyUnmatched = (oms: string, refusal: string | undefined): string =>
	refusal === undefined
		? `no listing of store ${shown(oms)} has exactly this SKU`
		: `the listing of store ${shown(oms)} cannot be used: ${refusal}`;

function* skippedAfter({ store }: Pair, after: Position): Work<FoundPage> {
	const unmatched = yield* rows<Found>(
		`SELECT listing, sku, title, reason FROM skipped_listings WHERE store = ? AND listing > ? AND sku IS NOT NULL
		ORDER BY listing LIMIT ?`,
		store,
		after.listing,
		chunk,
	);
	return { unmatched, next: nextOf(unmatched) };
}

/** Answers where to go on. What the OMS has and cannot use may be meant as well. */
function* lookThrough(near: NearMisses, { store, oms }: Pair, after: string): Work<string | null> {
	const found = yield* rows<{ sku: string; taken: number }>(
		`SELECT o.sku, CASE WHEN EXISTS (SELECT 1 FROM listings l WHERE l.store = ? AND l.sku = o.sku) THEN 1 ELSE 0 END AS taken
		FROM (SELECT sku FROM (${skusAfter('listings')}) a UNION SELECT sku FROM (${skusAfter('skipped_listings')}) b) o
		ORDER BY o.sku LIMIT ?`,
		store,
		...[oms, after, chunk],
		...[oms, after, chunk],
		chunk,
	);
	for (const { sku, taken } of found) near.look(sku, taken === 1);
	return (found.length === chunk && found.at(-1)?.sku) || null;
}

const skusAfter = (table: 'listings' | 'skipped_listings') =>
	`SELECT DISTINCT sku FROM ${table} WHERE store = ? AND sku > ? ORDER BY sku LIMIT ?`;

/** How many that are; null where the ledger is the stock master of the store's hubs. */
export function* unmatchedCount(store: string): Work<number | null> {
	const oms = yield* omsOf({ code: store });
	if (oms === null) return null;
	const counted = yield* first<{ n: number }>(
		`SELECT (SELECT COUNT(*) FROM listings l WHERE l.store = ? AND NOT ${isMatched})
			+ (SELECT COUNT(*) FROM skipped_listings WHERE store = ? AND sku IS NOT NULL) AS n`,
		store,
		oms,
		store,
	);
	return counted?.n ?? 0;
}
