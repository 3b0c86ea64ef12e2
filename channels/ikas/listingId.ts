/** A stock row of ikas needs both ids, so a listing is named by both. */
export const listingId = (productId: string, variantId: string) => `${productId}/${variantId}`;

export interface VariantIds {
	readonly productId: string;
	readonly variantId: string;
}

/** Null where the text names no listing of ikas. */
export function variantIds(listing: string): VariantIds | null {
	const [productId, variantId, ...others] = listing.split('/');
	return productId && variantId && others.length === 0 ? { productId, variantId } : null;
}
