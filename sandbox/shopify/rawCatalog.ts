/** What the shop sells, and from where. Instants are epoch ms of the sandbox's clock. */
export interface RawLocation {
	readonly id: string;
	readonly name: string;
	readonly city: string;
	readonly countryCode: string;
	readonly isActive: boolean;
	readonly fulfillsOnlineOrders: boolean;
	readonly isFulfillmentService: boolean;
	readonly createdAt: number;
}

export interface RawVariant {
	readonly id: string;
	readonly productId: string;
	readonly itemId: string;
	readonly sku: string | null;
	readonly barcode: string | null;
	readonly title: string;
	readonly price: number;
	readonly policy: 'DENY' | 'CONTINUE';
	readonly tracked: boolean;
	readonly requiresShipping: boolean;
	/** A parent bundle, whose stock is that of its parts (reference/shopify.md 8). */
	readonly isBundle: boolean;
	readonly createdAt: number;
	readonly updatedAt: number;
}

export interface RawProduct {
	readonly id: string;
	readonly title: string;
	readonly status: string;
	readonly vendor: string;
	readonly createdAt: number;
	readonly updatedAt: number;
	readonly variants: readonly RawVariant[];
}
