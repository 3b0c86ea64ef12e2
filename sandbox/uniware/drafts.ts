import { z } from 'zod';
import { faultSettings } from '../faults';

const epochMs = z.number().int();
const units = z.number().int().min(0);

export const credential = z.strictObject({
	username: z.string().min(1),
	password: z.string().min(1),
	/** False: it may see no facility, and is refused like a wrong password. */
	hasFacility: z.boolean().optional(),
});

export const facility = z.strictObject({
	code: z.string().regex(/^[A-Za-z0-9_-]+$/),
	name: z.string(),
	enabled: z.boolean().optional(),
});

/** An item type of the same SKU takes the place of the one before. */
export const itemDraft = z.strictObject({
	sku: z.string(),
	name: z.string().optional(),
	enabled: z.boolean().optional(),
	price: z.number().min(0).optional(),
	/** Units on the shelf, by facility. */
	stocks: z.record(units).readonly().optional(),
});

/** What somebody counts: it is what is on the shelf from then on. */
export const stockDraft = z.strictObject({
	sku: z.string(),
	/** The first one when left out. */
	facility: z.string().optional(),
	quantity: units,
	/** Units that are kept from being sold. */
	blocked: units.optional(),
});

/** An order that came from elsewhere, such as a channel of the tenant's own. */
export const orderDraft = z.strictObject({
	code: z.string().min(1).max(45).optional(),
	channel: z.string().optional(),
	displayCode: z.string().optional(),
	facility: z.string().optional(),
	lines: z
		.array(
			z.strictObject({
				sku: z.string(),
				quantity: z.number().int().positive().optional(),
				price: z.number().min(0).optional(),
			}),
		)
		.min(1)
		.readonly(),
	cod: z.boolean().optional(),
	/** False: it waits for somebody to verify it. */
	verified: z.boolean().optional(),
	placedAt: epochMs.optional(),
	updatedAt: epochMs.optional(),
	/** Merged into the answer: objects by key, arrays by index; `[]` and everything else replaces. */
	overrides: z.record(z.unknown()).readonly().optional(),
});

/** How far the packages of an order go. */
export const steps = [
	'picked',
	'packed',
	'ready_to_ship',
	'dispatched',
	'shipped',
	'delivered',
] as const;

export const advance = z.strictObject({
	to: z.enum(steps),
	/** Codes; all that are not cancelled when left out. */
	packages: z.array(z.string()).readonly().optional(),
	provider: z.string().optional(),
	tracking: z.string().optional(),
});

export const tracking = z.strictObject({
	package: z.string(),
	provider: z.string(),
	tracking: z.string(),
});

export const split = z.strictObject({
	/** Codes of items that go into a package of their own. */
	items: z.array(z.string()).min(1).readonly(),
});

export const edit = z.strictObject({
	additionalInfo: z.string().max(500).nullable().optional(),
	onHold: z.boolean().optional(),
	verified: z.boolean().optional(),
});

export const cancellation = z.strictObject({
	/** Codes; all that is open when left out. */
	items: z.array(z.string()).min(1).readonly().optional(),
	reason: z.string().max(100).optional(),
});

export const courierReturn = z.strictObject({ package: z.string() });

/** Names of operations that the user may not call: a web page with 403. */
export const permissions = z.strictObject({ forbidden: z.array(z.string()).readonly() });

const chance = z.number().min(0).max(1).optional();

export const uniwareFaults = faultSettings.extend({
	/** The courier or the channel behind Uniware fails: THIRD_PARTY_API_RETURNED_ERROR. */
	thirdParty: chance,
});
