import { z } from 'zod';
import { faultSettings } from '../faults';
import { itemStatuses } from './stateTypes';

const epochMs = z.number().int();
const units = z.number().int().min(0);

export const credential = z.strictObject({
	username: z.string().min(1),
	password: z.string().min(1),
});

export const warehouse = z.strictObject({
	code: z.string().min(1).max(64),
	name: z.string().optional(),
	/** True when left out. */
	active: z.boolean().optional(),
});

export const lineDraft = z.strictObject({
	/** The seller's, of a listing or not. */
	sku: z.string(),
	/** 1 when left out. */
	quantity: z.number().int().positive().optional(),
	title: z.string().optional(),
	/** Of a unit, in major units; what the listing costs, or 100, when left out. */
	price: z.number().min(0).optional(),
	/** Off each unit. */
	discount: z.number().min(0).optional(),
	/** That of the order when left out; another one makes an order that the contract forbids. */
	facility: z.string().nullable().optional(),
});

export const addressDraft = z.strictObject({
	name: z.string().optional(),
	addressLine1: z.string().optional(),
	addressLine2: z.string().optional(),
	city: z.string().optional(),
	state: z.string().optional(),
	country: z.string().optional(),
	pincode: z.string().optional(),
	phone: z.string().optional(),
	email: z.string().optional(),
});

/** Merged into the answer: objects by key, arrays by index; `[]` and everything else replaces. */
const overrides = z.record(z.unknown()).readonly();

export const orderDraft = z.strictObject({
	/** `OK-50001` and so on when left out. */
	id: z.string().min(1).optional(),
	lines: z.array(lineDraft).min(1).readonly(),
	/** The first warehouse when left out; null for none. */
	facility: z.string().nullable().optional(),
	payment: z.enum(['COD', 'PREPAID']).optional(),
	/** INR when left out. */
	currency: z.string().length(3).optional(),
	/** Of the whole order, in major units. */
	shippingFee: z.number().min(0).optional(),
	address: addressDraft.optional(),
	/** Not released yet: PENDING_VERIFICATION. */
	pending: z.boolean().optional(),
	onHold: z.boolean().optional(),
	/** True when left out: the marketplace ships. */
	thirdPartyShipping: z.boolean().optional(),
	/** Of all items, CREATED when left out. What comes before it has happened as well. */
	status: z.enum(itemStatuses).optional(),
	/** The sandbox's now when left out. */
	placedAt: epochMs.optional(),
	updatedAt: epochMs.optional(),
	overrides: overrides.optional(),
});

/** What is not named stays. Nothing named at all only moves the time of change. */
export const orderEdit = z.strictObject({
	address: addressDraft.optional(),
	/** Replace earlier ones; null takes them off. */
	overrides: overrides.nullable().optional(),
});

const items = z.array(z.string()).min(1).readonly().optional();

export const orderAdvance = z.strictObject({
	/** CREATED releases an order; the others are the courier's, the customer's and the marketplace's doing. */
	status: z.enum([
		'CREATED',
		'DISPATCHED',
		'DELIVERED',
		'RETURN_REQUESTED',
		'COURIER_RETURN',
		'RETURNED',
		'REPLACED',
	]),
	/** Ids; all that are not cancelled when left out. */
	items,
	/** Why it comes back. */
	reason: z.string().optional(),
});

export const cancellation = z.strictObject({
	/** Ids; all that are open when left out. */
	items,
	/** The marketplace's own doing goes past the invoicing moment, the customer's does not. */
	by: z.enum(['customer', 'marketplace']).optional(),
});

export const hold = z.strictObject({ onHold: z.boolean() });

/** A listing of the same SKU takes the place of the one before; its ids and figures stay. */
export const productDraft = z.strictObject({
	sku: z.string(),
	/** Listings with the same one are variants of one product; a product of its own when left out. */
	product: z.string().min(1).optional(),
	variant: z.string().min(1).optional(),
	title: z.string().optional(),
	brand: z.string().optional(),
	price: z.number().min(0).optional(),
	live: z.boolean().optional(),
	/** Percent; 12 when left out. */
	tax: z.number().min(0).optional(),
	/** Units by warehouse of the marketplace. */
	inventory: z.record(units).optional(),
	overrides: overrides.optional(),
});

/** Operations that are answered with 403. */
export const permissions = z.strictObject({ forbidden: z.array(z.string()).readonly() });

/** Only tokens of this user; all of them when left out. */
export const expiry = z.strictObject({ username: z.string().optional() });

const chance = z.number().min(0).max(1).optional();

export const okerFaults = faultSettings.extend({
	/** The gateway answers 503 with Retry-After. */
	down503: chance,
	/** A repeat under the same key comes while the first call is running: 409 REQUEST_IN_PROGRESS. */
	inProgress: chance,
});
