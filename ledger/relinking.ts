import { addToCatalog } from './catalog';
import { resolve } from './exceptions';
import { handOverAgain } from './handingAgain';
import { isOpen, standsFor } from './lines';
import { knownListings, skippedListings, type KnownListing } from './listingRows';
import { noLongerSkipped } from './skippedListings';
import type { ListingEnded, ListingLink, ListingOutcome } from './listingShapes';
import { isBegun } from './parcels';
import { unassign } from './reserving';
import { recognise, reconsiderListings, settle } from './settling';
import type { Store } from './storeShapes';
import { each, elements, rows, type Work } from './statement';
import { noTicket } from './tickets';

type Link = ListingLink & {
	readonly byHand: boolean;
	/** What the channel writes, where the link knows better than the last page. */
	readonly channelSku?: string | null;
};

interface Relinked {
	readonly listing: string;
	readonly sku: string;
	readonly title: string;
	readonly channelSku: string | null;
	readonly byHand: boolean;
	readonly product: string | null;
	readonly before: KnownListing | undefined;
}

/** Lets the listings count as what the links say, with all that follows from it; the caller has the seller's turn. */
export function* relink(store: Store, links: readonly Link[]): Work<readonly ListingEnded[]> {
	const lastOfEach = new Map(links.map((link) => [link.listing, link]));
	const ids = [...lastOfEach.keys()];
	const known = yield* knownListings(store.code, ids);
	const skipped = yield* skippedListings(store.code, ids);
	const all = [...lastOfEach.values()].map(
		({ listing, sku, title, product, byHand, channelSku }): Relinked => {
			const before = known.get(listing);
			const seen = skipped.get(listing);
			const written = before?.channelSku ?? seen?.sku ?? null;
			return {
				...{ listing, sku, byHand, before },
				title: title ?? before?.title ?? seen?.title ?? listing,
				channelSku: byHand ? (channelSku === undefined ? written : channelSku) : sku,
				product: product ?? before?.product ?? null,
			};
		},
	);
	const changed = all.filter(isChange);
	if (changed.length > 0) yield* write(store, changed);
	const outcomes = new Map(all.map((one) => [one.listing, outcomeOf(one)]));
	return links.map(({ listing }) => ({
		id: listing,
		outcome: outcomes.get(listing) ?? 'unchanged',
		reason: null,
	}));
}

const outcomeOf = (one: Relinked): ListingOutcome =>
	one.before === undefined ? 'created' : isChange(one) ? 'updated' : 'unchanged';

const isChange = ({ before, sku, title, byHand, channelSku, product }: Relinked) =>
	before?.sku !== sku ||
	before.title !== title ||
	before.byHand !== byHand ||
	before.channelSku !== channelSku ||
	before.product !== product;

function* write(store: Store, links: readonly Relinked[]): Work<void> {
	const { code, settings } = store;
	const ids = links.map(({ listing }) => listing);
	const skus = [...new Set(links.map(({ sku }) => sku))].sort();
	const added = yield* addToCatalog(settings.seller, skus);
	yield* each(
		`INSERT INTO listings (store, listing, sku, title, channel_sku, by_hand, product) VALUES (?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (store, listing) DO UPDATE SET sku = excluded.sku, title = excluded.title,
			channel_sku = excluded.channel_sku, by_hand = excluded.by_hand, product = excluded.product`,
		links.map(({ listing, sku, title, channelSku, byHand, product }) => [
			...[code, listing, sku, title, channelSku],
			...[byHand ? 1 : 0, product],
		]),
	);
	yield* noLongerSkipped(code, ids);
	yield* resolve(code, ['listing_sku_changed'], ids);
	yield* offerAs(code, links);
	yield* offerAgain(code, links);
	yield* recognise(settings.seller, added);
	yield* reconsiderListings(code, ids);
	yield* handOverAgain(store, ids);
	yield* giveBack(store, ids);
}

/**
 * The channel still shows the figure of the old SKU. As if that had just been handed out, so that the next push tells it the
 * new SKU's, also when that is 0 or was never counted.
 */
function* offerAs(store: string, links: readonly Relinked[]): Work<void> {
	yield* each(
		`UPDATE published SET sku = ?, sent = COALESCE(sent, confirmed, refused, 0), confirmed = NULL, refused = NULL,
			expected = NULL, ${noTicket}
		WHERE store = ? AND sku = ? AND listing = ?`,
		links.flatMap(({ listing, sku, before }) =>
			before === undefined || before.sku === sku ? [] : [[sku, store, before.sku, listing]],
		),
	);
}

/** What the channel refused of a product, or is to decide on, may end otherwise for another one. */
function* offerAgain(store: string, links: readonly Relinked[]): Work<void> {
	yield* each(
		`UPDATE published SET refused = NULL, ${noTicket} WHERE store = ? AND listing = ?`,
		links.flatMap(({ listing, product, before }) =>
			before === undefined || before.product === product ? [] : [[store, listing]],
		),
	);
}

/**
 * Orders that hold another SKU than their line stands for now wait for a hub again, unless they are being picked. They are found
 * by their listings, and not as a join with the orders: the store has many.
 */
export function* giveBack({ code, settings }: Store, listings: readonly string[]): Work<void> {
	const misled = yield* rows<{ id: number }>(
		`SELECT DISTINCT l.order_id AS id FROM listings g JOIN order_lines l ON l.listing = g.listing
		JOIN reservations r ON r.order_id = l.order_id AND r.line_id = l.line_id
		WHERE g.store = ? AND g.listing IN {elements} AND ${isOpen} AND ${standsFor} <> r.sku
			AND (SELECT o.store FROM orders o WHERE o.id = l.order_id) = g.store`,
		code,
		elements(listings),
	);
	const unpicked = yield* rows<{ id: number }>(
		`SELECT id FROM orders WHERE id IN {ids} AND NOT ${isBegun} ORDER BY id {forUpdate}`,
		elements(misled.map(({ id }) => id)),
	);
	if (unpicked.length === 0) return;
	const freed = yield* unassign(unpicked.map(({ id }) => id));
	yield* settle(
		settings.seller,
		freed.map(({ sku }) => sku),
	);
}
