import { z } from 'zod';
import { text, texts } from './inputTexts';

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
