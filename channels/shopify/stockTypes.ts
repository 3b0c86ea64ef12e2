/** What Shopify says of its catalog and stock, only the fields that are read (reference/shopify.md 7). */
export interface ShopifyLocation {
	readonly id: string;
	readonly name: string;
	readonly isActive: boolean;
}

export interface ShopifyVariant {
	readonly id: string;
	readonly sku: string | null;
	readonly displayName: string;
	readonly inventoryItem: ShopifyInventoryItem;
}

export interface ShopifyInventoryItem {
	readonly id: string;
	readonly tracked: boolean;
	readonly duplicateSkuCount: number;
	/** One for each location that was asked for; null where nothing is kept there. */
	readonly [level: `l${number}`]: ShopifyLevel | null;
}

export interface ShopifyLevel {
	readonly quantities: readonly ShopifyQuantity[];
}

export interface ShopifyQuantity {
	readonly quantity: number;
	readonly updatedAt: string | null;
}
