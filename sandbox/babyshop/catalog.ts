import { merge } from '../merge';
import { SandboxRefusal } from '../wire';
import { localText, sortable } from './localTime';
import type { BabyshopFigureChange, BabyshopProductState } from './stateTypes';
import type { BabyshopProductDraft } from './types';

export interface Product {
	readonly sku: string;
	readonly vendorSkuCode: string | null;
	readonly seller: string;
	readonly price: number;
	readonly name: string | null;
	readonly updatedAt: number;
	/** The time of change, as `sortable` has it. */
	readonly stamp: string;
	readonly draft: BabyshopProductDraft;
	readonly figure: number | null;
	readonly history: readonly BabyshopFigureChange[];
}

export interface CatalogContext {
	readonly timeZone: string;
	/** Whose products they are when the draft does not say. */
	readonly seller: string;
	now(): number;
}

/** When no price is told. */
const usualPrice = 100;

const keyOf = ({ seller, sku }: Pick<Product, 'seller' | 'sku'>) => JSON.stringify([seller, sku]);

const stateOf = (product: Product): BabyshopProductState => ({
	sku: product.sku,
	vendorSkuCode: product.vendorSkuCode,
	seller: product.seller,
	figure: product.figure,
	history: product.history,
});

/** Texts and null throughout; no stock, no currency (reference/babyshop-vinculum.md 7). */
const answerOf = ({ sku, draft, name, price, updatedAt }: Product, timeZone: string): unknown =>
	merge(
		{
			sku,
			vendorSkuCode: draft.vendorSkuCode,
			mfgSkuCode: draft.mfgSkuCode ?? null,
			skuName: name,
			mrp: price.toFixed(2),
			salePrice: price.toFixed(2),
			baseCost: (price / 2).toFixed(2),
			status: draft.status ?? '1',
			lastUpdateDate: localText(updatedAt, timeZone),
			brand: 'Example Brand',
			color: null,
			size: null,
			weight: '0.00',
			length: '0.00',
			width: '0.00',
			height: '0.00',
			serialTracking: '0',
		},
		draft.overrides ?? {},
	);

export const catalog = ({ timeZone, seller: usualSeller, now }: CatalogContext) => {
	const products = new Map<string, Product>();
	const find = (seller: string, sku: string) => products.get(keyOf({ seller, sku })) ?? null;

	return {
		seed(draft: BabyshopProductDraft): BabyshopProductState {
			const { sku, vendorSkuCode, seller = usualSeller, price = usualPrice } = draft;
			const known = find(seller, sku);
			const at = now();
			const { name = `Product ${sku}`, quantity = null } = draft;
			const seeded = { what: 'seeded', at, quantity, moderationId: null } as const;
			const history = known?.history ?? [];
			const updatedAt = draft.updatedAt ?? at;
			const product: Product = {
				sku,
				vendorSkuCode,
				seller,
				price,
				name,
				updatedAt,
				stamp: sortable(localText(updatedAt, timeZone)),
				draft,
				figure: quantity ?? known?.figure ?? null,
				history: quantity === null ? history : [...history, seeded],
			};
			products.set(keyOf(product), product);
			return stateOf(product);
		},
		find,
		of: (seller: string): readonly Product[] =>
			[...products.values()].filter((product) => product.seller === seller),
		/** What became of a figure; it shows only what moderation has approved (reference/babyshop-vinculum.md 9). */
		note({ seller, sku }: Pick<Product, 'seller' | 'sku'>, change: BabyshopFigureChange) {
			const product = find(seller, sku);
			if (!product) throw new SandboxRefusal(`there is no product ${sku}`);
			const isShown = change.what === 'approved' && change.quantity !== null;
			products.set(keyOf(product), {
				...product,
				figure: isShown ? change.quantity : product.figure,
				history: [...product.history, change],
			});
		},
		answer: (product: Product) => answerOf(product, timeZone),
		states: (): readonly BabyshopProductState[] => [...products.values()].map(stateOf),
	};
};

export type Catalog = ReturnType<typeof catalog>;
