export interface ListingIds {
	readonly productId: string;
	readonly variantId: string;
}

/** A stock row needs both ids, so a listing is named by both. */
export const listingId = ({ productId, variantId }: ListingIds): string =>
	`${encodeURIComponent(productId)}/${encodeURIComponent(variantId)}`;

const written = /^((?:[\w.!~*'()-]|%[0-9A-F]{2})+)\/((?:[\w.!~*'()-]|%[0-9A-F]{2})+)$/;

/** Null where the text names no listing of Oker. */
export function idsIn(listing: string): ListingIds | null {
	const [, product, variant] = written.exec(listing) ?? [];
	if (product === undefined || variant === undefined) return null;
	return { productId: decodeURIComponent(product), variantId: decodeURIComponent(variant) };
}
