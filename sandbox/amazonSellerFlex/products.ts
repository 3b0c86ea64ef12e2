import { random, seedOf } from '../random';
import { type Offer, audienceOf, priceOf } from './offers';
import type { AmazonPriceState } from './stateTypes';
import type { AmazonProductDraft } from './types';

/** The offers of a listing from an instant on. */
interface Revision {
	readonly at: number;
	readonly visibleAt: number;
	readonly offers: readonly Offer[];
	readonly feed: string | null;
	readonly by: 'seed' | 'api';
}

export interface Product {
	readonly sku: string;
	readonly asin: string;
	readonly productType: string;
	readonly hasDimensions: boolean;
	readonly createdAt: number;
	readonly revisions: readonly Revision[];
}

export type PatchOp = 'add' | 'replace' | 'merge' | 'delete';

export interface ProductsContext {
	readonly marketplace: string;
	readonly currency: string;
	/** How long a price takes to show. */
	readonly priceMs: number;
	now(): number;
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

const asinOf = (sku: string) => {
	const next = random(seedOf(sku));
	const text = Array.from({ length: 8 }, () => letters[Math.floor(next() * letters.length)]);
	return `B0${text.join('')}`;
};

const priceIn = (offers: readonly Offer[]) => {
	const all = offers.find((one) => audienceOf(one) === 'ALL');
	return all ? priceOf(all) : null;
};

/** An entry is found by its audience; `replace` forgets what the entry had else (reference/amazon-seller-flex.md 11.1). */
const patched = (known: readonly Offer[], op: PatchOp, given: readonly Offer[]) => {
	const named = new Set(given.map(audienceOf));
	const others = known.filter((one) => !named.has(audienceOf(one)));
	if (op === 'delete') return others;
	const old = (one: Offer) => known.find((other) => audienceOf(other) === audienceOf(one));
	return [...others, ...given.map((one) => (op === 'merge' ? { ...old(one), ...one } : one))];
};

export const products = ({ marketplace, currency, priceMs, now }: ProductsContext) => {
	const all = new Map<string, Product>();

	const firstOffer = (price: number): Offer => ({
		marketplace_id: marketplace,
		currency,
		audience: 'ALL',
		our_price: [{ schedule: [{ value_with_tax: price }] }],
	});

	const visible = ({ revisions }: Product): readonly Offer[] =>
		revisions.findLast(({ visibleAt }) => visibleAt <= now())?.offers ?? [];

	const state = (product: Product): AmazonPriceState => ({
		sku: product.sku,
		asin: product.asin,
		price: priceIn(visible(product)),
		currency,
		updates: product.revisions.map(({ at, visibleAt, offers, feed, by }) => {
			return { at, visibleAt, price: priceIn(offers), feed, by };
		}),
	});

	return {
		seed({ sku, asin, price, productType, hasDimensions }: AmazonProductDraft) {
			const at = now();
			const offers = price === undefined ? [] : [firstOffer(price)];
			const product: Product = {
				sku,
				asin: asin ?? asinOf(sku),
				productType: productType ?? 'SHIRT',
				hasDimensions: hasDimensions ?? true,
				createdAt: at,
				revisions: [{ at, visibleAt: at, offers, feed: null, by: 'seed' }],
			};
			all.set(sku, product);
			return state(product);
		},
		find: (sku: string): Product | null => all.get(sku) ?? null,
		visible,
		/** What a SKU sells for; null when nobody knows. */
		price(sku: string): number | null {
			const product = all.get(sku);
			return product ? priceIn(visible(product)) : null;
		},
		/** Prices as they are to be: they show a moment later. Answers whether there is such a SKU. */
		patch(sku: string, op: PatchOp, given: readonly Offer[], feed: string | null): boolean {
			const product = all.get(sku);
			if (!product) return false;
			const at = now();
			const offers = patched(product.revisions.at(-1)?.offers ?? [], op, given);
			const revision: Revision = { at, visibleAt: at + priceMs, offers, feed, by: 'api' };
			all.set(sku, { ...product, revisions: [...product.revisions, revision] });
			return true;
		},
		states: (): readonly AmazonPriceState[] => [...all.values()].map(state),
	};
};

export type Products = ReturnType<typeof products>;
