/** What the gateway says, only the fields that are read (docs/oker-connector.openapi.yaml). Values that nobody knew pass through. */
export interface OkerInfo {
	readonly contractVersion: string;
	readonly capabilities: OkerCapabilities;
	readonly limits: OkerLimits | null;
}

/** A missing flag means false. */
export type OkerCapabilities = Readonly<Record<string, boolean | undefined>>;

export interface OkerLimits {
	readonly maxOrderIds: number;
	readonly maxInventoryEntries: number;
	readonly orderWindowDays: number;
}

export interface OkerWarehouse {
	readonly code: string;
	readonly active: boolean;
}

export interface OkerPage {
	readonly hasMore: boolean;
}

export interface OkerOrder {
	readonly id: string;
	readonly displayOrderNumber: string | null;
	readonly orderDate: string;
	/** Only of extended gateways, like `invoiced`. */
	readonly updatedAt: string | null;
	readonly orderStatus: string;
	readonly paymentType: string;
	readonly invoiced: boolean;
	readonly sla: string | null;
	readonly gstin: string | null;
	readonly orderPrice: OkerOrderPrice | null;
	readonly orderItems: readonly OkerItem[];
	readonly thirdPartyShipping: boolean;
	readonly shippingAddress: OkerAddress;
}

export interface OkerOrderPrice {
	readonly currency: string;
	readonly totalShippingCharges: number;
	readonly totalCashOnDeliveryCharges: number;
	readonly totalGiftCharges: number;
	readonly totalDiscount: number;
}

export interface OkerItem {
	readonly orderItemId: string;
	readonly status: string;
	readonly productId: string;
	readonly variantId: string;
	readonly sku: string;
	readonly title: string | null;
	readonly quantity: number;
	readonly orderItemPrice: OkerItemPrice | null;
	readonly onHold: boolean;
	readonly facilityCode: string | null;
}

/** Per unit. */
export interface OkerItemPrice {
	readonly currency: string;
	readonly sellingPrice: number;
	readonly totalPrice: number;
	readonly shippingCharges: number;
	readonly cashOnDeliveryCharges: number;
}

export interface OkerAddress {
	readonly name: string;
	readonly addressLine1: string;
	readonly addressLine2: string | null;
	readonly city: string;
	readonly state: string | null;
	readonly country: string;
	readonly pincode: string | null;
	readonly phone: string | null;
	readonly email: string | null;
}

export interface OkerInvoice {
	readonly code: string;
	readonly displayCode: string | null;
	readonly invoiceDate: string;
	readonly productTaxes: readonly OkerTax[];
}

export interface OkerTax {
	readonly productId: string;
	readonly variantId: string;
	readonly taxPercentage: number;
	readonly centralGstPercentage: number;
	readonly stateGstPercentage: number;
	readonly unionTerritoryGstPercentage: number;
	readonly integratedGstPercentage: number;
	readonly compensationCessPercentage: number;
}

export interface OkerCourier {
	readonly status: string;
	readonly awbNo: string;
	readonly courierCode: string | null;
	readonly courierName: string | null;
}

export interface OkerAck {
	readonly status: string;
	readonly message: string | null;
	readonly orderItems: readonly OkerFailedItem[];
	readonly failedProductList: readonly OkerFailedProduct[];
}

export interface OkerFailedItem {
	readonly orderItemId: string;
	readonly errorMessage: string | null;
	readonly code: string | null;
}

export interface OkerFailedProduct {
	readonly productId: string;
	readonly variantId: string;
	/** Only of extended gateways, like `code`. */
	readonly facilityCode: string | null;
	readonly message: string | null;
	readonly code: string | null;
}

export interface OkerProduct {
	readonly id: string;
	readonly parentTitle: string | null;
	readonly variants: readonly OkerVariant[];
}

export interface OkerVariant {
	readonly variantId: string;
	readonly title: string | null;
	readonly sku: string | null;
}
