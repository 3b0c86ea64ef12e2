import { itemView, levelView, locationView, productView, variantView } from './catalogView';
import { customerView } from './customerView';
import { fulfillmentBy, fulfillmentOrderBy } from './fulfilling';
import { fulfillmentOrderView, fulfillmentView } from './fulfillmentView';
import { kindOf, numberIn } from './ids';
import { isWithinReach } from './orderCreate';
import { orderView } from './orderView';
import type { RawOrder } from './raw';
import { badRequest, notPlayed } from './refusal';
import type { World } from './world';

/** An order that this app may see. */
export const orderIn = (world: World, id: string): RawOrder | null => {
	const order = world.orders.find(numberIn('Order', id) ?? '');
	return order && isWithinReach(world, order) ? order : null;
};

export const orderBy = (world: World, id: string) => {
	const order = orderIn(world, id);
	return order && orderView(world, order);
};

export const variantBy = (world: World, id: string) => {
	const variant = world.catalog.variant(numberIn('ProductVariant', id) ?? '');
	return variant && variantView(world, variant);
};

export const locationBy = (world: World, id: string) => {
	const place = world.places.find(numberIn('Location', id) ?? '');
	return place && locationView(place);
};

export const fulfillmentOf = (world: World, id: string) => {
	const found = fulfillmentBy(world, id);
	return found && fulfillmentView(world, found.order, found.one);
};

export const fulfillmentOrderOf = (world: World, id: string) => {
	const found = fulfillmentOrderBy(world, id);
	return found && fulfillmentOrderView(world, found.order, found.one);
};

export const levelBy = (world: World, id: string) => {
	const [, at = '', item = ''] = /InventoryLevel\/(\d+)\?inventory_item_id=(\d+)$/.exec(id) ?? [];
	const level = world.inventory.find(item, at);
	return level && levelView(world, level);
};

export const customerOf = (world: World, id: string) => {
	const customer = world.customers.find(numberIn('Customer', id));
	return customer && customerView(customer);
};

export const productBy = (world: World, id: string) => {
	const product = world.catalog.product(numberIn('Product', id) ?? '');
	return product && productView(world, product);
};

const nodes: Readonly<Record<string, (world: World, id: string) => unknown>> = {
	Order: orderBy,
	ProductVariant: variantBy,
	Product: productBy,
	InventoryItem: (world, id) => itemView(world, numberIn('InventoryItem', id) ?? ''),
	InventoryLevel: levelBy,
	Location: locationBy,
	Customer: customerOf,
	Fulfillment: fulfillmentOf,
	FulfillmentOrder: fulfillmentOrderOf,
};

export const nodeBy = (world: World, id: string): unknown => {
	const kind = kindOf(id);
	const find = nodes[kind ?? ''];
	if (!find) throw kind ? notPlayed(`node of ${kind}`) : badRequest(`Invalid global id '${id}'`);
	return find(world, id);
};
