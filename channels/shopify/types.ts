import type { ShopifyLocation, ShopifyVariant } from './stockTypes';

/** What Shopify says, only the fields that are read (reference/shopify.md 7 to 10). */
export interface ShopifyList<Row> {
	readonly nodes: readonly Row[];
	readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export interface ShopifyMoney {
	/** In major units, as text. */
	readonly amount: string;
	readonly currencyCode: string;
}

export interface ShopifyMoneyBag {
	readonly shopMoney: ShopifyMoney;
}

export interface ShopifyShop {
	readonly name: string;
	readonly myshopifyDomain: string;
}

export interface ShopifyInstallation {
	readonly accessScopes: readonly { readonly handle: string }[];
}

export interface ShopifyOrder {
	readonly id: string;
	readonly name: string;
	readonly createdAt: string;
	readonly updatedAt: string;
	readonly cancelledAt: string | null;
	readonly cancelReason: string | null;
	readonly displayFinancialStatus: string | null;
	readonly displayFulfillmentStatus: string;
	readonly sourceIdentifier: string | null;
	readonly paymentGatewayNames: readonly string[];
	readonly tags: readonly string[];
	/** Grams. */
	readonly totalWeight: string | null;
	readonly totalPriceSet: ShopifyMoneyBag;
	readonly customer: ShopifyCustomer | null;
	readonly shippingAddress: ShopifyAddress | null;
	readonly lineItems: ShopifyList<ShopifyLine>;
	readonly metafield: { readonly value: string } | null;
	readonly fulfillments: readonly ShopifyFulfilment[];
	readonly fulfillmentOrders: ShopifyList<ShopifyFulfilmentOrder>;
}

export interface ShopifyCustomer {
	readonly id: string;
	readonly displayName: string | null;
	readonly defaultEmailAddress: { readonly emailAddress: string | null } | null;
	readonly defaultPhoneNumber: { readonly phoneNumber: string | null } | null;
}

export interface ShopifyAddress {
	readonly name: string | null;
	readonly company: string | null;
	readonly address1: string | null;
	readonly address2: string | null;
	readonly city: string | null;
	readonly province: string | null;
	readonly countryCodeV2: string | null;
	readonly country: string | null;
	readonly zip: string | null;
	readonly phone: string | null;
	readonly latitude: number | null;
	readonly longitude: number | null;
}

export interface ShopifyLine {
	readonly id: string;
	readonly title: string;
	readonly sku: string | null;
	readonly quantity: number;
	/** Without what was refunded or taken off. */
	readonly currentQuantity: number;
	readonly unfulfilledQuantity: number;
	readonly requiresShipping: boolean;
	readonly variant: { readonly id: string } | null;
	readonly discountedUnitPriceAfterAllDiscountsSet: ShopifyMoneyBag;
	readonly customAttributes: readonly ShopifyAttribute[];
}

export interface ShopifyAttribute {
	readonly key: string;
	readonly value: string | null;
}

export interface ShopifyFulfilment {
	readonly id: string;
	readonly name: string;
	readonly status: string;
	readonly displayStatus: string | null;
	readonly location: { readonly id: string } | null;
	readonly trackingInfo: readonly ShopifyTracking[];
	readonly fulfillmentLineItems: ShopifyList<ShopifyFulfilmentLine>;
}

export interface ShopifyTracking {
	readonly company: string | null;
	readonly number: string | null;
	readonly url: string | null;
}

export interface ShopifyFulfilmentLine {
	readonly quantity: number;
	readonly lineItem: ShopifyLine;
}

export interface ShopifyFulfilmentOrder {
	readonly id: string;
	readonly status: string;
	readonly supportedActions: readonly { readonly action: string }[];
	readonly assignedLocation: { readonly location: { readonly id: string } | null };
	readonly lineItems: ShopifyList<ShopifyFulfilmentOrderLine>;
}

export interface ShopifyFulfilmentOrderLine {
	readonly id: string;
	readonly remainingQuantity: number;
	readonly lineItem: { readonly id: string };
}

export interface ShopifyWebhook {
	readonly id: string;
	readonly topic: string;
	readonly uri: string;
}

export interface ShopifyUserError {
	readonly message: string;
	readonly code: string | null;
	readonly field: readonly string[] | null;
}

/** What every mutation answers beside its own. */
export interface ShopifyPayload {
	readonly userErrors: readonly ShopifyUserError[];
	readonly orderCancelUserErrors: readonly ShopifyUserError[];
	readonly order: ShopifyOrder | null;
	readonly calculatedOrder: ShopifyCalculatedOrder | null;
	readonly customer: ShopifyCustomer | null;
	readonly job: ShopifyJob | null;
	readonly fulfillment: ShopifyFulfilment | null;
	readonly webhookSubscription: ShopifyWebhook | null;
	readonly bulkOperation: ShopifyBulk | null;
}

/** An order as an edit that is not committed shows it. */
export interface ShopifyCalculatedOrder {
	readonly id: string;
	readonly lineItems: ShopifyList<{ readonly id: string }>;
}

export interface ShopifyJob {
	readonly id: string;
	readonly done: boolean;
}

export interface ShopifyBulk {
	readonly id: string;
	readonly status: string;
	readonly errorCode: string | null;
	readonly createdAt: string;
	readonly query: string;
	/** Numbers of 64 bits, as text. */
	readonly rootObjectCount: string;
	readonly fileSize: string | null;
	readonly url: string | null;
}

type Defined = ShopifyList<{ readonly id: string }>;

/** The data of an answer: which of these are there depends on what was asked. */
export interface ShopifyData {
	readonly shop: ShopifyShop;
	readonly currentAppInstallation: ShopifyInstallation;
	readonly locations: ShopifyList<ShopifyLocation>;
	readonly productVariants: ShopifyList<ShopifyVariant>;
	readonly productVariantsCount: { readonly count: number };
	readonly bulkOperation: ShopifyBulk | null;
	readonly bulkOperations: ShopifyList<ShopifyBulk>;
	readonly bulkOperationRunQuery: ShopifyPayload;
	readonly orders: ShopifyList<ShopifyOrder>;
	readonly nodes: readonly (unknown | null)[];
	readonly order: ShopifyOrder | null;
	readonly orderByIdentifier: ShopifyOrder | null;
	readonly customerByIdentifier: ShopifyCustomer | null;
	readonly orderDefinitions: Defined;
	readonly customerDefinitions: Defined;
	readonly fulfillment: ShopifyFulfilment | null;
	readonly job: ShopifyJob | null;
	readonly webhookSubscriptions: ShopifyList<ShopifyWebhook>;
	readonly metafieldDefinitionCreate: ShopifyPayload;
	readonly metafieldsSet: ShopifyPayload;
	readonly customerSet: ShopifyPayload;
	readonly orderCreate: ShopifyPayload;
	readonly orderCancel: ShopifyPayload;
	readonly orderEditBegin: ShopifyPayload;
	readonly orderEditSetQuantity: ShopifyPayload;
	readonly orderEditCommit: ShopifyPayload;
	readonly fulfillmentCreate: ShopifyPayload;
	readonly inventorySetQuantities: ShopifyPayload;
	readonly [activation: `a${number}`]: ShopifyPayload;
	readonly webhookSubscriptionCreate: ShopifyPayload;
	readonly webhookSubscriptionDelete: ShopifyPayload;
}

/** What Shopify says in `errors` of an answer. */
export interface ShopifyFault {
	readonly message: string;
	readonly code: string | null;
	/** The access scope that is missing, in Shopify's words. */
	readonly access: string | null;
}
