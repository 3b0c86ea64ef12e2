/** The part of ikas' own types that the sandbox fills; every other field of the schema answers null. */
export interface RawVariant {
	readonly id: string;
	readonly productId: string;
	readonly sku: string | null;
	readonly barcodeList: readonly string[];
	readonly name: string;
	readonly weight: number;
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

export interface RawPackage {
	readonly id: string;
	readonly createdAt: number;
	readonly updatedAt: number;
	readonly orderPackageNumber: string;
	readonly orderPackageFulfillStatus: string;
	readonly orderLineItemIds: readonly string[];
	readonly stockLocationId: string;
	readonly deleted: boolean;
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
}
