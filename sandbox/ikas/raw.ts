/** The part of ikas' own types that the sandbox fills; every other field of the schema answers null. */
export interface RawVariant {
	readonly id: string;
	readonly productId: string;
	readonly sku: string | null;
	readonly barcodeList: readonly string[];
	readonly name: string;
	readonly weight: number | null;
}

export interface RawLine {
	readonly id: string;
	readonly createdAt: number;
	readonly updatedAt: number;
	readonly status: string;
	readonly statusUpdatedAt: number;
	readonly quantity: number;
	readonly price: number;
	readonly unitPrice: number;
	readonly finalPrice: number;
	readonly finalUnitPrice: number;
	readonly taxValue: number;
	readonly currencyCode: string;
	readonly deleted: boolean;
	readonly edited: boolean;
	readonly originalOrderLineItemId: string | null;
	readonly stockLocationId: string | null;
	readonly variant: RawVariant;
	/** Not ikas': cancelled without giving its units back to the stock. */
	readonly isWithheld: boolean;
}

interface Named {
	readonly id: string;
	readonly name: string;
	readonly code?: string;
}

export interface RawAddress {
	readonly id: string;
	readonly firstName: string;
	readonly lastName: string;
	readonly addressLine1: string;
	readonly addressLine2: string | null;
	readonly postalCode: string | null;
	readonly phone: string | null;
	readonly isDefault: boolean;
	readonly city: Named;
	readonly district: Named | null;
	readonly country: Named & { readonly iso2: string; readonly iso3: string | null };
}

export interface RawCustomer {
	readonly id: string;
	readonly email: string;
	readonly firstName: string;
	readonly lastName: string;
	readonly fullName: string;
	readonly phone: string | null;
	readonly isGuestCheckout: boolean;
}

export interface RawTracking {
	readonly trackingNumber?: string;
	readonly trackingLink?: string;
	readonly barcode?: string;
	readonly cargoCompany?: string;
	readonly cargoCompanyId?: string;
	readonly isSendNotification?: boolean;
	readonly shippingLabelImage?: string;
}

export interface RawPackage {
	readonly id: string;
	readonly createdAt: number;
	readonly updatedAt: number;
	readonly orderPackageNumber: string;
	readonly orderPackageFulfillStatus: string;
	readonly orderLineItemIds: readonly string[];
	readonly stockLocationId: string;
	readonly deleted: boolean;
	/** Set where another app, or ikas' own shipping service, made the package (reference/ikas.md 8.1). */
	readonly appId: string | null;
	readonly errorMessage: string | null;
	readonly sourceId: string | null;
	readonly trackingInfo: RawTracking | null;
}

export interface RawOrder {
	readonly id: string;
	readonly orderNumber: string;
	readonly orderSequence: number;
	readonly merchantId: string;
	readonly status: string;
	readonly orderPaymentStatus: string;
	readonly orderPackageStatus: string;
	readonly orderedAt: number;
	readonly createdAt: number;
	readonly updatedAt: number;
	readonly cancelledAt: number | null;
	readonly cancelReason: string | null;
	readonly deleted: boolean;
	readonly archived: boolean;
	readonly edited: boolean;
	readonly currencyCode: string;
	readonly currencySymbol: string | null;
	readonly currencyRates: readonly never[];
	readonly totalPrice: number;
	readonly totalFinalPrice: number;
	readonly netTotalFinalPrice: number;
	readonly itemCount: number;
	readonly shippingMethod: string;
	readonly salesChannelId: string;
	readonly salesChannel: { readonly id: string; readonly name: string; readonly type: number };
	readonly stockLocationId: string | null;
	readonly stockLocation: { readonly id: string; readonly name: string } | null;
	readonly sourceId: string | null;
	readonly customerId: string;
	readonly customer: RawCustomer;
	readonly shippingAddress: RawAddress;
	readonly billingAddress: RawAddress;
	readonly paymentMethods: readonly { readonly type: string; readonly price: number }[];
	readonly shippingLines: readonly {
		readonly title: string;
		readonly price: number;
		readonly finalPrice: number;
	}[];
	readonly orderAdjustments: readonly never[];
	readonly taxLines: readonly { readonly price: number; readonly rate: number }[];
	readonly orderLineItems: readonly RawLine[];
	readonly orderPackages: readonly RawPackage[];
	readonly orderPackageSequence: number;
	readonly orderTagIds: readonly string[];
	/** Not ikas': its payment cannot be given back by itself. */
	readonly isRefundRefused: boolean;
}

/** A variant of the catalog, without its stock. */
export interface RawProductVariant {
	readonly id: string;
	readonly createdAt: number;
	readonly updatedAt: number;
	readonly sku: string | null;
	readonly barcodeList: readonly string[];
	readonly isActive: boolean;
	readonly deleted: boolean;
	readonly weight: number | null;
	readonly prices: readonly { readonly sellPrice: number; readonly currencyCode: string }[];
}

export interface RawProduct {
	readonly id: string;
	readonly createdAt: number;
	readonly updatedAt: number;
	readonly name: string;
	readonly type: string;
	readonly deleted: boolean;
	readonly salesChannelIds: readonly string[];
	readonly variants: readonly RawProductVariant[];
}

export interface RawStock {
	readonly id: string;
	readonly createdAt: number;
	readonly updatedAt: number;
	readonly productId: string;
	readonly variantId: string;
	readonly stockLocationId: string;
	readonly stockCount: number;
	readonly deleted: boolean;
}
