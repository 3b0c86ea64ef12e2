import { SandboxRefusal } from '../wire';
import { byNumber, numberIn } from './ids';
import type { Inventory } from './inventory';
import type { RawProduct, RawVariant } from './rawCatalog';
import type { ShopifyProductDraft, ShopifyVariantDraft } from './types';

/** What the catalog lives in. */
export interface CatalogContext {
	now(): number;
	newId(): string;
	/** The id of a location by its id or name. */
	locationId(named: string): string;
	readonly inventory: Inventory;
}

const statuses = ['ACTIVE', 'DRAFT', 'ARCHIVED', 'UNLISTED'];

const rawVariant = (
	draft: ShopifyVariantDraft,
	known: { readonly id: string; readonly itemId: string; readonly productId: string },
	at: { readonly createdAt: number; readonly updatedAt: number },
): RawVariant => ({
	...known,
	...at,
	sku: draft.sku,
	barcode: draft.barcode ?? null,
	title: draft.title ?? 'Default Title',
	price: draft.price ?? 100,
	policy: draft.policy ?? 'DENY',
	tracked: draft.tracked ?? true,
	requiresShipping: draft.requiresShipping ?? true,
	isBundle: draft.isBundle ?? false,
});

export const catalog = ({ now, newId, locationId, inventory }: CatalogContext) => {
	const products = new Map<string, RawProduct>();
	const variants = new Map<string, RawVariant>();
	const byItem = new Map<string, RawVariant>();
	/** Sorted by id, and counted by SKU: made anew when first asked for after a change. */
	let listed: readonly RawVariant[] | null = null;
	let units: ReadonlyMap<string, number> | null = null;

	const all = () =>
		(listed ??= [...variants.values()].sort((left, right) => byNumber(left.id, right.id)));

	const counts = () => {
		if (units) return units;
		const fresh = new Map<string, number>();
		for (const { sku } of variants.values()) if (sku) fresh.set(sku, (fresh.get(sku) ?? 0) + 1);
		return (units = fresh);
	};

	const variantOf = (draft: ShopifyVariantDraft, productId: string): RawVariant => {
		const id = (draft.id && numberIn('ProductVariant', draft.id)) || newId();
		const known = variants.get(id);
		const at = now();
		const variant = rawVariant(
			draft,
			{ id, productId, itemId: known?.itemId ?? newId() },
			{ createdAt: known?.createdAt ?? at, updatedAt: at },
		);
		variants.set(id, variant);
		byItem.set(variant.itemId, variant);
		return variant;
	};

	const fill = ({ itemId }: RawVariant, { stocks = {} }: ShopifyVariantDraft) => {
		for (const [named, available] of Object.entries(stocks)) {
			const at = locationId(named);
			const cause = { what: 'seeded', byApi: false } as const;
			const known = inventory.find(itemId, at);
			if (!known) inventory.stock(itemId, at, { available, cause });
			else {
				const deltas = { available: available - known.quantities.available };
				inventory.move(itemId, at, { deltas, cause });
			}
		}
	};

	return {
		check({ status = 'ACTIVE', variants: drafts }: ShopifyProductDraft) {
			if (!statuses.includes(status)) throw new SandboxRefusal(`${status} is not a ProductStatus`);
			for (const { stocks = {} } of drafts) Object.keys(stocks).forEach(locationId);
		},
		seed(draft: ShopifyProductDraft): RawProduct {
			const id = (draft.id && numberIn('Product', draft.id)) || newId();
			const known = products.get(id);
			for (const variant of known?.variants ?? []) variants.delete(variant.id);
			const fresh = draft.variants.map((variant) => variantOf(variant, id));
			listed = units = null;
			fresh.forEach((variant, at) => fill(variant, draft.variants[at] ?? { sku: null }));
			const product: RawProduct = {
				id,
				title: draft.title ?? `Item ${fresh[0]?.sku ?? id}`,
				status: draft.status ?? 'ACTIVE',
				vendor: draft.vendor ?? 'Paper Lantern',
				createdAt: known?.createdAt ?? now(),
				updatedAt: now(),
				variants: fresh,
			};
			products.set(id, product);
			return product;
		},
		all,
		products: (): readonly RawProduct[] => [...products.values()],
		product: (id: string): RawProduct | null => products.get(id) ?? null,
		variant: (id: string): RawVariant | null => variants.get(id) ?? null,
		/** Also of a variant that is gone. */
		ofItem: (itemId: string): RawVariant | null => byItem.get(itemId) ?? null,
		bySku: (sku: string): RawVariant | null => all().find((variant) => variant.sku === sku) ?? null,
		/** Other items of the same SKU; that case counts is a guess (reference/shopify.md 7). */
		duplicates: ({ sku }: RawVariant): number => (sku ? (counts().get(sku) ?? 1) - 1 : 0),
	};
};

export type Catalog = ReturnType<typeof catalog>;
