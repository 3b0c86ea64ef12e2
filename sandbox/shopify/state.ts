import { displayName } from './customers';
import { gid } from './ids';
import { type Level, onHand } from './inventory';
import { totals } from './newOrder';
import type { Kept } from './orderBook';
import type { RawFulfillment, RawLine, RawMetafield, RawOrder } from './raw';
import type { RawProduct } from './rawCatalog';
import { displayStatus, shippedUnits } from './shipping';
import type {
	ShopifyFulfilmentState,
	ShopifyLineState,
	ShopifyOrderState,
	ShopifyProductState,
	ShopifyStockState,
} from './stateTypes';
import type { ShopifyState } from './types';
import type { World } from './world';

const metafieldState = ({ namespace, key, type, value }: RawMetafield) => ({
	namespace,
	key,
	type,
	value,
});

const lineState = (order: RawOrder, line: RawLine): ShopifyLineState => ({
	id: gid('LineItem', line.id),
	variant: line.variantId && gid('ProductVariant', line.variantId),
	sku: line.sku,
	title: line.title,
	quantity: line.quantity,
	currentQuantity: line.currentQuantity,
	fulfilled: shippedUnits(order, line.id),
	price: line.price,
	requiresShipping: line.requiresShipping,
	claimedAt: line.claimedAt && gid('Location', line.claimedAt),
	properties: line.properties,
});

const fulfilmentState = (order: RawOrder, one: RawFulfillment): ShopifyFulfilmentState => ({
	id: gid('Fulfillment', one.id),
	status: one.status,
	displayStatus: one.displayStatus,
	location: gid('Location', one.locationId),
	at: one.createdAt,
	byApi: one.byApi,
	tracking: one.tracking,
	lines: one.lines.map(({ lineId, quantity }) => ({
		line: gid('LineItem', lineId),
		sku: order.lines.find(({ id }) => id === lineId)?.sku ?? null,
		quantity,
	})),
});

export const orderState = ({ order, history }: Kept): ShopifyOrderState => {
	const { total, tax } = totals(order);
	return {
		id: gid('Order', order.id),
		name: order.name,
		createdAt: order.createdAt,
		processedAt: order.processedAt,
		updatedAt: order.updatedAt,
		cancelledAt: order.cancelledAt,
		cancelReason: order.cancelReason,
		byApi: history[0]?.byApi ?? false,
		isCancelledByApi: history.some(({ what, byApi }) => what === 'cancelled' && byApi),
		financialStatus: order.financialStatus,
		fulfillmentStatus: displayStatus(order),
		currency: order.currency,
		total,
		tax,
		note: order.note,
		tags: order.tags,
		sourceIdentifier: order.sourceIdentifier,
		customer: order.customerId && gid('Customer', order.customerId),
		billingAddress: order.billingAddress,
		shippingAddress: order.shippingAddress,
		shippingLines: order.shippingLines.map(({ title, price }) => ({ title, price })),
		customAttributes: order.customAttributes,
		metafields: order.metafields.map(metafieldState),
		lines: order.lines.map((line) => lineState(order, line)),
		fulfilments: order.fulfillments.map((one) => fulfilmentState(order, one)),
		history,
	};
};

export const productState = ({ id, title, status, variants }: RawProduct): ShopifyProductState => ({
	id: gid('Product', id),
	title,
	status,
	variants: variants.map((variant) => ({
		id: gid('ProductVariant', variant.id),
		item: gid('InventoryItem', variant.itemId),
		sku: variant.sku,
		tracked: variant.tracked,
	})),
});

const stockState = (world: World, level: Level): ShopifyStockState => {
	const variant = world.catalog.ofItem(level.itemId);
	const { available, committed } = level.quantities;
	return {
		item: gid('InventoryItem', level.itemId),
		variant: variant && gid('ProductVariant', variant.id),
		sku: variant?.sku ?? null,
		location: gid('Location', level.locationId),
		available,
		committed,
		onHand: onHand(level.quantities),
		changes: level.changes,
	};
};

export const stockStates = (world: World): readonly ShopifyStockState[] =>
	world.inventory.all().map((level) => stockState(world, level));

const countsOf = (world: World) => {
	const { orders, catalog, log, throttled } = world;
	const indexed = new Map(orders.indexed().map((order) => [order.id, order]));
	return {
		orders: orders.all().length,
		indexed: orders.all().filter(({ order }) => indexed.get(order.id) === order).length,
		products: catalog.products().length,
		calls: log.count(() => true),
		throttled,
		faults: log.count(({ fault }) => fault !== null),
	};
};

export const stateOf = (world: World): ShopifyState => ({
	now: world.now(),
	shop: { ...world.settings.shop, domain: world.credential.shop },
	locations: world.places.all().map((place) => ({ ...place, id: gid('Location', place.id) })),
	orders: world.orders.all().map(orderState),
	products: world.catalog.products().map(productState),
	stock: stockStates(world),
	customers: world.customers.all().map((customer) => ({
		id: gid('Customer', customer.id),
		name: displayName(customer),
		email: customer.email,
		metafields: customer.metafields.map(metafieldState),
	})),
	definitions: world.metafields.definitions().map(({ ownerType, namespace, key, type }) => ({
		ownerType,
		namespace,
		key,
		type,
	})),
	subscriptions: world.webhooks.subscriptions().map(({ id, topic, uri }) => ({
		id: gid('WebhookSubscription', id),
		topic,
		uri,
	})),
	deliveries: world.webhooks.state(),
	counts: countsOf(world),
});
