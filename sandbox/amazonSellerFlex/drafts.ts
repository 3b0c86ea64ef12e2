import { z } from 'zod';
import { faultSettings } from '../faults';
import { progress, subStatuses } from './statuses';

export const location = z.strictObject({
	/** Four characters for a Seller Flex node (reference/amazon-seller-flex.md 1). */
	id: z.string().min(1).max(36),
	name: z.string().optional(),
});

/** Fields that a package must carry for a line, and that it must not carry for others. */
export const compliances = [
	'serialNumbers',
	'hazmatLabels',
	'countryOfOrigin',
	'itemValue',
] as const;

export const lineDraft = z.strictObject({
	sku: z.string().min(1),
	quantity: z.number().int().positive(),
	/** Unit price in major units, tax included; what the product costs, or 100, when left out. */
	price: z.number().min(0).optional(),
	requires: z.array(z.enum(compliances)).readonly().optional(),
	pieceType: z.enum(['SINGLE', 'MULTIPLE']).optional(),
});

/** Merged into the shipment as answered: objects by key, arrays by index; `[]` and everything else replaces. */
const overrides = z.record(z.unknown()).readonly();

/** A space may stand for the `T`, as in Amazon's own samples. */
const dateTime = z
	.string()
	.refine((text) => !Number.isNaN(Date.parse(text.replace(' ', 'T'))), 'is no date and time');

export const shipmentDraft = z.strictObject({
	id: z.string().min(1).optional(),
	/** Several shipments may be of one order. */
	buyerOrderId: z
		.string()
		.regex(/^\d{3}-\d{7}-\d{7}$/)
		.optional(),
	/** Known to the seller or not; the first location when left out. */
	location: z.string().optional(),
	lines: z.array(lineDraft).min(1).readonly(),
	/** FBA, which means Seller Flex, when left out. */
	channelName: z.enum(['FBA', 'MFN']).optional(),
	/** ACCEPTED when left out. CREATED is for MFN; of a PENDING one the API knows nothing. */
	status: z.enum(['PENDING', 'CREATED', 'ACCEPTED']).optional(),
	/** Amazon makes the invoice, and wants it made. */
	invoice: z.boolean().optional(),
	earliestPackDateTime: dateTime.optional(),
	/** The next day when left out. */
	shipBy: dateTime.optional(),
	/** `orderStatesEligibleForRejection`: up to the pickup slot when left out. */
	rejectableIn: z.array(z.enum(progress)).readonly().optional(),
	priority: z.enum(['HIGH', 'LOW']).optional(),
	paymentMethod: z.enum(['CASH_ON_DELIVERY', 'PREPAID']).optional(),
	attributes: z
		.array(z.enum(['PRIME', 'FASTTRACK']))
		.readonly()
		.optional(),
	/** One package for all lines, of this size. */
	recommendedPackage: z
		.strictObject({
			lengthCm: z.number().positive(),
			widthCm: z.number().positive(),
			heightCm: z.number().positive(),
			weightG: z.number().positive(),
		})
		.optional(),
	shippingFee: z.number().min(0).optional(),
	postalCode: z.string().optional(),
	/** Epoch ms; the sandbox's now when left out. */
	placedAt: z.number().int().optional(),
	/** As many labels of this shipment fail, one by one, before one is made. */
	failingLabels: z.number().int().min(0).optional(),
	overrides: overrides.optional(),
});

/** What Amazon or the carrier makes of a shipment. Nothing named at all only moves its time of change. */
export const shipmentAdvance = z.strictObject({
	/** Further on; packages and labels that are missing on the way come from Amazon's own screen. */
	status: z.enum(progress).optional(),
	subStatus: z.enum(subStatuses).optional(),
	reason: z.string().optional(),
	/** Replaces earlier overrides; null takes them off. */
	overrides: overrides.nullable().optional(),
});

export const cancellation = z.strictObject({
	type: z.enum(['MARKETPLACE_CANCELLED', 'SYSTEM_CANCELLED']).optional(),
	reason: z.string().optional(),
});

/** A product of the same SKU takes the place of the one before. */
export const productDraft = z.strictObject({
	sku: z.string().min(1),
	/** Made of the SKU when left out. */
	asin: z
		.string()
		.regex(/^[A-Z0-9]{10}$/)
		.optional(),
	price: z.number().positive().optional(),
	productType: z.string().optional(),
	/** Without, its stock is refused as PRODUCT_VALIDATION_FAILURE. */
	hasDimensions: z.boolean().optional(),
});

export const roles = [
	'Direct to Consumer Shipping (Restricted)',
	'Inventory and Order Tracking',
	'Amazon Fulfillment',
	'Product Listing',
	'Tax Invoicing',
] as const;

/** What Amazon and the seller allow the app. */
export const grants = z.strictObject({
	roles: z.array(z.enum(roles)).readonly(),
	/** For External Fulfillment, by the merchant's contact at Amazon. */
	allowListed: z.boolean(),
	/** The seller has not withdrawn the authorisation. */
	authorised: z.boolean(),
	/** The seller sells in the marketplace. */
	participating: z.boolean(),
	/** The seller may upload own invoices. */
	ownInvoices: z.boolean(),
});

const chance = z.number().min(0).max(1).optional();

export const amazonFaults = faultSettings.extend({
	/** A label fails inside an answer of 200. */
	labelFailure: chance,
	/** A row of an inventory batch fails with 500; a message of a feed is refused. */
	rowFailure: chance,
	/** A page of shipments is empty and has a token. Never two in a row. */
	emptyPages: chance,
});
