import { z } from 'zod';
import { notPlayed } from './refusal';

const text = z
	.string()
	.nullish()
	.transform((given) => given ?? null);
const texts = z.array(z.string()).nullish();
const money = z.strictObject({ amount: z.string(), currencyCode: z.string() });
const moneyBag = z.strictObject({ shopMoney: money, presentmentMoney: money.nullish() });

export const addressInput = z.strictObject({
	firstName: text,
	lastName: text,
	company: text,
	address1: text,
	address2: text,
	city: text,
	provinceCode: text,
	countryCode: text,
	zip: text,
	phone: text,
});

export const metafieldInput = z.strictObject({
	namespace: text,
	key: text,
	type: text,
	value: text,
});

const taxLine = z.strictObject({
	title: z.string(),
	rate: z.string(),
	priceSet: moneyBag.nullish(),
	channelLiable: z.boolean().nullish(),
});

const lineItem = z.strictObject({
	variantId: text,
	productId: text,
	quantity: z.number().int(),
	priceSet: moneyBag.nullish(),
	title: text,
	sku: text,
	variantTitle: text,
	vendor: text,
	fulfillmentService: text,
	giftCard: z.literal(false).nullish(),
	requiresShipping: z.boolean().nullish(),
	taxable: z.boolean().nullish(),
	taxLines: z.array(taxLine).nullish(),
	properties: z.array(z.strictObject({ name: z.string(), value: z.string() })).nullish(),
});

const transaction = z.strictObject({
	kind: z.string().nullish(),
	status: z.string().nullish(),
	gateway: text,
	amountSet: moneyBag,
	processedAt: text,
	test: z.boolean().nullish(),
});

const shippingLine = z.strictObject({
	title: z.string(),
	code: text,
	source: text,
	priceSet: moneyBag,
	taxLines: z.array(taxLine).nullish(),
});

const customer = z.strictObject({
	toAssociate: z.strictObject({ id: text, email: text }).nullish(),
	toUpsert: z
		.strictObject({
			id: text,
			email: text,
			firstName: text,
			lastName: text,
			phone: text,
			note: text,
			tags: texts,
			taxExempt: z.boolean().nullish(),
			addresses: z.array(addressInput).nullish(),
		})
		.nullish(),
});

const attribute = z.strictObject({ key: z.string(), value: z.string() });

export const orderInput = z.strictObject({
	name: text,
	sourceIdentifier: text,
	sourceName: text,
	sourceUrl: text,
	note: text,
	tags: texts,
	email: text,
	phone: text,
	poNumber: text,
	customAttributes: z.array(attribute).nullish(),
	metafields: z.array(metafieldInput).nullish(),
	currency: text,
	presentmentCurrency: text,
	processedAt: text,
	customer: customer.nullish(),
	customerId: text,
	billingAddress: addressInput.nullish(),
	shippingAddress: addressInput.nullish(),
	lineItems: z.array(lineItem).nullish(),
	shippingLines: z.array(shippingLine).nullish(),
	taxesIncluded: z.boolean().nullish(),
	taxLines: z.array(taxLine).nullish(),
	transactions: z.array(transaction).nullish(),
	financialStatus: text,
	buyerAcceptsMarketing: z.null().optional(),
	test: z.boolean().nullish(),
});

export type OrderInput = z.infer<typeof orderInput>;
export type LineInput = z.infer<typeof lineItem>;
export type TaxLineInput = z.infer<typeof taxLine>;
export type AddressInput = z.infer<typeof addressInput>;
export type CustomerInput = z.infer<typeof customer>;

export const createOptions = z.strictObject({
	inventoryBehaviour: z.enum(['BYPASS', 'DECREMENT_IGNORING_POLICY', 'DECREMENT_OBEYING_POLICY']),
	sendReceipt: z.boolean().nullish(),
	sendFulfillmentReceipt: z.boolean().nullish(),
});

export const orderUpdate = z.strictObject({
	id: z.string(),
	note: z.string().nullish(),
	tags: texts,
	email: z.string().nullish(),
	phone: z.string().nullish(),
	poNumber: z.string().nullish(),
	shippingAddress: addressInput.nullish(),
	customAttributes: z.array(attribute).nullish(),
	metafields: z.array(metafieldInput).nullish(),
});

