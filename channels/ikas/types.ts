/** What ikas says, only the fields that are read (reference/ikas.md 8.1). v2 may leave out what v1 promises. */
export interface IkasOrder {
	readonly id: string;
	readonly orderNumber: string | null;
	readonly status: string;
	readonly orderPaymentStatus: string | null;
	readonly orderPackageStatus: string | null;
	readonly orderedAt: number | null;
	readonly updatedAt: number | null;
	readonly currencyCode: string;
	readonly totalFinalPrice: number;
	readonly stockLocationId: string | null;
	readonly paymentMethods: readonly IkasPaymentMethod[] | null;
	readonly orderTagIds: readonly string[] | null;
	readonly customer: IkasCustomer | null;
	readonly shippingAddress: IkasAddress | null;
	readonly orderLineItems: readonly IkasLine[];
	readonly orderPackages: readonly IkasPackage[] | null;
}

export interface IkasPaymentMethod {
	readonly type: string;
}

export interface IkasLine {
	readonly id: string;
	readonly quantity: number;
	readonly status: string;
	readonly deleted: boolean;
	readonly price: number;
	readonly finalPrice: number | null;
	readonly finalUnitPrice: number | null;
	readonly stockLocationId: string | null;
	/** The line that this one was split off from, by a partial cancel or refund. */
	readonly originalOrderLineItemId: string | null;
	readonly variant: IkasVariant;
}

export interface IkasVariant {
	readonly id: string | null;
	readonly productId: string | null;
	readonly sku: string | null;
	readonly name: string;
}

export interface IkasOrderTag {
	readonly id: string;
	readonly name: string;
}

export interface IkasPackage {
	readonly id: string;
	readonly orderPackageNumber: string | null;
	readonly orderPackageFulfillStatus: string;
	readonly orderLineItemIds: readonly string[];
	readonly deleted: boolean;
	/** The app that made it, where one did; ikas' own shipping service is one, too. */
	readonly appId: string | null;
	readonly sourceId: string | null;
	readonly trackingInfo: IkasTracking | null;
}

export interface IkasTracking {
	readonly trackingNumber: string | null;
	readonly trackingLink: string | null;
	readonly cargoCompany: string | null;
	readonly cargoCompanyId: string | null;
}

export interface IkasCargoCompany {
	readonly id: string;
	readonly name: string;
}

export interface IkasPerson {
	readonly firstName: string | null;
	readonly lastName: string | null;
}

export interface IkasCustomer extends IkasPerson {
	readonly fullName: string | null;
	readonly email: string | null;
	readonly phone: string | null;
}

export interface IkasAddress extends IkasPerson {
	readonly company: string | null;
	readonly addressLine1: string;
	readonly addressLine2: string | null;
	readonly postalCode: string | null;
	readonly phone: string | null;
	readonly city: IkasPlace;
	readonly district: IkasPlace | null;
	readonly state: IkasPlace | null;
	readonly country: IkasPlace & { readonly iso2: string | null };
}

export interface IkasPlace {
	readonly name: string | null;
}

export interface IkasProduct {
	readonly id: string;
	readonly name: string;
	readonly type: string;
	readonly deleted: boolean;
	readonly variants: readonly IkasProductVariant[];
}

export interface IkasProductVariant {
	readonly id: string;
	readonly sku: string | null;
	readonly deleted: boolean;
}

/** Stock of a variant at a location. */
export interface IkasStock {
	readonly productId: string;
	readonly variantId: string;
	readonly stockLocationId: string;
	readonly stockCount: number;
	readonly deleted: boolean;
}

export interface IkasList<Row> {
	readonly hasNext: boolean;
	readonly data: readonly Row[];
}

export interface IkasMerchant {
	readonly id: string;
	readonly storeName: string | null;
	readonly merchantName: string | null;
}

export interface IkasApp {
	readonly id: string | null;
	readonly storeAppId: string | null;
	readonly scopes: readonly string[] | null;
}

export interface IkasStockLocation {
	readonly id: string;
	readonly name: string;
	readonly deleted: boolean;
}

/** The data of an answer: which of these are there depends on what was asked. */
export interface IkasData {
	readonly getMerchant: IkasMerchant;
	readonly me: IkasApp;
	readonly listOrder: IkasList<IkasOrder>;
	readonly listProduct: IkasList<IkasProduct>;
	readonly listProductStockLocation: IkasList<IkasStock>;
	readonly listStockLocation: readonly IkasStockLocation[];
	readonly listOrderTag: readonly IkasOrderTag[];
	readonly listCargoCompany: readonly IkasCargoCompany[];
	readonly saveProductStockLocations: boolean;
	readonly fulfillOrder: IkasOrder;
	readonly updateOrderPackageStatus: IkasOrder;
	readonly cancelFulfillment: IkasOrder;
	readonly cancelOrderLine: IkasOrder;
}

export interface IkasFault {
	readonly message: string;
	readonly code: string | null;
	readonly path: readonly (string | number)[];
}
