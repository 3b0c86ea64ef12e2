import { callLog } from '../callLog';
import type { Clock } from '../clock';
import { faultPlayer } from '../faults';
import { tokens } from '../tokens';
import { bucket, endless } from './bucket';
import { bulkBook } from './bulkBook';
import { catalog } from './catalog';
import { claimed } from './claiming';
import { customers } from './customers';
import { gid, sequence } from './ids';
import { idempotency } from './idempotency';
import { inventory } from './inventory';
import { jobs } from './jobs';
import { type OwnerType, metafields } from './metafields';
import { mishaps } from './mishaps';
import { orderBook } from './orderBook';
import { orderEdits } from './orderEdits';
import { inventoryEvents, orderEvents } from './payloads';
import { places } from './places';
import type { RawMetafield } from './raw';
import { accessToken } from './tokens';
import type {
	BucketSize,
	ShopifyAsked,
	ShopifyCredential,
	ShopifyFaults,
	ShopifyLocation,
	ShopifyOptions,
	ShopifyOutcome,
	ShopifyShop,
} from './types';
import { webhooks } from './webhooks';

/** All that the hub needs (reference/shopify.md 3). */
const neededScopes = [
	'read_products',
	'read_locations',
	'write_inventory',
	'write_orders',
	'write_order_edits',
	'write_customers',
	'write_merchant_managed_fulfillment_orders',
	'read_third_party_fulfillment_orders',
	'read_fulfillments',
];

const defaultCredential: ShopifyCredential = {
	shop: 'paper-lantern.myshopify.com',
	clientId: '5b0c1d7e9f3a4c2d8e6f7a1b2c3d4e5f',
	clientSecret: 'shpss_sandbox_secret',
	accessToken: 'shpat_sandbox_static_token',
};

const defaultShop: ShopifyShop = {
	name: 'Paper Lantern',
	currency: 'AUD',
	timeZone: 'Australia/Sydney',
	taxesIncluded: true,
};

const defaultLocations: readonly ShopifyLocation[] = [
	{ id: '81001', name: 'Sydney Warehouse', city: 'Sydney' },
	{ id: '81002', name: 'Melbourne Store', city: 'Melbourne' },
];

/** The rate is that of the standard plan; the size is a guess (reference/shopify.md 4, 13). */
const standardBucket: BucketSize = { maximumAvailable: 2000, restoreRate: 100 };

const threeSeconds = 3000;

const credentialOf = ({ credential = defaultCredential }: ShopifyOptions) => credential;

const books = (options: ShopifyOptions, now: () => number, faults: { lateness(): number }) => {
	const newId = sequence();
	const hooks = webhooks(options, { now, newId, credential: credentialOf(options) });
	const shopPlaces = places(now, newId);
	shopPlaces.set(options.locations ?? defaultLocations);
	const stock = inventory(now, (level, deltas) => {
		for (const event of inventoryEvents(level, deltas)) hooks.emit(event);
	});
	const goods = catalog({
		now,
		newId,
		locationId: (named) => shopPlaces.named(named).id,
		inventory: stock,
	});
	const variant = (id: string | null) => goods.variant(id ?? '');
	const claims = { inventory: stock, places: shopPlaces, variant, newId };
	const { claimsAt = 'enough', searchLagMs = threeSeconds } = options;
	const orders = orderBook({
		now,
		newId,
		prefix: '#',
		inventory: stock,
		lateness: () => searchLagMs + faults.lateness(),
		claimed: (claim) => claimed({ ...claims, claimsAt }, claim),
		itemOf: (variantId) => variant(variantId)?.itemId ?? null,
		changed(before, after, what) {
			for (const event of orderEvents(before, after, what)) hooks.emit(event);
		},
	});
	const people = customers();
	const holderOf = (owner: OwnerType, field: RawMetafield) => {
		const holder = owner === 'ORDER' ? orders.withValue(field) : people.withField(field);
		return holder && gid(owner === 'ORDER' ? 'Order' : 'Customer', holder.id);
	};
	return {
		newId,
		webhooks: hooks,
		places: shopPlaces,
		inventory: stock,
		catalog: goods,
		orders,
		customers: people,
		metafields: metafields({ now, newId, holderOf }),
	};
};

/** Everything that `reset` begins anew. */
export const world = (options: ShopifyOptions, clock: Clock) => {
	const { now } = clock;
	const player = faultPlayer<ShopifyFaults>();
	const size = options.bucket ?? standardBucket;
	const kept = books(options, now, player);
	return {
		...kept,
		options,
		now,
		credential: credentialOf(options),
		settings: {
			shop: options.shop ?? defaultShop,
			scopes: options.scopes ?? neededScopes,
		},
		faults: player,
		mishaps: mishaps(),
		tokens: tokens(now, accessToken),
		log: callLog<ShopifyAsked, ShopifyOutcome>(now),
		bucket: options.bucket === null ? endless(size) : bucket(size, clock.elapsed),
		idempotency: idempotency(now, options.afterRefusal ?? 'failed'),
		jobs: jobs(now, options),
		bulk: bulkBook({ now, newId: kept.newId, faults: player }, options),
		edits: orderEdits(),
		throttled: 0,
	};
};

export type World = ReturnType<typeof world>;
