import { z } from 'zod';
import type { Inventory } from './inventory';
import { parsed } from './parsed';
import { Refused } from './refused';
import type { Shipment } from './shipment';
import { isBefore } from './statuses';
import type { AmazonStockState } from './stateTypes';

const attributes = z.strictObject({
	marketplaceId: z.string().optional(),
	channelName: z.enum(['FBA', 'MFN', 'DF']).optional(),
});

const row = z.strictObject({
	method: z.enum(['GET', 'POST']),
	uri: z.string(),
	body: z
		.strictObject({
			quantity: z.number().int().optional(),
			clientSequenceNumber: z.number().int().optional(),
			marketplaceAttributes: attributes.optional(),
		})
		.optional(),
});

const batch = z.strictObject({ requests: z.array(row).min(1) });

type Row = z.infer<typeof row>;

const mostRows = 10;

interface Target {
	readonly locationId: string;
	readonly skuId: string;
}

/** What the batch needs to know of the seller. */
export interface InventoryContext {
	readonly inventory: Inventory;
	readonly marketplace: string;
	readonly locations: readonly string[];
	readonly shipments: readonly Shipment[];
	/** `unlisted`: no such SKU; `incomplete`: its dimensions are missing. */
	standing(sku: string): 'listed' | 'unlisted' | 'incomplete';
	fails(): boolean;
}

/** The form of the samples, with or without the leading slash (reference/amazon-seller-flex.md 10). */
const targetOf = (uri: string): (Target & { readonly action: string }) | null => {
	const [path = '', query = ''] = uri.split('?');
	const action = /^\/?inventory\/(update|fetch)$/.exec(path)?.[1];
	const given = new URLSearchParams(query);
	const [locationId, skuId] = [given.get('locationId'), given.get('skuId')];
	return action && locationId && skuId ? { action, locationId, skuId } : null;
};

const answered = (statusCode: number, reasonPhrase: string, body: object) => ({
	status: { statusCode, reasonPhrase },
	body,
});

const refusal = (
	statusCode: number,
	reasonPhrase: string,
	target: Target | null,
	error?: { readonly errorType: string; readonly errorSubType: string },
) =>
	answered(statusCode, reasonPhrase, {
		...(target && { skuId: target.skuId, locationId: target.locationId }),
		actionableErrors: error ? [error] : [],
	});

/** Units of open shipments; that they are told apart from what is sellable is a guess (reference/amazon-seller-flex.md 10). */
const reserved = ({ shipments }: InventoryContext, { locationId, skuId }: Target) =>
	shipments
		.filter(({ location, cancelled }) => location === locationId && !cancelled)
		.filter(({ status }) => isBefore(status, 'SHIPPED'))
		.flatMap(({ lines }) => lines)
		.filter(({ draft }) => draft.sku === skuId)
		.reduce((sum, { draft }) => sum + draft.quantity, 0);

const stored = (
	context: InventoryContext,
	target: Target,
	{ body }: Row,
	stock: AmazonStockState | null,
) =>
	answered(200, 'Success', {
		locationId: target.locationId,
		skuId: target.skuId,
		sellableQuantity: stock?.quantity ?? 0,
		reservedQuantity: reserved(context, target),
		...(stock && { clientSequenceNumber: stock.sequence }),
		...(body?.marketplaceAttributes && { marketplaceAttributes: body.marketplaceAttributes }),
		actionableErrors: [],
	});

const standings = {
	unlisted: {
		errorType: 'INVALID_SKU',
		errorSubType: 'The requested Sku does not exist for the seller in requested marketplace.',
	},
	incomplete: { errorType: 'PRODUCT_VALIDATION_FAILURE', errorSubType: 'MISSING_DIMENSIONS' },
} as const;

const updated = (context: InventoryContext, target: Target, asked: Row) => {
	const { quantity, clientSequenceNumber: sequence } = asked.body ?? {};
	if (quantity === undefined || quantity < 0 || sequence === undefined) {
		return refusal(400, 'Invalid Input', target);
	}
	const { locationId, skuId } = target;
	const known = context.inventory.find(locationId, skuId);
	// Stale or equal, counted by SKU and location (reference/amazon-seller-flex.md 10).
	if (known && sequence <= known.sequence) return refusal(409, 'DuplicateRequest', target);
	return stored(
		context,
		target,
		asked,
		context.inventory.set(locationId, skuId, quantity, sequence),
	);
};

const rowAnswer = (context: InventoryContext, asked: Row) => {
	const target = targetOf(asked.uri);
	if (!target) return refusal(400, 'Invalid Input', null);
	const marketplace = asked.body?.marketplaceAttributes?.marketplaceId ?? context.marketplace;
	// What a location of somebody else is answered with is a guess.
	if (!context.locations.includes(target.locationId) || marketplace !== context.marketplace) {
		return refusal(403, 'Forbidden', target);
	}
	const standing = context.standing(target.skuId);
	if (standing !== 'listed') return refusal(400, 'Invalid Input', target, standings[standing]);
	if (context.fails()) return refusal(500, 'Internal Failure', target);
	if (target.action === 'update') return updated(context, target, asked);
	return stored(context, target, asked, context.inventory.find(target.locationId, target.skuId));
};

/** The last row first: the order of the answers is not promised (reference/amazon-seller-flex.md 10). */
export const batchInventory = (context: InventoryContext, body: unknown) => {
	const { requests } = parsed(batch, body);
	if (requests.length > mostRows) {
		const message = `Maximum number for requests supported in batch is ${mostRows}.`;
		throw new Refused(400, 'BATCH_SIZE_EXCEED', message);
	}
	return { responses: requests.map((asked) => rowAnswer(context, asked)).toReversed() };
};
