/** What Uniware says, only the fields that are read (reference/uniware-oker.md 2). Times are epoch milliseconds or ISO 8601. */
export interface UniwareAddress {
	readonly id: string;
	readonly name: string;
	readonly addressLine1: string;
	readonly addressLine2: string | null;
	readonly city: string;
	readonly state: string;
	readonly country: string | null;
	readonly pincode: string | null;
	readonly phone: string | null;
	readonly email: string | null;
}

/** One unit. */
export interface UniwareItem {
	readonly code: string;
	readonly itemSku: string;
	readonly itemName: string | null;
	/** The channel's line, as it was handed over. */
	readonly channelSaleOrderItemCode: string | null;
	readonly statusCode: string;
	readonly onHold: boolean | null;
	readonly facilityCode: string | null;
	readonly shippingPackageCode: string | null;
	readonly shippingPackageStatus: string | null;
	/** Said of what can still be cancelled; older tenants do not say it. */
	readonly cancellable: boolean | null;
	readonly cancellationReason: string | null;
	readonly reversePickupCode: string | null;
	readonly sellingPrice: number;
}

export interface UniwarePackage {
	readonly code: string;
	readonly saleOrderCode: string | null;
	readonly status: string;
	readonly shippingProvider: string | null;
	readonly trackingNumber: string | null;
	readonly trackingLink: string | null;
	readonly invoiceCode: string | null;
	readonly shippingManifestCode: string | null;
}

export interface UniwareOrder {
	readonly code: string;
	readonly displayOrderCode: string | null;
	readonly channel: string | null;
	readonly status: string;
	readonly displayOrderDateTime: number | string | null;
	readonly created: number | string;
	readonly updated: number | string;
	readonly cod: boolean | null;
	readonly currencyCode: string | null;
	readonly additionalInfo: string | null;
	readonly notificationEmail: string | null;
	readonly notificationMobile: string | null;
	readonly billingAddress: UniwareAddress | null;
	readonly addresses: readonly UniwareAddress[];
	readonly saleOrderItems: readonly UniwareItem[];
	readonly shippingPackages: readonly UniwarePackage[];
}

export interface UniwareItemType {
	readonly skuCode: string;
	readonly name: string | null;
	readonly enabled: boolean | null;
}

export interface UniwareSnapshot {
	readonly itemTypeSKU: string;
	readonly inventory: number;
	readonly openSale: number;
	readonly inventoryBlocked: number;
}

export interface UniwareAdjusted {
	readonly facilityInventoryAdjustment: { readonly itemSKU: string };
	readonly successful: boolean;
	readonly errors: readonly UniwareError[] | null;
}

export interface UniwareManifestItem {
	readonly shippingPackageCode: string;
}

export interface UniwareManifested extends UniwareManifestItem {
	readonly successful: boolean;
	readonly errors: readonly UniwareError[] | null;
}

export interface UniwareError {
	readonly code: number | null;
	readonly message: string | null;
	readonly description: string | null;
}

/** The envelope with what any call may bring. */
export interface UniwareAnswer {
	readonly successful: boolean;
	readonly errors: readonly UniwareError[] | null;
	/** Of a search, whichever it was. */
	readonly elements: readonly (UniwareOrder & UniwareItemType & UniwarePackage)[];
	readonly totalRecords: number | null;
	readonly saleOrderDTO: UniwareOrder;
	readonly saleOrderDetailDTO: UniwareOrder;
	readonly itemTypeDTO: UniwareItemType;
	readonly inventorySnapshots: readonly UniwareSnapshot[];
	readonly inventoryAdjustmentResponses: readonly UniwareAdjusted[];
	readonly parties: readonly { readonly facilityCode: string }[];
	readonly facility: {
		readonly code: string;
		readonly name: string | null;
		readonly displayName: string | null;
	};
	readonly shippingManifestCode: string;
	/** Of a manifest, which stands within the envelope. */
	readonly statusCode: string | null;
	readonly shippingManifest: object;
	readonly manifestItems: readonly UniwareManifestItem[];
	readonly shippingPackages: readonly UniwareManifested[];
	readonly invoiceCode: string | null;
	readonly label: string | null;
	readonly reversePickupCode: string;
	readonly returnOrders: readonly {
		readonly code: string;
		readonly created: number | string;
		readonly updated: number | string;
	}[];
}
