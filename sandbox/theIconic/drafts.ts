import { z } from 'zod';
import { faultSettings } from '../faults';
import { progress } from './statuses';

const epochMs = z.number().int();
const units = z.number().int().min(0);

export const shipmentTypes = ['dropshipping', 'crossdocking', 'warehouse'] as const;

export const credential = z.strictObject({
	clientId: z.string().min(1),
	clientSecret: z.string().min(1),
});

export const seller = z.strictObject({ id: z.number().int(), name: z.string() });

export const provider = z.strictObject({
	name: z.string().min(1),
	/** False when left out: the seller must send a tracking number. */
	apiIntegrationAvailable: z.boolean().optional(),
	default: z.boolean().optional(),
	/** False: it is switched off, and not taken. */
	status: z.boolean().optional(),
	/** A pattern; any other tracking number is refused with E031. */
	trackingFormat: z.string().optional(),
	/** Its items do not become shipped over the API: E028. */
	blocksShipped: z.boolean().optional(),
});

export const reason = z.strictObject({
	type: z.enum(['canceled', 'failed', 'returned', 'return_rejected', 'canceled_system']),
	name: z.string().min(1),
	outOfStock: z.boolean().optional(),
});

export const lineDraft = z.strictObject({
	/** The seller's, of a product or not. */
	sku: z.string(),
	/** 1 when left out. One item for each unit. */
	quantity: z.number().int().positive().optional(),
	name: z.string().optional(),
	/** Of a unit, in major units; what the product costs, or 100, when left out. */
	price: z.number().min(0).optional(),
	/** Off each unit. */
	discount: z.number().min(0).optional(),
	/** As the product has it when left out. */
	shipmentType: z.enum(shipmentTypes).optional(),
});

export const addressDraft = z.strictObject({
	firstName: z.string().nullable().optional(),
	lastName: z.string().nullable().optional(),
	phone: z.array(z.string()).readonly().optional(),
	address: z.array(z.string()).readonly().optional(),
	email: z.string().optional(),
	city: z.string().optional(),
	ward: z.string().optional(),
	region: z.string().optional(),
	postCode: z.string().optional(),
	/** A name, not a code. */
	country: z.string().optional(),
});

/** Merged into the answer: objects by key, arrays by index; `[]` and everything else replaces. */
const overrides = z.record(z.unknown()).readonly();

export const orderDraft = z.strictObject({
	/** Nine digits, in no order, when left out. */
	number: z.string().min(1).optional(),
	lines: z.array(lineDraft).min(1).readonly(),
	/** AU when left out: sets country, currency and tax. */
	country: z.enum(['AU', 'NZ']).optional(),
	shipping: addressDraft.optional(),
	billing: addressDraft.optional(),
	/** Phone and e-mail are `#####`. */
	masked: z.boolean().optional(),
	/** Of all items, pending when left out. */
	status: z.enum([...progress, 'canceled']).optional(),
	/** False: not to be handled by the seller now. */
	isProcessable: z.boolean().optional(),
	paymentMethod: z.string().optional(),
	/** Of the whole order, in major units. */
	shippingFee: z.number().min(0).optional(),
	/** Name of the carrier that the marketplace has fixed. */
	provider: z.string().optional(),
	/** Of items that go through the marketplace's warehouse; `send_to_warehouse` when left out. */
	crossdocking: z.enum(['send_to_warehouse', 'pickup']).optional(),
	remarks: z.string().optional(),
	/** The sandbox's now when left out. */
	placedAt: epochMs.optional(),
	updatedAt: epochMs.optional(),
	/** Of the order's answer, `items` by index. */
	overrides: overrides.optional(),
});

/** What is not named stays. Nothing named at all only moves the time of change. */
export const orderEdit = z.strictObject({
	shipping: addressDraft.optional(),
	billing: addressDraft.optional(),
	masked: z.boolean().optional(),
	isProcessable: z.boolean().optional(),
	/** Replace earlier ones; null takes them off. */
	overrides: overrides.nullable().optional(),
});

const items = z.array(z.number().int()).min(1).readonly().optional();

export const orderAdvance = z.strictObject({
	/** Further on; a package that is missing on the way comes from the panel. */
	status: z.enum(progress),
	/** Ids; all that are not cancelled when left out. */
	items,
});

export const cancellation = z.strictObject({
	/** Ids; all that can be cancelled when left out. */
	items,
	/** What the customer or the marketplace gives as the reason. */
	reason: z.string().optional(),
});

/** A product of the same SKU takes the place of the one before; id and figures stay. */
export const productDraft = z.strictObject({
	/** The seller's; exact, unique. */
	sku: z.string().min(1),
	/** Products with the same one are variations of one set; a set of its own when left out. */
	set: z.string().min(1).optional(),
	name: z.string().optional(),
	variation: z.string().nullable().optional(),
	/** The marketplace's; null: not in the shop yet. */
	shopSku: z.string().nullable().optional(),
	price: z.number().min(0).optional(),
	status: z.enum(['active', 'inactive', 'deleted']).optional(),
	approvalStatus: z.enum(['pending', 'approved', 'rejected']).optional(),
	shipmentType: z.enum(shipmentTypes).optional(),
	productIdentifier: z.string().nullable().optional(),
	/** Units in the seller's own warehouse. */
	quantity: units.optional(),
	/** Units that the marketplace holds. */
	consigned: units.optional(),
	updatedAt: epochMs.optional(),
	overrides: overrides.optional(),
});

/** What somebody types in Seller Center. */
export const stockDraft = z.strictObject({ sku: z.string(), quantity: units });

/** Until then all calls are answered with 503. */
export const maintenance = z.strictObject({ forMs: z.number().int().min(0) });

/** Names of operations that the role may not use. */
export const permissions = z.strictObject({ forbidden: z.array(z.string()).readonly() });

/** Only tokens of this application; all of them when left out. */
export const expiry = z.strictObject({ clientId: z.string().optional() });

const chance = z.number().min(0).max(1).optional();

export const iconicFaults = faultSettings.extend({
	/** A document or an import that is handed in ends in an error. */
	jobFails: chance,
});
