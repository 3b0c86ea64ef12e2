import type { Listing } from '../domain/listing';
import { shown } from '../domain/sku';
import { raise, resolve } from './exceptions';
import type { KnownListing } from './listingRows';
import { skip } from './skippedListings';
import type { Store } from './storeShapes';
import { elements, rows, run, type Work } from './statement';

/** A listing that counted as a SKU, and why it cannot any more. */
export interface Refused extends KnownListing {
	readonly reason: string;
}

/**
 * Why listings cannot be used, by the channel's id: what the connector says, and in the store of an OMS also two of one SKU, as
 * nobody knows then whose stock counts and which is to be shipped. Those of the same SKU that are not among the given ones are
 * refused with them. What a person linked stays, and is the one.
 */
export function* refusalsOf(
	{ code, settings }: Store,
	listings: readonly Listing[],
	known: ReadonlyMap<string, KnownListing>,
): Work<ReadonlyMap<string, string>> {
	const unusable = listings.flatMap(({ id, unusable: why }) =>
		why === undefined ? [] : [[id, why] as const],
	);
	if (!settings.stockMaster) return new Map(unusable);
	const given = listings.flatMap(({ id, sku: written }): readonly Named[] => {
		const linked = known.get(id)?.byHand === true ? known.get(id)?.sku : undefined;
		const sku = linked ?? written;
		return sku === null ? [] : [{ listing: id, sku, by_hand: linked === undefined ? 0 : 1 }];
	});
	return new Map([...(yield* twice(code, given)), ...unusable]);
}

interface Named {
	readonly listing: string;
	readonly sku: string;
	readonly by_hand: number;
}

function* twice(store: string, given: readonly Named[]): Work<ReadonlyMap<string, string>> {
	const skus = elements([...new Set(given.map(({ sku }) => sku))]);
	const others = yield* rows<Named>(
		`SELECT listing, sku, by_hand FROM (SELECT listing, by_hand, CASE WHEN by_hand = 1 THEN sku ELSE channel_sku END AS sku
			FROM listings WHERE store = ?) l WHERE sku IN {elements}
		UNION ALL SELECT listing, sku, 0 FROM skipped_listings WHERE store = ? AND sku IN {elements}
		ORDER BY 1`,
		store,
		skus,
		store,
		skus,
	);
	// What is given now says more of a listing than what was kept of it.
	const all = [...new Map([...others, ...given].map((one) => [one.listing, one])).values()];
	return new Map(
		[...Map.groupBy(all, ({ sku }) => sku).values()]
			.filter((same) => same.length > 1)
			.flatMap((same) =>
				same
					.filter(({ by_hand }) => by_hand === 0)
					.map((one) => [one.listing, whyTwice(one, same)] as const),
			),
	);
}

function whyTwice({ listing, sku }: Named, same: readonly Named[]): string {
	const others = same.filter((one) => one.listing !== listing).map((one) => shown(one.listing));
	const rest = others.length > 3 ? ` and ${others.length - 3} more` : '';
	return `SKU ${shown(sku)} is on other listings, too: ${others.slice(0, 3).join(', ')}${rest}`;
}

/** What counted as a SKU is left out from now on, and goes to a person. */
export function* takeOut(
	store: Store,
	refused: readonly Refused[],
	runId: number | null,
): Work<void> {
	if (refused.length === 0) return;
	const ids = refused.map(({ listing }) => listing);
	yield* run(
		'DELETE FROM listings WHERE store = ? AND listing IN {elements}',
		store.code,
		elements(ids),
	);
	yield* skip(
		store.code,
		refused.map(({ listing, channelSku, title, reason }) => ({
			...{ id: listing, sku: channelSku, title, reason },
		})),
		runId,
	);
	yield* resolve(store.code, ['listing_sku_changed'], ids);
	for (const { listing, sku, title, reason } of refused) {
		yield* raise({
			store: store.code,
			kind: 'listing_unusable',
			reference: listing,
			cause: `Listing ${shown(title)} was SKU ${shown(sku)} and cannot be used any more: ${reason.replace(/\.$/, '')}.`,
			advice:
				'Correct it on the channel: the next catalog sync takes it up again. Until then the listing has no stock in the hub and none is told to it.',
			settingsVersion: store.version,
			payload: { listing, sku, reason },
		});
	}
}
