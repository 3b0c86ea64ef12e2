import { z } from 'zod';
import { money } from './body';

const address = z.strictObject({
	address1: z.string().min(1),
	address2: z.string().optional(),
	city: z.string().min(1),
	country: z.string().min(1),
	first_name: z.string().optional(),
	last_name: z.string().optional(),
	phone: z.string().optional(),
	state: z.string().optional(),
	state_code: z.string().optional(),
	zip: z.string().optional(),
	area: z.string().optional(),
	street: z.string().optional(),
	district: z.string().optional(),
	country_code: z
		.string()
		.regex(/^[A-Z]{2}$/)
		.optional(),
	latitude: z.number().optional(),
	longitude: z.number().optional(),
	national_address_code: z.string().optional(),
});

const item = z.strictObject({
	sku_code: z.string().min(1),
	quantity: z.number().int().min(1),
	selling_price: money,
	name: z.string().optional(),
	display_price: money.optional(),
	unit_price: money.optional(),
	subtotal: money.optional(),
	total: money.optional(),
	discount: money.optional(),
	tax: money.optional(),
	tax_percent: money.optional(),
	tax_inclusive: z.boolean().optional(),
	is_substituted: z.boolean().optional(),
});

const invoice = z.strictObject({
	currency: z.string().regex(/^[A-Z]{3}$/),
	total: money,
	subtotal: money.optional(),
	shipping_price: money.optional(),
	shipping_refund: money.optional(),
	shipping_tax: money.optional(),
	tax: money.optional(),
	tax_percent: money.optional(),
	discount: money.optional(),
	total_paid: money.optional(),
	total_due: money.optional(),
	total_refunded: money.optional(),
	payment_mode: z.string().optional(),
	sub_total_tax_inclusive: z.boolean().optional(),
	sub_total_discount_inclusive: z.boolean().optional(),
	shipping_tax_inclusive: z.boolean().optional(),
	shipping_discount_inclusive: z.boolean().optional(),
});

/** An id is not asked for: notes say that details make a customer (reference/omniful.md 1.5, 5 number 2). */
const customer = z.strictObject({
	id: z.string().min(1).optional(),
	first_name: z.string().min(1),
	last_name: z.string().optional(),
	mobile: z.string().optional(),
	mobile_code: z.string().optional(),
	email: z.string().optional(),
	avatar: z.string().optional(),
	gender: z.string().optional(),
});

const externalField = z.strictObject({ key: z.string().min(1), value: z.string() });

/** `POST /v1/orders` (reference/omniful.md 1.5). */
export const orderInput = z.strictObject({
	order_id: z.string().min(1),
	order_alias: z.string().optional(),
	/** The table says required, a sample does without: taken without (reference/omniful.md 5 number 1). */
	hub_code: z.string().min(1).optional(),
	shipment_type: z
		.enum([
			'omniful_generated',
			'sales_channel_generated',
			'sales_channel_notified',
			'not_required',
		])
		.default('omniful_generated'),
	order_items: z.array(item).min(1).readonly(),
	billing_address: address,
	shipping_address: address,
	invoice,
	customer,
	payment_method: z.enum(['prepaid', 'postpaid', 'pending']),
	is_cash_on_delivery: z.boolean(),
	type: z.enum(['b2b', 'b2c']),
	delivery_type: z
		.enum(['normal_delivery', 'express_delivery', 'slot_delivery', 'click_and_collect'])
		.optional(),
	slot: z.unknown(),
	cancel_order_after_seconds: z.number().int().min(0).default(0),
	labels: z.array(z.string()).readonly().optional(),
	note: z.string().optional(),
	external_fields: z.array(externalField).readonly().default([]),
	transactions: z.array(z.unknown()).readonly().optional(),
	shipment: z.strictObject({ shipping_method: z.string().optional() }).optional(),
	attachments: z.array(z.unknown()).max(10).readonly().optional(),
});

export type OrderInput = Readonly<z.infer<typeof orderInput>>;
