import { z } from 'zod';
import { text, texts } from './inputTexts';
import { addressInput } from './orderInputs';
import { notPlayed } from './refusal';

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
