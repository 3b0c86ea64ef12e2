import type { RawBulk } from './bulkBook';
import { bulkView } from './bulkView';
import { itemView, locationView, variantView } from './catalogView';
import { type ConnectionArguments, type SortKey, connection, inOrder } from './connection';
import { customerBy } from './customerWrites';
import { customerView } from './customerView';
import { definitionView } from './definitionView';
import { gid, numberIn } from './ids';
import { customerIdentifier, inputOf, orderIdentifier } from './inputs';
import { isWithinReach } from './orderCreate';
import { ordersAsked } from './orderSearch';
import { orderView } from './orderView';
import {
	customerOf,
	fulfillmentOf,
	fulfillmentOrderOf,
	levelBy,
	locationBy,
	nodeBy,
	orderBy,
	productBy,
	variantBy,
} from './nodes';
import { notPlayed } from './refusal';
import type { RootField } from './resolve';
import { apiVersions } from './schema';
import { type SearchFields, searchTest } from './search';
import type { RawLocation, RawVariant } from './rawCatalog';
import { subscriptionView } from './subscriptions';
import type { World } from './world';

type ListArguments = ConnectionArguments & {
	readonly query?: string | null;
	readonly sortKey?: string | null;
};

const idOf = (args: Readonly<Record<string, unknown>>) => String(args.id ?? '');

const variantFields = (world: World): SearchFields<RawVariant> => ({
	sku: ({ sku }) => sku,
	barcode: ({ barcode }) => barcode,
	id: ({ id }) => Number(id),
	product_id: ({ productId }) => Number(productId),
	product_status: ({ productId }) => world.catalog.product(productId)?.status ?? null,
	updated_at: ({ updatedAt }) => updatedAt,
	location_id: ({ itemId }) => world.inventory.of(itemId).map(({ locationId }) => locationId),
});

const variantKeys: Readonly<Record<string, (variant: RawVariant) => SortKey>> = {
	ID: ({ id }) => [Number(id), 0],
	SKU: ({ id, sku }) => [sku ?? '', Number(id)],
};

const placesAsked = (
	world: World,
	args: ListArguments & {
		readonly includeInactive?: boolean | null;
		readonly includeLegacy?: boolean | null;
	},
): readonly RawLocation[] => {
	const fields = { name: ({ name }: RawLocation) => name, id: ({ id }: RawLocation) => Number(id) };
	const isWanted = searchTest<RawLocation>(args.query, fields);
	return world.places
		.all()
		.filter(
			(place) =>
				(place.isActive || args.includeInactive) &&
				(!place.isFulfillmentService || args.includeLegacy) &&
				isWanted(place),
		);
};

const bulkFields: SearchFields<RawBulk> = {
	id: ({ id }) => Number(id),
	status: ({ status }) => status,
	operation_type: () => 'query',
	created_at: ({ createdAt }) => createdAt,
};

const shopView = ({ settings: { shop }, credential }: World) => ({
	__typename: 'Shop',
	id: gid('Shop', '61001'),
	name: shop.name,
	myshopifyDomain: credential.shop,
	url: `https://${credential.shop}`,
	currencyCode: shop.currency,
	ianaTimezone: shop.timeZone,
	taxesIncluded: shop.taxesIncluded,
	orderNumberFormatPrefix: '#',
	orderNumberFormatSuffix: '',
});

const identifiedOrder: RootField = ({ world }, args) => {
	const { id, customId } = inputOf(orderIdentifier, args.identifier);
	if (id !== undefined) return orderBy(world, id);
	if (!customId) return null;
	const field = world.metafields.uniqueKey('ORDER', customId);
	const order = world.orders.withValue({ ...field, value: customId.value });
	return order && isWithinReach(world, order) ? orderView(world, order) : null;
};

const definitionsAsked: RootField = ({ world }, args) => {
	const isWanted = (name: string, value: string) => !args[name] || args[name] === value;
	const wanted = world.metafields
		.definitions()
		.filter(
			({ ownerType, namespace, key }) =>
				ownerType === args.ownerType && isWanted('namespace', namespace) && isWanted('key', key),
		);
	return inOrder(wanted, args, { type: 'MetafieldDefinition', view: definitionView });
};

