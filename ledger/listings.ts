import type { Listing } from '../domain/listing';
import { shown, skuFault } from '../domain/sku';
import { addToCatalog } from './catalog';
import { raise, resolve } from './exceptions';
import { handOverAgain } from './handingAgain';
import { holdRun, moveCursor } from './lease';
import { knownListings, type KnownListing } from './listingRows';
import type { CatalogStored, ListingEnded, ListingOutcome, ListingsRead } from './listingShapes';
import { storeOf } from './lookups';
import { giveBack } from './relinking';
import { recognise, reconsiderListings } from './settling';
import { refusalsOf, takeOut, type Refused } from './refusedListings';
import { forgetSkipped, noLongerSkipped, skip, skipUnreadable } from './skippedListings';
import type { Store } from './storeShapes';
import { each, run, type Work } from './statement';
import { storeInTurn, takeTurn } from './turn';

/** Stores a page of the catalog, every outcome and the cursor together; a run that lost its lease stores nothing. */
export function* importCatalog({
	run: held,
	listings,
	unreadable = [],
	next,
}: ListingsRead): Work<CatalogStored> {
	yield* holdRun(held);
	const store = yield* storeOf(held.store, held.settingsVersion);
	const outcomes = [
		...(yield* takeListings(store, listings, held.id)),
		...(yield* skipUnreadable(store, unreadable, held.id)),
	];
	const counts = countsOf(outcomes);
	if (next === null) yield* forgetSkipped(held);
	yield* moveCursor(held, next, null);
	yield* run(
		`UPDATE sync_runs SET pages = pages + 1, created = created + ?, updated = updated + ?, unchanged = unchanged + ?,
			skipped = skipped + ?, exceptions = exceptions + ? WHERE id = ?`,
		counts.created,
		counts.updated,
		counts.unchanged,
		counts.skipped,
		counts.exception,
		held.id,
	);
	return { run: { ...held, pages: held.pages + 1 }, outcomes, counts, next };
}

/** The same for listings that came without a sync. */
export function* importListings(
	code: string,
	listings: readonly Listing[],
): Work<readonly ListingEnded[]> {
	return yield* takeListings(yield* storeInTurn(code), listings);
}

/** What is to be written once every listing was looked at. */
interface Take {
	readonly fresh: Listing[];
	readonly changed: Listing[];
	readonly skipped: (Listing & { readonly reason: string })[];
	/** On which the channel writes the SKU again that they are known as. */
	readonly back: string[];
	/** Of all that cannot be used, the reason. */
	readonly refusals: ReadonlyMap<string, string>;
	/** That counted as a SKU and cannot be used any more. */
	readonly out: Refused[];
}

/**
 * Keeps what the store offers, by the channel's id. A valid SKU enters the seller's catalog. A listing whose SKU changed
 * keeps the one it had and goes to a person, because its stock is still the old SKU's (G12).
 */
function* takeListings(
	store: Store,
	listings: readonly Listing[],
	runId: number | null = null,
): Work<readonly ListingEnded[]> {
	yield* takeTurn([store.settings.seller]);
	const lastOfEach = new Map(listings.map((listing) => [listing.id, listing]));
	const known = yield* knownListings(store.code, [...lastOfEach.keys()]);
	const refusals = yield* refusalsOf(store, [...lastOfEach.values()], known);
	const take: Take = { fresh: [], changed: [], skipped: [], back: [], refusals, out: [] };
	const outcomes: ListingEnded[] = [];
	for (const listing of listings) {
		const ended =
			lastOfEach.get(listing.id) === listing
				? yield* takeIn(store, known.get(listing.id), listing, take)
				: (['unchanged', 'it comes once more, and the last one counts'] as const);
		outcomes.push({ id: listing.id, outcome: ended[0], reason: ended[1] });
	}
	const elsewhere = [...refusals.keys()].filter((id) => !lastOfEach.has(id));
	for (const one of (yield* knownListings(store.code, elsewhere)).values()) {
		take.out.push({ ...one, reason: refusals.get(one.listing) ?? '' });
	}
	yield* write(store, take, runId);
	return outcomes;
}

