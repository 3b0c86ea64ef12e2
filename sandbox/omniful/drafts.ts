import { z } from 'zod';
import { faultSettings } from '../faults';
import { holdReasons, orderStatuses } from './statuses';

const epochMs = z.number().int();
const units = z.number().int();

/** A custom integration: what its page in the dashboard shows. */
export const credential = z.strictObject({
	clientId: z.string().min(1),
	clientSecret: z.string().min(1),
	/** Good until it is used. */
	refreshToken: z.string().min(1),
});

export const hub = z.strictObject({
	code: z.string().min(1),
	name: z.string(),
	active: z.boolean().optional(),
	/** Whether it counts by location: then no API sets its stock. */
	locationInventory: z.boolean().optional(),
});

/** A SKU of the same code takes the place of the one before. */
export const skuDraft = z.strictObject({
	sku: z.string().min(1),
	name: z.string().optional(),
	status: z.enum(['active', 'inactive']).optional(),
	price: z.number().min(0).optional(),
	/** Units on hand, by hub. */
	stocks: z.record(units).readonly().optional(),
});

/** What somebody counts: it is on hand from then on. */
export const stockDraft = z.strictObject({
	sku: z.string(),
	/** The first one when left out. */
	hub: z.string().optional(),
	quantity: units,
	safety: units.optional(),
});

/** An order that somebody made in Omniful, or that came from another channel of the seller. */
export const orderDraft = z.strictObject({
	orderId: z.string().min(1).optional(),
	alias: z.string().optional(),
	hub: z.string().optional(),
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
	placedAt: epochMs.optional(),
	updatedAt: epochMs.optional(),
	/** Merged into the answer: objects by key, arrays by index; `[]` and everything else replaces. */
	overrides: z.record(z.unknown()).readonly().optional(),
});

export const advance = z.strictObject({
	to: z.enum(orderStatuses),
	awb: z.string().optional(),
	courier: z.string().optional(),
	/** Units that were packed of each item, in their order; all when left out. */
	packed: z.array(units).readonly().optional(),
});

export const hold = z.strictObject({ reason: z.enum(holdReasons) });
export const cancellation = z.strictObject({ reason: z.string().optional() });
export const edit = z.strictObject({ note: z.string() });

export const settings = z.strictObject({
	/** Off: calls about orders fail (reference/omniful.md 1.1). */
	orderSync: z.boolean().optional(),
	inventorySync: z.boolean().optional(),
	/** Orders wait for somebody to approve them. */
	manualApproval: z.boolean().optional(),
});

export const omnifulFaults = faultSettings;
