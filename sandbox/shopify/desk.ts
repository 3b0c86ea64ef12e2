import { SandboxRefusal } from '../wire';
import { whyNot } from './cancelling';
import { gid, numberIn } from './ids';
import type { NewLine, NewOrder } from './newOrder';
import type { Kept } from './orderBook';
import type { RawAddress, RawFulfillment, RawOrder, RawTracking } from './raw';
import { type ShippedUnits, openOrders, shippedUnits, withFulfillment } from './shipping';
import type {
	ShopifyAddress,
	ShopifyCancellation,
	ShopifyFulfilment,
	ShopifyLineDraft,
	ShopifyOrderDraft,
	ShopifyOrderEdit,
	ShopifyProgress,
	ShopifyTrackingEdit,
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

const trackingsOf = (given: ShopifyFulfilment['tracking']): readonly RawTracking[] =>
	[given ?? []]
		.flat()
		.map(({ company = null, number = null, url = null }) => ({ company, number, url }));

/** Takes what is wanted of each line from what is left to ship, in the order of the fulfilment orders. */
const wantedUnits = (
	order: RawOrder,
	{ lines, location }: ShopifyFulfilment,
): readonly ShippedUnits[] => {
	const left = (lines ?? []).map((line) => ({ ...line, left: line.quantity ?? Infinity }));
	const take = (lineId: string, remaining: number) => {
		const sku = order.lines.find(({ id }) => id === lineId)?.sku;
		const row = left.find(
			(one) =>
				one.left > 0 &&
				(one.line === undefined || numberIn('LineItem', one.line) === lineId) &&
				(one.sku === undefined || one.sku === sku),
		);
		const units = lines ? Math.min(row?.left ?? 0, remaining) : remaining;
		if (row) row.left -= units;
		return units;
	};
	return openOrders(order)
		.filter(({ locationId }) => !location || locationId === location)
		.flatMap((one) =>
			one.lines.map(({ id, lineId, remaining }) => ({
				fulfillmentOrderId: one.id,
				lineId: id,
				quantity: take(lineId, remaining),
			})),
		)
		.filter(({ quantity }) => quantity > 0);
};

export const fulfilled = (
	world: World,
	order: RawOrder,
	fulfilment: ShopifyFulfilment,
): RawOrder => {
	const { location: named, tracking, displayStatus = 'FULFILLED' } = fulfilment;
	const location = named === undefined ? undefined : world.places.named(named).id;
	const units = wantedUnits(order, { ...fulfilment, location });
	if (units.length === 0) throw new SandboxRefusal('there is nothing left to ship of it');
	const places = Map.groupBy(
		units,
		({ fulfillmentOrderId }) =>
			order.fulfillmentOrders.find(({ id }) => id === fulfillmentOrderId)?.locationId,
	);
	const shipment = { tracking: trackingsOf(tracking), displayStatus, byApi: false };
	return [...places.values()].reduce(
		(current, part) => world.orders.ship(current, { ...shipment, units: part }),
		order,
	);
};

const fulfilmentOf = (order: RawOrder, id: string | undefined): RawFulfillment => {
	const number = id === undefined ? order.fulfillments.at(-1)?.id : numberIn('Fulfillment', id);
	const found = order.fulfillments.find((one) => one.id === number);
	if (!found) throw new SandboxRefusal(`${gid('Order', order.id)} has no such fulfilment`);
	return found;
};

const changed = (
	world: World,
	order: RawOrder,
	by: {
		id: string | undefined;
		what: 'tracking_changed' | 'progressed';
		change: Partial<RawFulfillment>;
	},
): RawOrder => {
	const { id } = fulfilmentOf(order, by.id);
	const change = { ...by.change, updatedAt: world.now() };
	const next = withFulfillment(order, id, change) ?? order;
	return world.orders.edit(next, { what: by.what, byApi: false });
};

export const tracked = (world: World, order: RawOrder, edit: ShopifyTrackingEdit): RawOrder => {
	const change = { tracking: trackingsOf(edit.tracking) };
	return changed(world, order, { id: edit.fulfilment, what: 'tracking_changed', change });
};

export const progressed = (world: World, order: RawOrder, progress: ShopifyProgress): RawOrder => {
	const { displayStatus, fulfilment: id } = progress;
	const deliveredAt = displayStatus === 'DELIVERED' ? world.now() : null;
	return changed(world, order, { id, what: 'progressed', change: { displayStatus, deliveredAt } });
};

export const unfulfilled = (world: World, order: RawOrder, id: string | undefined): RawOrder =>
	world.orders.unship(order, fulfilmentOf(order, id), false);

export const cancelledInAdmin = (
	world: World,
	{ order }: Kept,
	{ reason = 'CUSTOMER', restock = true }: ShopifyCancellation,
): RawOrder => {
	const why = whyNot(order);
	const isShipped = order.lines.some(({ id }) => shippedUnits(order, id) > 0);
	if (why || isShipped) throw new SandboxRefusal(why ?? 'it has been shipped');
	return world.orders.cancel(order, { reason, restock, refund: true, staffNote: null }, false);
};