type Ended = readonly [outcome: ListingOutcome, reason: string | null];

function* takeIn(
	store: Store,
	known: KnownListing | undefined,
	listing: Listing,
	take: Take,
): Work<Ended> {
	if (known === undefined) return takeNew(listing, take);
	const refusal = take.refusals.get(listing.id);
	if (refusal !== undefined) {
		take.out.push({ ...known, channelSku: listing.sku, title: listing.title, reason: refusal });
		return ['exception', refusal];
	}
	const isOtherSku = known.channelSku !== listing.sku;
	const isOther = isOtherSku || known.title !== listing.title;
	if (isOther) take.changed.push(listing);
	if (known.byHand || known.sku === listing.sku) {
		if (isOtherSku) take.back.push(listing.id);
		return [isOther ? 'updated' : 'unchanged', null];
	}
	const cause = causeOf(listing, known.sku);
	if (isOtherSku) yield* raiseChanged(store, listing, known.sku, cause);
	return ['exception', cause];
}

function takeNew(listing: Listing, take: Take): Ended {
	const inSku = listing.sku === null ? 'it has no SKU' : skuFault(listing.sku);
	const fault = inSku ?? take.refusals.get(listing.id) ?? null;
	if (fault === null) {
		take.fresh.push(listing);
		return ['created', null];
	}
	take.skipped.push({ ...listing, reason: fault });
	return ['skipped', fault];
}

function* write(
	store: Store,
	{ fresh, changed, skipped, back, out }: Take,
	runId: number | null,
): Work<void> {
	const { code, settings } = store;
	const skus = [...new Set(fresh.flatMap(({ sku }) => sku ?? []))].sort();
	const added = yield* addToCatalog(settings.seller, skus);
	yield* each(
		'INSERT INTO listings (store, listing, sku, title, channel_sku) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
		fresh.map(({ id, sku, title }) => [code, id, sku, title, sku]),
	);
	yield* each(
		'UPDATE listings SET channel_sku = ?, title = ? WHERE store = ? AND listing = ?',
		changed.map(({ id, sku, title }) => [sku, title, code, id]),
	);
	yield* skip(code, skipped, runId);
	yield* takeOut(store, out, runId);
	const freshIds = fresh.map(({ id }) => id);
	yield* noLongerSkipped(code, freshIds);
	yield* resolve(code, ['listing_sku_changed'], back);
	yield* resolve(code, ['listing_unusable'], freshIds);
	yield* recognise(settings.seller, added);
	yield* reconsiderListings(code, [...freshIds, ...back]);
	yield* handOverAgain(store, [...freshIds, ...back]);
	yield* giveBack(store, freshIds);
}

const causeOf = ({ title, sku }: Listing, was: string): string =>
	`Listing ${shown(title)} was SKU ${shown(was)} and is now ${sku === null ? 'without a SKU' : `SKU ${shown(sku)}`} on the channel.`;

function* raiseChanged(store: Store, { id, sku }: Listing, was: string, cause: string): Work<void> {
	yield* raise({
		store: store.code,
		kind: 'listing_sku_changed',
		reference: id,
		cause,
		advice:
			"Retry takes the channel's SKU, dismiss keeps the one it was, and Listing: Link says another. Until then the listing counts as the SKU it was, and orders for it wait on hold.",
		settingsVersion: store.version,
		payload: { listing: id, was, now: sku },
	});
}

function countsOf(outcomes: readonly ListingEnded[]): Record<ListingOutcome, number> {
	const counts = { created: 0, updated: 0, unchanged: 0, skipped: 0, exception: 0 };
	for (const { outcome } of outcomes) counts[outcome]++;
	return counts;
}