/** What a client may ask for; each list by cursor (reference/shopify.md 6). */
export const queries: Readonly<Record<string, RootField>> = {
	shop: ({ world }) => shopView(world),
	publicApiVersions: () =>
		apiVersions.map((handle) => ({
			__typename: 'ApiVersion',
			handle,
			displayName: handle,
			supported: true,
		})),
	currentAppInstallation: ({ world }) => ({
		__typename: 'AppInstallation',
		id: gid('AppInstallation', '51001'),
		accessScopes: world.settings.scopes.map((handle) => ({
			__typename: 'AccessScope',
			handle,
			description: handle,
		})),
	}),
	locations: ({ world }, args: ListArguments) =>
		connection(placesAsked(world, args), args, {
			type: 'Location',
			keyOf: ({ name, id }) => (args.sortKey === 'ID' ? [Number(id), 0] : [name, Number(id)]),
			view: locationView,
		}),
	location: ({ world }, args) =>
		args.id ? locationBy(world, idOf(args)) : locationView(world.places.named(undefined)),
	productVariants({ world }, args: ListArguments) {
		const keyOf = variantKeys[args.sortKey ?? 'ID'];
		if (!keyOf) throw notPlayed(`sortKey ${args.sortKey}`);
		const rows = world.catalog.all().filter(searchTest(args.query, variantFields(world)));
		const view = (variant: RawVariant) => variantView(world, variant);
		const isSorted = keyOf === variantKeys.ID;
		return connection(rows, args, { type: 'ProductVariant', keyOf, view, isSorted });
	},
	productVariantsCount({ world }, { limit = 10_000 }) {
		const count = world.catalog.all().length;
		const isCut = typeof limit === 'number' && count > limit;
		return {
			__typename: 'Count',
			count: isCut ? limit : count,
			precision: isCut ? 'AT_LEAST' : 'EXACT',
		};
	},
	productVariant: ({ world }, args) => variantBy(world, idOf(args)),
	product: ({ world }, args) => productBy(world, idOf(args)),
	inventoryItems({ world }, args: ListArguments) {
		const rows = world.catalog.all().filter(searchTest(args.query, variantFields(world)));
		return connection(rows, args, {
			type: 'InventoryItem',
			keyOf: ({ itemId }) => [Number(itemId), 0],
			view: ({ itemId }) => itemView(world, itemId),
		});
	},
	inventoryItem: ({ world }, args) => itemView(world, numberIn('InventoryItem', idOf(args)) ?? ''),
	inventoryLevel: ({ world }, args) => levelBy(world, idOf(args)),
	orders: ({ world }, args: ListArguments) => ordersAsked(world, args),
	order: ({ world }, args) => orderBy(world, idOf(args)),
	orderByIdentifier: identifiedOrder,
	fulfillment: ({ world }, args) => fulfillmentOf(world, idOf(args)),
	fulfillmentOrder: ({ world }, args) => fulfillmentOrderOf(world, idOf(args)),
	customer: ({ world }, args) => customerOf(world, idOf(args)),
	customerByIdentifier({ world }, args) {
		const customer = customerBy(world, inputOf(customerIdentifier, args.identifier));
		return customer && customerView(customer);
	},
	metafieldDefinitions: definitionsAsked,
	job: ({ world }, args) => world.jobs.poll(/Job\/(.+)$/.exec(idOf(args))?.[1] ?? ''),
	webhookSubscriptions({ world }, args: ListArguments & { topics?: readonly string[] | null }) {
		const all = world.webhooks.subscriptions();
		const wanted = all.filter(({ topic }) => !args.topics?.length || args.topics.includes(topic));
		return inOrder(wanted, args, { type: 'WebhookSubscription', view: subscriptionView });
	},
	webhookSubscription({ world }, args) {
		const id = numberIn('WebhookSubscription', idOf(args));
		const found = world.webhooks.subscriptions().find((one) => one.id === id);
		return found ? subscriptionView(found) : null;
	},
	bulkOperation({ world, host }, args) {
		const bulk = world.bulk.find(numberIn('BulkOperation', idOf(args)) ?? '');
		return bulk && bulkView(bulk, host);
	},
	bulkOperations({ world, host }, args: ListArguments) {
		if (args.reverse || (args.sortKey ?? 'CREATED_AT') !== 'CREATED_AT')
			throw notPlayed('this order');
		const wanted = world.bulk.list().filter(searchTest(args.query, bulkFields));
		return inOrder(wanted, args, { type: 'BulkOperation', view: (one) => bulkView(one, host) });
	},
	node: ({ world }, args) => nodeBy(world, idOf(args)),
	nodes: ({ world }, { ids }) => [ids].flat().map((id) => nodeBy(world, String(id))),
};