export const cancelInput = z.strictObject({
	orderId: z.string(),
	reason: z.string(),
	restock: z.boolean(),
	refund: z.boolean().nullish(),
	refundMethod: z.strictObject({ originalPaymentMethodsRefund: z.boolean() }).nullish(),
	notifyCustomer: z.boolean().nullish(),
	staffNote: text,
});

export const trackingInput = z.strictObject({
	company: text,
	number: text,
	numbers: texts,
	url: text,
	urls: texts,
});

export type TrackingInput = z.infer<typeof trackingInput>;

const fulfilledLine = z.strictObject({ id: z.string(), quantity: z.number().int() });

export const fulfillmentInput = z.strictObject({
	lineItemsByFulfillmentOrder: z.array(
		z.strictObject({
			fulfillmentOrderId: z.string(),
			fulfillmentOrderLineItems: z.array(fulfilledLine).nullish(),
		}),
	),
	trackingInfo: trackingInput.nullish(),
	notifyCustomer: z.boolean().nullish(),
});

export type FulfillmentInput = z.infer<typeof fulfillmentInput>;

const customId = z.strictObject({
	namespace: z.string().nullish(),
	key: z.string(),
	value: z.string(),
});

/** `@oneOf`: the schema sees to it that there is exactly one. */
export const orderIdentifier = z.strictObject({
	id: z.string().optional(),
	customId: customId.optional(),
});

export const customerIdentifier = z.strictObject({
	id: z.string().optional(),
	customId: customId.optional(),
	emailAddress: z.string().optional(),
	email: z.string().optional(),
	phoneNumber: z.string().optional(),
	phone: z.string().optional(),
});

export type CustomerIdentifier = z.infer<typeof customerIdentifier>;

export const customerSetInput = z.strictObject({
	id: z.string().nullish(),
	email: z.string().nullish(),
	firstName: z.string().nullish(),
	lastName: z.string().nullish(),
	phone: z.string().nullish(),
	note: z.string().nullish(),
	tags: texts,
	taxExempt: z.boolean().nullish(),
	addresses: z.array(addressInput).nullish(),
});

export type CustomerSetInput = z.infer<typeof customerSetInput>;

const stockRow = {
	inventoryItemId: z.string(),
	locationId: z.string(),
	changeFromQuantity: z.number().nullish(),
};

export const setQuantitiesInput = z.strictObject({
	name: z.string(),
	reason: z.string(),
	referenceDocumentUri: text,
	quantities: z.array(z.strictObject({ ...stockRow, quantity: z.number().int() })),
});

export const adjustQuantitiesInput = z.strictObject({
	name: z.string(),
	reason: z.string(),
	referenceDocumentUri: text,
	changes: z.array(
		z.strictObject({ ...stockRow, delta: z.number().int(), ledgerDocumentUri: text }),
	),
});

export const activateInput = z.strictObject({
	inventoryItemId: z.string(),
	locationId: z.string(),
	available: z.number().int().nullish(),
	// What the schema says where nobody asks for it.
	stockAtLegacyLocation: z.literal(false).nullish(),
});

export const definitionInput = z.strictObject({
	ownerType: z.string(),
	namespace: text,
	key: z.string(),
	name: z.string(),
	type: z.string(),
	description: text,
	pin: z.boolean().nullish(),
	useAsCollectionCondition: z.literal(false).nullish(),
});

export const metafieldsSetInput = z.array(
	z.strictObject({
		ownerId: z.string(),
		namespace: text,
		key: z.string(),
		type: text,
		value: z.string(),
	}),
);

export const subscriptionInput = z.strictObject({
	uri: text,
	format: z.enum(['JSON']).nullish(),
	includeFields: texts,
	name: text,
});

/** Input that the schema takes and the sandbox does not know is never left out in silence. */
export const inputOf = <Schema extends z.ZodTypeAny>(
	schema: Schema,
	given: unknown,
): z.infer<Schema> => {
	const { data, error } = schema.safeParse(given);
	if (!error) return data;
	const told = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
	throw notPlayed(`this input (${told})`);
};
