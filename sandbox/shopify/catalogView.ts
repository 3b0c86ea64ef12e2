import { type ConnectionArguments, connection, inOrder } from './connection';
import { gid, numberIn } from './ids';
import { instantOf } from './instants';
import { type Level, quantityNames, quantityOf } from './inventory';
import { decimal } from './money';
import type { RawLocation, RawProduct, RawVariant } from './rawCatalog';
import { badRequest } from './refusal';
import type { World } from './world';

export const locationView = (place: RawLocation) => ({
	__typename: 'Location',
	id: gid('Location', place.id),
	legacyResourceId: place.id,
	name: place.name,
	isActive: place.isActive,
	fulfillsOnlineOrders: place.fulfillsOnlineOrders,
	isFulfillmentService: place.isFulfillmentService,
	shipsInventory: place.fulfillsOnlineOrders,
	createdAt: () => instantOf(place.createdAt),
	updatedAt: () => instantOf(place.createdAt),
	address: {
		__typename: 'LocationAddress',
		address1: null,
		address2: null,
		city: place.city,
		countryCode: place.countryCode,
		provinceCode: null,
		zip: null,
		phone: null,
	},
});

const quantityView = (level: Level, name: string) => {
	if (!quantityNames.includes(name)) throw badRequest(`there is no quantity ${name}`);
	return {
		__typename: 'InventoryQuantity',
		id: `gid://shopify/InventoryQuantity/${level.itemId}-${level.locationId}?name=${name}`,
		name,
		quantity: quantityOf(level, name),
		updatedAt: () => instantOf(level.updatedAt),
	};
};

export const levelView = (world: World, level: Level) => ({
	__typename: 'InventoryLevel',
	id: `${gid('InventoryLevel', level.locationId)}?inventory_item_id=${level.itemId}`,
	isActive: true,
	createdAt: () => instantOf(level.createdAt),
	updatedAt: () => instantOf(level.updatedAt),
	item: () => itemView(world, level.itemId),
	location: () => {
		const place = world.places.find(level.locationId);
		return place && locationView(place);
	},
	quantities: ({ names }: { readonly names: readonly string[] }) =>
		names.map((name) => quantityView(level, name)),
});

const isListed = (world: World, { locationId }: Level) =>
	world.places.find(locationId)?.isActive ?? false;

export function itemView(world: World, itemId: string): Readonly<Record<string, unknown>> | null {
	const variant = world.catalog.ofItem(itemId);
	if (!variant) return null;
	return {
		__typename: 'InventoryItem',
		id: gid('InventoryItem', itemId),
		legacyResourceId: itemId,
		sku: variant.sku,
		tracked: variant.tracked,
		requiresShipping: variant.requiresShipping,
		duplicateSkuCount: () => world.catalog.duplicates(variant),
		createdAt: () => instantOf(variant.createdAt),
		updatedAt: () => instantOf(variant.updatedAt),
		variant: () => variantView(world, variant),
		variants: (args: ConnectionArguments) =>
			inOrder([variant], args, { type: 'ProductVariant', view: (one) => variantView(world, one) }),
		inventoryLevel({ locationId }: { readonly locationId: string }) {
			const level = world.inventory.find(itemId, numberIn('Location', locationId) ?? '');
			return level && levelView(world, level);
		},
		inventoryLevels: (args: ConnectionArguments) =>
			connection(
				world.inventory.of(itemId).filter((level) => isListed(world, level)),
				args,
				{
					type: 'InventoryLevel',
					keyOf: ({ locationId }) => [Number(locationId), 0],
					view: (level) => levelView(world, level),
				},
			),
	};
}

export const productView = (world: World, product: RawProduct) => ({
	__typename: 'Product',
	id: gid('Product', product.id),
	legacyResourceId: product.id,
	title: product.title,
	status: product.status,
	vendor: product.vendor,
	createdAt: () => instantOf(product.createdAt),
	updatedAt: () => instantOf(product.updatedAt),
	variants: (args: ConnectionArguments) =>
		inOrder(product.variants, args, {
			type: 'ProductVariant',
			view: (one) => variantView(world, one),
		}),
});

const sellable = (world: World, { itemId }: RawVariant) =>
	world.inventory
		.of(itemId)
		.filter(({ locationId }) => world.places.find(locationId)?.fulfillsOnlineOrders)
		.reduce((sum, { quantities }) => sum + quantities.available, 0);

export function variantView(world: World, variant: RawVariant): Readonly<Record<string, unknown>> {
	const product = world.catalog.product(variant.productId);
	return {
		__typename: 'ProductVariant',
		id: gid('ProductVariant', variant.id),
		legacyResourceId: variant.id,
		sku: variant.sku,
		barcode: variant.barcode,
		title: variant.title,
		displayName: `${product?.title ?? ''} - ${variant.title}`,
		price: decimal(variant.price),
		inventoryPolicy: variant.policy,
		createdAt: () => instantOf(variant.createdAt),
		// Whether a stock moves it is not documented; here it does not (reference/shopify.md 7).
		updatedAt: () => instantOf(variant.updatedAt),
		sellableOnlineQuantity: () => sellable(world, variant),
		inventoryQuantity: () => sellable(world, variant),
		inventoryItem: () => itemView(world, variant.itemId),
		product: () => product && productView(world, product),
	};
}
