import { merge } from '../merge';
import { minor, major } from './money';
import type { Order } from './order';
import { openItems } from './order';
import type { Goods } from './placing';
import type { OkerFigureChange, OkerFigureState, OkerListingState } from './stateTypes';
import type { OkerProductDraft } from './types';

/** One variant: what is sold and has stock. */
export interface Listing extends Goods {
	readonly sku: string;
	readonly isLive: boolean;
	readonly tax: number;
	readonly draft: OkerProductDraft;
}

type Figures = ReadonlyMap<string, OkerFigureState>;

const usualPrice = 100;
const usualTax = 12;

export const variantAnswer = (listing: Listing, inventory: number): unknown =>
	merge(
		{
			variantId: listing.variantId,
			title: listing.title,
			sku: listing.sku,
			live: listing.isLive,
			inventory,
			blockedInventory: 0,
			itemPrice: { currency: 'INR', listingPrice: major(listing.price), mrp: major(listing.price) },
		},
		listing.draft.overrides ?? {},
	);

export const catalog = (now: () => number) => {
	const listings = new Map<string, Listing>();
	const bySku = new Map<string, string>();
	const products = new Map<string, readonly string[]>();
	const figures = new Map<string, Figures>();
	const key = (productId: string, variantId: string) => JSON.stringify([productId, variantId]);
	const keyOf = ({ productId, variantId }: Goods) => key(productId, variantId);
	const withSku = (sku: string): Listing | null => listings.get(bySku.get(sku) ?? '') ?? null;

	const put = (
		listing: Listing,
		facility: string,
		{ what, quantity, asOf = null }: Omit<OkerFigureChange, 'at'> & { asOf?: number | null },
	) => {
		const known = figures.get(keyOf(listing));
		const before = known?.get(facility);
		const history = [...(before?.history ?? []), { what, at: now(), quantity }];
		const figure = { facility, quantity, asOf: asOf ?? before?.asOf ?? null, history };
		figures.set(keyOf(listing), new Map([...(known ?? []), [facility, figure]]));
	};

	const figureOf = (listing: Listing, facility: string) =>
		figures.get(keyOf(listing))?.get(facility) ?? null;

	const stateOf = (listing: Listing): OkerListingState => ({
		productId: listing.productId,
		variantId: listing.variantId,
		sku: listing.sku,
		isLive: listing.isLive,
		figures: [...(figures.get(keyOf(listing))?.values() ?? [])],
	});

	return {
		seed(draft: OkerProductDraft): OkerListingState {
			const { sku, title = `Product ${sku}`, inventory = {} } = draft;
			const known = withSku(sku);
			const number = listings.size + 1;
			const listing: Listing = {
				sku,
				productId: known?.productId ?? draft.product ?? `P-${1000 + number}`,
				variantId: known?.variantId ?? draft.variant ?? `V-${2000 + number}`,
				title,
				price: minor(draft.price ?? usualPrice),
				isLive: draft.live ?? true,
				tax: draft.tax ?? usualTax,
				draft,
			};
			listings.set(keyOf(listing), listing);
			if (sku !== '') bySku.set(sku, keyOf(listing));
			const others = products.get(listing.productId) ?? [];
			products.set(listing.productId, [...new Set([...others, keyOf(listing)])]);
			for (const [facility, quantity] of Object.entries(inventory)) {
				put(listing, facility, { what: 'seeded', quantity });
			}
			return stateOf(listing);
		},
		withSku,
		find: (productId: string, variantId: string): Listing | null =>
			listings.get(key(productId, variantId)) ?? null,
		taxOf: (variantId: string): number =>
			[...listings.values()].find((one) => one.variantId === variantId)?.tax ?? usualTax,
		/** Whether a figure that was computed later was accepted before. */
		isStale(listing: Listing, facility: string, asOf: number | null): boolean {
			const accepted = figureOf(listing, facility)?.asOf ?? null;
			return asOf !== null && accepted !== null && asOf < accepted;
		},
		/** Absolute. */
		push(listing: Listing, facility: string, quantity: number, asOf: number | null) {
			put(listing, facility, { what: 'pushed', quantity, asOf });
		},
		/** What is bought is not offered any more. */
		sold(order: Order) {
			for (const { sku, quantity, facility } of openItems(order)) {
				const listing = withSku(sku);
				const figure = listing && figureOf(listing, facility ?? '');
				if (!listing || !figure) continue;
				const left = Math.max(0, figure.quantity - quantity);
				put(listing, figure.facility, { what: 'sold', quantity: left });
			}
		},
		/** Each with its variants, in the order in which they were put up. */
		products: (): readonly (readonly [string, readonly Listing[]])[] =>
			[...products].map(([id, keys]) => [id, keys.flatMap((one) => listings.get(one) ?? [])]),
		total: (listing: Listing): number =>
			stateOf(listing).figures.reduce((sum, { quantity }) => sum + quantity, 0),
		states: () => [...listings.values()].map(stateOf),
	};
};

export type Catalog = ReturnType<typeof catalog>;
