import { z } from 'zod';
import { quantities } from '../../domain/quantities';
import type { RoutingRequest } from '../../domain/routing';

const amount = z.number().int().min(0);
const degrees = z.number().nullable().default(null);
const word = z.string().nullable().default(null);
const money = z.object({ minor: z.number(), currency: z.string() });

/** An order, as far as routing asks for it. What is left out counts as unknown. */
export const orderSchema = z.object({
	lines: z.array(
		z.object({
			sku: z.string(),
			ordered: amount,
			cancelled: amount.default(0),
			unitPrice: money.optional(),
		}),
	),
	shipTo: z
		.object({
			country: word,
			region: word,
			city: word,
			postcode: word,
			latitude: degrees,
			longitude: degrees,
		})
		.nullable()
		.default(null),
	total: money.default({ minor: 0, currency: '' }),
	payment: word,
	tags: z.array(z.string()).default([]),
	weight: z.number().nullable().default(null),
});

const hours = z.object({
	timeZone: z.string(),
	days: z.array(z.number()),
	opens: z.string(),
	closes: z.string(),
	cutOff: word,
});

/** Hubs as Order Hub gives them, with what each may still promise by SKU. */
export const candidatesSchema = z.array(
	z.object({
		code: z.string(),
		active: z.boolean().default(true),
		available: z.record(amount).transform((units) => new Map(Object.entries(units))),
		openOrders: amount.default(0),
		orderLimit: amount.nullable().default(null),
		workingHours: hours.nullable().default(null),
		latitude: degrees,
		longitude: degrees,
	}),
);

type Circumstances = Pick<RoutingRequest, 'channel' | 'store' | 'forcedHub' | 'maySplit' | 'at'>;

export const requestOf = (
	{ lines, shipTo, total, payment, tags, weight }: z.infer<typeof orderSchema>,
	circumstances: Circumstances,
): RoutingRequest => ({
	...circumstances,
	wanted: quantities(lines.map(({ sku, ordered, cancelled }) => [sku, ordered - cancelled])),
	shipTo: {
		country: shipTo?.country ?? null,
		region: shipTo?.region ?? shipTo?.city ?? null,
		postcode: shipTo?.postcode ?? null,
		latitude: shipTo?.latitude ?? null,
		longitude: shipTo?.longitude ?? null,
	},
	value: total,
	payment,
	tags,
	weight,
	prices: new Map(lines.map(({ sku, unitPrice }) => [sku, unitPrice ?? { ...total, minor: 0 }])),
});
