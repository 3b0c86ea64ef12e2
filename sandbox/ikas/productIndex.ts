import type { RawProduct, RawProductVariant } from './raw';

/** A variant, and the product that it is one of. */
export interface Sold {
	readonly product: RawProduct;
	readonly variant: RawProductVariant;
}

/** Products by id, in the order they were made, and their variants by id and SKU. */
export const productIndex = () => {
	const products = new Map<string, RawProduct>();
	const variants = new Map<string, Sold>();
	const bySku = new Map<string, Sold>();

	const forget = ({ variants: old }: RawProduct) => {
		for (const { id, sku } of old) {
			variants.delete(id);
			if (sku !== null && bySku.get(sku)?.variant.id === id) bySku.delete(sku);
		}
	};

	return {
		/** In the place of the product that has the id now. */
		put(made: RawProduct) {
			const earlier = products.get(made.id);
			if (earlier) forget(earlier);
			const product = { ...made, createdAt: earlier?.createdAt ?? made.createdAt };
			products.set(product.id, product);
			for (const variant of product.variants) {
				variants.set(variant.id, { product, variant });
				if (variant.sku !== null && !variant.deleted) bySku.set(variant.sku, { product, variant });
			}
		},
		product: (id: string): RawProduct | null => products.get(id) ?? null,
		variant: (id: string): Sold | null => variants.get(id) ?? null,
		/** The one that was made last, where several have it. */
		bySku: (sku: string): Sold | null => bySku.get(sku) ?? null,
		all: (): readonly RawProduct[] => [...products.values()],
	};
};
