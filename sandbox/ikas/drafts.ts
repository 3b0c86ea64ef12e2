import { z } from 'zod';

const epochMs = z.number().int();

export const credential = z.strictObject({
	clientId: z.string(),
	clientSecret: z.string(),
	/** `AppScopeEnum` values; all that the hub needs when left out. */
	scopes: z.array(z.string()).readonly().optional(),
});

export const merchant = z.strictObject({
	id: z.string(),
	storeName: z.string(),
	merchantName: z.string(),
	email: z.string(),
});

export const location = z.strictObject({
	id: z.string(),
	name: z.string(),
	city: z.string().optional(),
	deleted: z.boolean().optional(),
});

export const lineDraft = z.strictObject({
	/** New, or the one that the SKU already has in the order, when left out. */
	id: z.string().optional(),
	sku: z.string().nullable(),
	quantity: z.number().int().positive(),
	/** Unit price in major units, tax included; 100 when left out. */
	price: z.number().min(0).optional(),
	title: z.string().optional(),
});

export const addressDraft = z.strictObject({
	firstName: z.string().optional(),
	lastName: z.string().optional(),
	addressLine1: z.string().optional(),
	addressLine2: z.string().nullable().optional(),
	postalCode: z.string().nullable().optional(),
	phone: z.string().nullable().optional(),
	city: z.string().optional(),
	district: z.string().nullable().optional(),
	country: z.strictObject({ name: z.string(), iso2: z.string() }).optional(),
});

/** Ways to make an order that no client can turn into a proper one. */
export const unreadablePresets = [
	'noOrderedAt',
	'fractionalQuantity',
	'noLines',
	'badCurrency',
] as const;

/** Merged into the order as answered: objects by key, arrays by index; `[]` and everything else replaces. */
const overrides = z.record(z.unknown()).readonly();

export const orderDraft = z.strictObject({
	id: z.string().optional(),
	number: z.string().optional(),
	lines: z.array(lineDraft).min(1).readonly(),
	/** Id of a stock location, known to the store or not; null for none; the first location when left out. */
	location: z.string().nullable().optional(),
	currency: z.string().optional(),
	/** CREATED, PAID and UNFULFILLED when left out. */
	status: z.string().optional(),
	payment: z.string().optional(),
	package: z.string().optional(),
	/** `PaymentMethodTypeEnum`; CREDIT_CARD when left out. */
	paymentMethod: z.string().optional(),
	/** A paid line cannot be cancelled over the API, as with a bank transfer (reference/ikas.md 12.1). */
	isRefundRefused: z.boolean().optional(),
	/** Names of order tags. */
	tags: z.array(z.string()).readonly().optional(),
	/** The sandbox's now when left out. */
	orderedAt: epochMs.optional(),
	updatedAt: epochMs.optional(),
	address: addressDraft.optional(),
	unreadable: z.enum(unreadablePresets).optional(),
	overrides: overrides.optional(),
});

/** What is not named stays. Nothing named at all only moves `updatedAt`. */
export const orderEdit = z.strictObject({
	/** All lines as they are to be; a line of the order that is not among them becomes `deleted`. */
	lines: z.array(lineDraft).min(1).readonly().optional(),
	address: addressDraft.optional(),
	location: z.string().nullable().optional(),
	/** Replaces earlier overrides and presets; null takes them off. */
	overrides: overrides.nullable().optional(),
});

const tracking = z.strictObject({
	trackingNumber: z.string().optional(),
	trackingLink: z.string().optional(),
	cargoCompany: z.string().optional(),
});

export const orderAdvance = z.strictObject({
	status: z.string().optional(),
	payment: z.string().optional(),
	/** Moves the open lines along: packages there are, and all that is in none as one package more. */
	package: z.string().optional(),
	/** Gives the packages to another app; null gives them back. */
	app: z.string().nullable().optional(),
	tracking: tracking.optional(),
});

/** Quantity left out cancels the rest of the line. */
export const cancelledLine = z.strictObject({
	id: z.string(),
	quantity: z.number().int().positive().optional(),
});

export const variantDraft = z.strictObject({
	/** What an order's line of this SKU has anyway, when left out. */
	id: z.string().optional(),
	sku: z.string().nullable(),
	barcode: z.string().optional(),
	price: z.number().min(0).optional(),
	weight: z.number().min(0).nullable().optional(),
	isActive: z.boolean().optional(),
	deleted: z.boolean().optional(),
	/** Units by stock location; no stock is kept at other locations. */
	stocks: z.record(z.number().int()).readonly().optional(),
});

/** A product of the same id takes the place of the one before. */
export const productDraft = z.strictObject({
	id: z.string().optional(),
	name: z.string().optional(),
	/** `ProductTypeEnum`; PHYSICAL when left out. */
	type: z.string().optional(),
	deleted: z.boolean().optional(),
	variants: z.array(variantDraft).min(1).readonly(),
});

/** What the panel sets, by hand and absolute. */
export const stockDraft = z.strictObject({
	sku: z.string(),
	/** The first location when left out. */
	location: z.string().optional(),
	quantity: z.number().int(),
});
