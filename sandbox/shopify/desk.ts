import { SandboxRefusal } from '../wire';
import type { NewLine, NewOrder } from './newOrder';
import type { RawAddress, RawOrder } from './raw';
import type {
	ShopifyAddress,
	ShopifyLineDraft,
	ShopifyOrderDraft,
	ShopifyOrderEdit,
} from './types';
import type { World } from './world';

const blank = {
	firstName: null,
	lastName: null,
	company: null,
	address1: null,
	address2: null,
	city: null,
	provinceCode: null,
	countryCode: null,
	zip: null,
	phone: null,
} as const;

const addressOf = (world: World, given: ShopifyAddress | undefined): RawAddress | null =>
	given ? { ...blank, ...given, id: world.newId() } : null;

const lineOf = (world: World, draft: ShopifyLineDraft): NewLine => {
	const variant = draft.sku === null ? null : world.catalog.bySku(draft.sku);
	if (draft.sku !== null && !variant) throw new SandboxRefusal(`nothing has the SKU ${draft.sku}`);
	const product = world.catalog.product(variant?.productId ?? '');
	return {
		variantId: variant?.id ?? null,
		sku: draft.sku,
		title: draft.title ?? product?.title ?? 'Gift wrapping',
		variantTitle: variant?.title ?? null,
		vendor: product?.vendor ?? null,
		quantity: draft.quantity,
		price: draft.price ?? variant?.price ?? 0,
		requiresShipping: draft.requiresShipping ?? variant?.requiresShipping ?? true,
		taxable: true,
		taxLines: [],
		properties: draft.properties ?? [],
	};
};

const orderOf = (world: World, draft: ShopifyOrderDraft): NewOrder => {
	const { metafields: fields } = world;
	const at = draft.createdAt ?? world.now();
	const owner = { type: 'ORDER', id: null } as const;
	const inputs = draft.metafields ?? [];
	const { made: metafields, errors } = fields.merged(owner, [], { inputs, path: [] });
	if (!metafields) throw new SandboxRefusal(errors.map(({ message }) => message).join('; '));
	const shippingAddress = addressOf(world, draft.shippingAddress ?? { countryCode: 'AU' });
	return {
		name: draft.name ?? null,
		financialStatus: 'PAID',
		createdAt: at,
		updatedAt: draft.updatedAt ?? at,
		processedAt: at,
		currency: world.settings.shop.currency,
		taxesIncluded: world.settings.shop.taxesIncluded,
		test: false,
		email: draft.email ?? null,
		phone: null,
		note: draft.note ?? null,
		poNumber: null,
		sourceName: draft.sourceName ?? 'web',
		sourceIdentifier: draft.sourceIdentifier ?? null,
		sourceUrl: null,
		tags: draft.tags ?? [],
		customAttributes: [],
		metafields,
		customerId: null,
		billingAddress: shippingAddress,
		shippingAddress,
		taxLines: [],
		lines: draft.lines.map((line) => lineOf(world, line)),
		shippingLines: [],
		transactions: [],
	};
};

export const placed = (world: World, draft: ShopifyOrderDraft): RawOrder => {
	const at = draft.location === undefined ? undefined : world.places.named(draft.location);
	const claim = { behaviour: 'DECREMENT_IGNORING_POLICY', ...(at && { at }) } as const;
	const { made, errors } = world.orders.place(orderOf(world, draft), claim, false);
	if (made) return made;
	throw new SandboxRefusal(errors.map(({ message }) => message).join('; '));
};

export const edited = (world: World, order: RawOrder, edit: ShopifyOrderEdit): RawOrder => {
	const { note, tags, shippingAddress } = edit;
	const next = {
		...order,
		note: note === undefined ? order.note : note,
		tags: tags ?? order.tags,
		shippingAddress: shippingAddress ? addressOf(world, shippingAddress) : order.shippingAddress,
	};
	return world.orders.edit(next, { what: 'edited', byApi: false });
};
