import { z } from 'zod';
import { type Issue, type Offer, audienceOf, checkedOffers, issue, priceOf } from './offers';
import { parsed } from './parsed';
import type { PatchOp, Product, Products } from './products';
import { Refused, badRequest } from './refused';
import { instant } from './shipmentAnswer';

const operation = z.strictObject({
	op: z.enum(['add', 'replace', 'merge', 'delete']),
	path: z.string(),
	value: z.array(z.record(z.unknown())).optional(),
});

export const patchShape = z.strictObject({
	productType: z.string().min(1),
	patches: z.array(operation).min(1),
});

export type Patch = z.infer<typeof operation>;

export interface ListingsContext {
	readonly products: Products;
	readonly marketplace: string;
	readonly currency: string;
}

export interface CheckedPatch {
	readonly op: PatchOp;
	readonly offers: readonly Offer[];
	readonly issues: readonly Issue[];
}

const path = '/attributes/purchasable_offer';

/** Other attributes are not played; they are refused as any that does not exist. */
export const checkedPatch = ({ op, path: named, value }: Patch, context: ListingsContext) => {
	const attribute = named.slice('/attributes/'.length);
	const unknown = issue('90000900', 'The attributes are invalid.', attribute);
	if (named !== path) return { op, offers: [], issues: [unknown] };
	return { op, ...checkedOffers(value, context) };
};

const list = (text: string | undefined) => (text ? text.split(',') : []);

const checkMarketplace = (
	query: Readonly<Record<string, string>>,
	{ marketplace }: ListingsContext,
) => {
	const named = list(query.marketplaceIds);
	if (named.length === 0) throw badRequest('marketplaceIds is required');
	// What another marketplace is answered with is a guess.
	if (named.some((id) => id !== marketplace)) throw badRequest('marketplaceIds: not the seller’s');
};

export interface ListingsCall {
	readonly sku: string;
	readonly query: Readonly<Record<string, string>>;
	readonly submissionId: string;
	readonly body: unknown;
}

/** 200 even when it is refused; a SKU that does not exist is ACCEPTED all the same (reference/amazon-seller-flex.md 11.1). */
export const patchListing = (context: ListingsContext, call: ListingsCall) => {
	const { sku, query, submissionId, body } = call;
	checkMarketplace(query, context);
	if (query.mode !== undefined && query.mode !== 'VALIDATION_PREVIEW') {
		throw badRequest('mode must be VALIDATION_PREVIEW');
	}
	const { patches } = parsed(patchShape, body, badRequest);
	const nested = patches.find((one) => !/^\/attributes\/[^/]+$/.test(one.path));
	if (nested) throw badRequest(`only top-level attributes can be patched, not ${nested.path}`);
	const checked: readonly CheckedPatch[] = patches.map((one) => checkedPatch(one, context));
	const issues = checked.flatMap((one) => one.issues);
	const answer = (status: string) => ({ sku, status, submissionId, issues });
	if (issues.length > 0) return { answer: answer('INVALID'), isChanged: false };
	if (query.mode) return { answer: answer('VALID'), isChanged: false };
	const changes = checked.map(({ op, offers }) => context.products.patch(sku, op, offers, null));
	return { answer: answer('ACCEPTED'), isChanged: changes.includes(true) };
};

const offerAnswer = (marketplaceId: string, offer: Offer) => ({
	marketplaceId,
	offerType: audienceOf(offer) === 'B2B' ? 'B2B' : 'B2C',
	price: { currencyCode: offer.currency, amount: (priceOf(offer) ?? 0).toFixed(2) },
	audience: { value: audienceOf(offer), displayName: 'Sell on Amazon' },
});

const summary = (product: Product, marketplaceId: string) => ({
	marketplaceId,
	asin: product.asin,
	productType: product.productType,
	conditionType: 'new_new',
	status: ['BUYABLE', 'DISCOVERABLE'],
	itemName: product.sku,
	createdDate: instant(product.createdAt),
	lastUpdatedDate: instant(product.revisions.at(-1)?.at ?? product.createdAt),
});

type Part = (product: Product, context: ListingsContext) => unknown;

const parts: Readonly<Record<string, Part>> = {
	summaries: (product, { marketplace }) => [summary(product, marketplace)],
	attributes: (product, { products }) => ({ purchasable_offer: products.visible(product) }),
	offers: (product, { products, marketplace }) =>
		products.visible(product).map((offer) => offerAnswer(marketplace, offer)),
	issues: () => [],
	productTypes: ({ productType }, { marketplace }) => [{ marketplaceId: marketplace, productType }],
	fulfillmentAvailability: () => [{ fulfillmentChannelCode: 'AMAZON_EU' }],
	procurement: () => [],
	relationships: () => [],
};

export const getListing = (
	context: ListingsContext,
	{ sku, query }: Pick<ListingsCall, 'sku' | 'query'>,
) => {
	checkMarketplace(query, context);
	const wanted = list(query.includedData ?? 'summaries');
	const unknown = wanted.find((name) => !(name in parts));
	if (unknown) throw badRequest(`includedData: ${unknown} is not known`);
	const product = context.products.find(sku);
	if (!product) throw new Refused(404, 'NOT_FOUND', `SKU '${sku}' not found`);
	return {
		sku,
		...Object.fromEntries(wanted.map((name) => [name, parts[name]?.(product, context)])),
	};
};
