import { z } from 'zod';
import { faultSettings } from '../faults';
import { progress } from './statuses';

const epochMs = z.number().int();
const quantity = z.number().int().positive();

export const credential = z.strictObject({
	username: z.string().min(1),
	password: z.string().min(1),
	apiOwner: z.string().min(1),
	/** False: signing in is refused with 2002. */
	hasApi: z.boolean().optional(),
});

export const lineDraft = z.strictObject({
	/** Counted from 1 on when left out. */
	line: z.string().optional(),
	/** As the order shows it, in `skuCode`: any text, of a product or not. */
	sku: z.string(),
	name: z.string().optional(),
	quantity,
	/** Unit price in major units, tax included; what the product costs, or 100, when left out. */
	price: z.number().min(0).optional(),
	/** Off the whole line. */
	discount: z.number().min(0).optional(),
});

export const customerDraft = z.strictObject({
	name: z.string().optional(),
	address1: z.string().optional(),
	address2: z.string().nullable().optional(),
	phone: z.string().nullable().optional(),
	email: z.string().nullable().optional(),
	city: z.string().optional(),
	state: z.string().nullable().optional(),
	pinCode: z.string().nullable().optional(),
	/** Alpha-3, or whatever a tenant may write. */
	countryCode: z.string().optional(),
});

/** Merged into the answer: objects by key, arrays by index; `[]` and everything else replaces. */
const overrides = z.record(z.unknown()).readonly();

export const orderDraft = z.strictObject({
	/** Digits and `-1`, in no order, when left out. */
	number: z.string().min(1).optional(),
	/** The number without its suffix when left out. */
	master: z.string().optional(),
	/** Username of the seller; the first one when left out. */
	seller: z.string().optional(),
	lines: z.array(lineDraft).min(1).readonly(),
	/** Alpha-3, ARE when left out: sets currency and tax. */
	country: z.string().optional(),
	currency: z.string().optional(),
	customer: customerDraft.optional(),
	/** 5, Confirmed, when left out. */
	status: z.enum([...progress, '8', '50']).optional(),
	onHold: z.boolean().optional(),
	paymentMethod: z.string().optional(),
	shippingCharge: z.number().min(0).optional(),
	codCharge: z.number().min(0).optional(),
	/** The sandbox's now when left out. */
	placedAt: epochMs.optional(),
	updatedAt: epochMs.optional(),
	/** Of `orderFetch`. */
	overrides: overrides.optional(),
	/** Of the row in `orderList`. */
	listOverrides: overrides.optional(),
	/** What `orderFetch` refuses every call with that names the order: one that the panel itself cannot give. */
	fetchCode: z.number().int().positive().optional(),
});

/** What is not named stays. Nothing named at all only moves the time of change. */
export const orderEdit = z.strictObject({
	/** All lines as they are to be, found by `line`, or by SKU; one that is not among them is gone. */
	lines: z.array(lineDraft).min(1).readonly().optional(),
	customer: customerDraft.optional(),
	/** Replace earlier ones; null takes them off. */
	overrides: overrides.nullable().optional(),
	listOverrides: overrides.nullable().optional(),
});

export const orderAdvance = z.strictObject({
	/** Further on; an invoice and an AWB that are missing on the way come from the panel. */
	status: z.enum(progress),
});

export const cancellation = z.strictObject({
	/** 8, Cancelled, when left out. */
	status: z.enum(['8', '50']).optional(),
	remark: z.string().optional(),
	reason: z.string().optional(),
});

/** Quantity left out cancels the rest of the line. */
export const cancelledLine = z.strictObject({ line: z.string(), quantity: quantity.optional() });

/** A product of the same SKU takes the place of the one before; its figures stay. */
export const productDraft = z.strictObject({
	/** The marketplace's. */
	sku: z.string().min(1),
	/** The seller's; null, '' and blanks are none. */
	vendorSkuCode: z.string().nullable(),
	mfgSkuCode: z.string().nullable().optional(),
	seller: z.string().optional(),
	name: z.string().nullable().optional(),
	price: z.number().min(0).optional(),
	status: z.string().optional(),
	/** Units that the shop shows already. */
	quantity: z.number().int().min(0).optional(),
	updatedAt: epochMs.optional(),
	overrides: overrides.optional(),
});

/** What moderation refuses from now on, by the marketplace's SKU. */
export const moderation = z.strictObject({
	reject: z
		.array(
			z.strictObject({
				sku: z.string(),
				seller: z.string().optional(),
				/** Always when left out. */
				times: z.number().int().positive().optional(),
			}),
		)
		.readonly(),
});

export const expiry = z.strictObject({
	/** All of them when left out. */
	username: z.string().optional(),
	/** What an ended key is answered with; 2000 when left out. */
	code: z.union([z.literal(11), z.literal(14), z.literal(15), z.literal(2000)]).optional(),
});

const chance = z.number().min(0).max(1).optional();

export const babyshopFaults = faultSettings.extend({
	/** Answers that the quota is used up. */
	code13: chance,
	/** Answers 9 although the effect happened. */
	code9AfterEffect: chance,
});
