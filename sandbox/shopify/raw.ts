/** What the shop keeps. Instants are epoch ms of the sandbox's clock, money is in major units. */
export interface RawAddress {
	readonly id: string;
	readonly firstName: string | null;
	readonly lastName: string | null;
	readonly company: string | null;
	readonly address1: string | null;
	readonly address2: string | null;
	readonly city: string | null;
	readonly provinceCode: string | null;
	readonly countryCode: string | null;
	readonly zip: string | null;
	readonly phone: string | null;
}

export interface RawMetafield {
	readonly id: string;
	readonly namespace: string;
	readonly key: string;
	readonly type: string;
	readonly value: string;
	readonly createdAt: number;
	readonly updatedAt: number;
}

export interface RawCustomer {
	readonly id: string;
	readonly firstName: string | null;
	readonly lastName: string | null;
	readonly email: string | null;
	readonly phone: string | null;
	readonly note: string | null;
	readonly tags: readonly string[];
	readonly taxExempt: boolean;
	readonly addresses: readonly RawAddress[];
	readonly defaultAddress: RawAddress | null;
	readonly metafields: readonly RawMetafield[];
	readonly createdAt: number;
	readonly updatedAt: number;
}

export interface RawAttribute {
	readonly key: string;
	readonly value: string;
}

export interface RawTaxLine {
	readonly title: string;
	readonly rate: number;
	readonly price: number;
	readonly channelLiable: boolean | null;
}

export interface RawLine {
	readonly id: string;
	readonly variantId: string | null;
	readonly sku: string | null;
	readonly title: string;
	readonly variantTitle: string | null;
	readonly vendor: string | null;
	/** As ordered, and what edits have left of it. */
	readonly quantity: number;
	readonly currentQuantity: number;
	readonly price: number;
	readonly requiresShipping: boolean;
	readonly taxable: boolean;
	readonly taxLines: readonly RawTaxLine[];
	readonly properties: readonly RawAttribute[];
	/** The location that stock was claimed at, if it was. */
	readonly claimedAt: string | null;
}

export interface RawTransaction {
	readonly id: string;
	readonly kind: string;
	readonly status: string;
	readonly gateway: string | null;
	readonly amount: number;
	readonly processedAt: number;
	readonly test: boolean;
}

export interface RawShippingLine {
	readonly id: string;
	readonly title: string;
	readonly code: string | null;
	readonly source: string | null;
	readonly price: number;
	readonly taxLines: readonly RawTaxLine[];
}

export interface RawFulfillmentOrderLine {
	readonly id: string;
	readonly lineId: string;
	readonly total: number;
	readonly remaining: number;
}

/** What one location is to ship. */
export interface RawFulfillmentOrder {
	readonly id: string;
	readonly locationId: string;
	readonly status: 'OPEN' | 'IN_PROGRESS' | 'CLOSED' | 'CANCELLED';
	readonly lines: readonly RawFulfillmentOrderLine[];
	readonly createdAt: number;
	readonly updatedAt: number;
}

export interface RawTracking {
	readonly company: string | null;
	readonly number: string | null;
	readonly url: string | null;
}

export interface RawFulfillmentLine {
	readonly id: string;
	readonly lineId: string;
	readonly fulfillmentOrderId: string;
	readonly quantity: number;
}

export interface RawFulfillment {
	readonly id: string;
	readonly name: string;
	readonly locationId: string;
	readonly status: 'SUCCESS' | 'CANCELLED' | 'ERROR' | 'FAILURE';
	readonly displayStatus: string;
	readonly tracking: readonly RawTracking[];
	readonly lines: readonly RawFulfillmentLine[];
	readonly createdAt: number;
	readonly updatedAt: number;
	readonly deliveredAt: number | null;
	readonly byApi: boolean;
}

export interface RawOrder {
	readonly id: string;
	readonly number: number;
	readonly name: string;
	readonly createdAt: number;
	readonly processedAt: number;
	readonly updatedAt: number;
	readonly cancelledAt: number | null;
	readonly cancelReason: string | null;
	readonly staffNote: string | null;
	readonly currency: string;
	readonly taxesIncluded: boolean;
	readonly test: boolean;
	readonly email: string | null;
	readonly phone: string | null;
	readonly note: string | null;
	readonly poNumber: string | null;
	readonly sourceName: string | null;
	readonly sourceIdentifier: string | null;
	readonly sourceUrl: string | null;
	readonly tags: readonly string[];
	readonly customAttributes: readonly RawAttribute[];
	readonly metafields: readonly RawMetafield[];
	readonly customerId: string | null;
	readonly billingAddress: RawAddress | null;
	readonly shippingAddress: RawAddress | null;
	readonly lines: readonly RawLine[];
	readonly taxLines: readonly RawTaxLine[];
	readonly shippingLines: readonly RawShippingLine[];
	readonly transactions: readonly RawTransaction[];
	readonly financialStatus: string;
	readonly fulfillmentOrders: readonly RawFulfillmentOrder[];
	readonly fulfillments: readonly RawFulfillment[];
	readonly edited: boolean;
}
