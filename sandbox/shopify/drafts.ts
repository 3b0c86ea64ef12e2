import { z } from 'zod';
import { faultSettings } from '../faults';

const epochMs = z.number().int();
const text = z.string().optional();

export const credential = z.strictObject({
	/** The `myshopify.com` domain. */
	shop: z.string(),
	clientId: z.string(),
	clientSecret: z.string(),
	/** A static one, of an app made in the store before 2026 (reference/shopify.md 2). */
	accessToken: z.string(),
});

export const shop = z.strictObject({
	name: z.string(),
	currency: z.string(),
	timeZone: z.string(),
	taxesIncluded: z.boolean(),
});

export const location = z.strictObject({
	/** A number or a global id; made up when left out. */
	id: text,
	name: z.string(),
	city: text,
	countryCode: text,
	isActive: z.boolean().optional(),
	fulfillsOnlineOrders: z.boolean().optional(),
	/** Shown only with `includeLegacy` (reference/shopify.md 7). */
	isFulfillmentService: z.boolean().optional(),
});

export const variantDraft = z.strictObject({
	/** A number or a global id; the variant of this id is replaced. */
	id: text,
	sku: z.string().nullable(),
	barcode: z.string().nullable().optional(),
	title: text,
	price: z.number().min(0).optional(),
	/** DENY when left out. */
	policy: z.enum(['DENY', 'CONTINUE']).optional(),
	tracked: z.boolean().optional(),
	requiresShipping: z.boolean().optional(),
	isBundle: z.boolean().optional(),
	/** Units available, by id or name of a location; it is not stocked at other locations. */
	stocks: z.record(z.number().int()).readonly().optional(),
});

/** A product of the same id takes the place of the one before. */
export const productDraft = z.strictObject({
	id: text,
	title: text,
	/** `ProductStatus`; ACTIVE when left out. */
	status: text,
	vendor: text,
	variants: z.array(variantDraft).min(1).readonly(),
});

/** What the admin page counts: `quantity` is what is available from then on. */
export const stockDraft = z.strictObject({
	sku: z.string(),
	/** Id or name; the first location when left out. */
	location: text,
	quantity: z.number().int(),
});

export const stockDelta = z.strictObject({
	sku: z.string(),
	location: text,
	delta: z.number().int(),
});

export const addressDraft = z.strictObject({
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

export const metafieldDraft = z.strictObject({
	namespace: z.string(),
	key: z.string(),
	type: z.string(),
	value: z.string(),
});

export const lineDraft = z.strictObject({
	/** Null for a line without a variant. */
	sku: z.string().nullable(),
	quantity: z.number().int().positive(),
	/** That of the variant when left out. */
	price: z.number().min(0).optional(),
	title: text,
	requiresShipping: z.boolean().optional(),
	properties: z
		.array(z.strictObject({ key: z.string(), value: z.string() }))
		.readonly()
		.optional(),
});

/** What a customer orders in the shop itself, or another app imports. Its stock is claimed, also below zero. */
export const orderDraft = z.strictObject({
	name: text,
	lines: z.array(lineDraft).min(1).readonly(),
	/** Where its units are claimed; where there are enough when left out. */
	location: text,
	tags: z.array(z.string()).readonly().optional(),
	note: text,
	email: text,
	sourceName: text,
	sourceIdentifier: text,
	metafields: z.array(metafieldDraft).readonly().optional(),
	shippingAddress: addressDraft.optional(),
	/** The sandbox's now when left out. */
	createdAt: epochMs.optional(),
	updatedAt: epochMs.optional(),
});

/** What is not named stays. Nothing named at all only moves `updatedAt`. */
export const orderEdit = z.strictObject({
	note: z.string().nullable().optional(),
	tags: z.array(z.string()).readonly().optional(),
	shippingAddress: addressDraft.optional(),
});

export const tracking = z.strictObject({ company: text, number: text, url: text });

const trackings = z.union([tracking, z.array(tracking).readonly()]);

/** Lines and quantities left out mean all that is left to ship. */
export const fulfilment = z.strictObject({
	lines: z
		.array(
			z.strictObject({
				sku: text,
				/** Id of the line item. */
				line: text,
				quantity: z.number().int().positive().optional(),
			}),
		)
		.min(1)
		.readonly()
		.optional(),
	/** Ships only what this location is to ship. */
	location: text,
	tracking: trackings.optional(),
	/** `FulfillmentDisplayStatus`; FULFILLED when left out. */
	displayStatus: text,
});

export const trackingEdit = z.strictObject({
	/** The latest of the order when left out. */
	fulfilment: text,
	tracking: trackings,
});

export const progress = z.strictObject({
	fulfilment: text,
	/** `FulfillmentDisplayStatus`, such as IN_TRANSIT or DELIVERED. */
	displayStatus: z.string(),
});

export const removal = z.strictObject({
	lines: z.array(z.strictObject({ sku: z.string(), quantity: z.number().int().min(1) })),
	restock: z.boolean().optional(),
});

export const cancellation = z.strictObject({
	/** `OrderCancelReason`; CUSTOMER when left out. */
	reason: text,
	restock: z.boolean().optional(),
});

/** Those of every channel, and two that come inside an answer of 200 (reference/shopify.md 5). */
export const shopifyFaults = faultSettings.extend({
	throttled: z.number().min(0).max(1).optional(),
	/** INTERNAL_SERVER_ERROR, after the call had its effect. */
	internal: z.number().min(0).max(1).optional(),
	/** Per bulk operation: FAILED with TIMEOUT, CANCELED by somebody, or a file that ends too soon. */
	bulkFails: z.number().min(0).max(1).optional(),
	bulkCancelled: z.number().min(0).max(1).optional(),
	bulkTruncated: z.number().min(0).max(1).optional(),
});
