/** What a store offers of one SKU: the channel's own id, and the SKU the channel writes on it. */
export interface Listing {
	readonly id: string;
	readonly sku: string | null;
	readonly title: string;
}
