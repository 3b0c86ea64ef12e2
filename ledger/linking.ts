import { refused } from '../domain/failure';
import { linkFault } from '../domain/listing';
import { shown, skuFault } from '../domain/sku';
import { keepBoxes } from './boxes';
import type { LedgerException } from './exceptionShapes';
import { knownListings } from './listingRows';
import type { ListingEnded, ListingLink, ListingSkip } from './listingShapes';
import { relink } from './relinking';
import { skip } from './skippedListings';
import type { Work } from './statement';
import { storeInTurn } from './turn';

/** A person says which SKU each listing is, seen on the channel or not: from then on it is that, whatever the channel writes. */
export function* linkListings(
	code: string,
	links: readonly ListingLink[],
): Work<readonly ListingEnded[]> {
	for (const link of links) {
		const fault = linkFault(link);
		if (fault !== null)
			throw refused(`Listing ${shown(link.listing)} was not linked: ${fault}. Correct it.`);
	}
	const store = yield* storeInTurn(code);
	const outcomes = yield* relink(
		store,
		links.map((link) => ({ ...link, byHand: true })),
	);
	const boxes = links.flatMap(({ sku, box }) => (box === undefined ? [] : [{ sku, box }]));
	const changed = yield* keepBoxes(store.settings.seller, boxes);
	return outcomes.map((ended, at) =>
		ended.outcome === 'unchanged' && changed.has(links[at]?.sku ?? '')
			? { ...ended, outcome: 'updated' }
			: ended,
	);
}

/**
 * A person names listings that cannot be linked yet, such as those without the code that the channel needs: they are listed
 * as skipped until a link comes. Those that are linked stay as they are.
 */
export function* skipListings(
	code: string,
	rows: readonly ListingSkip[],
): Work<readonly ListingEnded[]> {
	const { listing: bad } = rows.find(({ listing }) => skuFault(listing) !== null) ?? {};
	if (bad !== undefined) {
		throw refused(`Listing ${shown(bad)} is not usable, ${skuFault(bad)}. Correct it.`);
	}
	yield* storeInTurn(code);
	const known = yield* knownListings(
		code,
		rows.map(({ listing }) => listing),
	);
	const unknown = rows.filter(({ listing }) => !known.has(listing));
	yield* skip(
		code,
		unknown.map(({ listing: id, ...row }) => ({ ...row, id, sku: null })),
		null,
	);
	return rows.map(({ listing: id, reason }) => ({
		id,
		outcome: known.has(id) ? 'unchanged' : 'skipped',
		reason,
	}));
}

/** Takes links back: the listings count again as what the channel writes. */
export function* unlinkListings(
	code: string,
	listings: readonly string[],
): Work<readonly ListingEnded[]> {
	const store = yield* storeInTurn(code);
	const known = yield* knownListings(code, listings);
	return yield* relink(
		store,
		listings.map((listing) => {
			const written = known.get(listing)?.channelSku ?? null;
			return { listing, sku: usable(listing, written), byHand: false };
		}),
	);
}

/** Retry of a changed SKU: the listing counts as what the channel writes now, and follows it again. */
export function* followChannel({ store: code, reference, payload }: LedgerException): Work<void> {
	const store = yield* storeInTurn(code);
	const sku = usable(reference, nowOf(payload));
	yield* relink(store, [{ listing: reference, sku, byHand: false }]);
}

/** Dismissal of a changed SKU: the listing stays what it was, whatever the channel writes. */
export function* keepSku({ store: code, reference, payload }: LedgerException): Work<void> {
	const store = yield* storeInTurn(code);
	const known = (yield* knownListings(code, [reference])).get(reference);
	if (known === undefined) return;
	const { sku } = known;
	yield* relink(store, [{ listing: reference, sku, byHand: true, channelSku: nowOf(payload) }]);
}

const nowOf = (payload: unknown) => (payload as { readonly now: string | null }).now;

function usable(listing: string, sku: string | null): string {
	if (sku !== null && skuFault(sku) === null) return sku;
	throw refused(
		`Listing ${shown(listing)} has no valid SKU on the channel. Give it one there, or say with Listing: Link which SKU it is.`,
	);
}
