import type { ChannelConnector } from '../../channels/connector';
import { shopify } from '../../channels/shopify/connector';
import { behavesLikeAChannel } from './behavesLikeAChannel';
import { shopifyShop } from './shopifyShop';
import type { ShopifyShop } from './shopifyShop';
import { failureOf, walk } from './testShop';

/** Without what it is told of orders: that is not what a channel is told (shopify.create.test.ts, shopify.cancel.test.ts). */
const { updates, ...asChannel } = shopify;
const channel: ChannelConnector = asChannel;

describe('Shopify', () => {
	behavesLikeAChannel(channel, () => shopifyShop());
});

describe('Shopify, on its own', () => {
	let shop: ShopifyShop;
	beforeEach(async () => {
		shop = await shopifyShop();
	});
	afterEach(() => shop.close());

	it('is told of orders to ship and of cancels, and of nothing else', async () => {
		const update = {
			effect: 'status' as const,
			order: '1',
			number: '1001',
			hubStatus: 'shipped' as const,
			channelStatus: 'shipped',
			parcels: [],
		};
		expect(updates.statuses).toEqual([]);
		expect(await updates.send(shop.seller, update)).toEqual({
			outcome: 'untaken',
			detail: expect.stringMatching(/1001.*\.$/),
		});
		expect(shop.calls()).toBe(0);
	});

	it('signs in again when the token has ended, and asks once more', async () => {
		await shopify.account(shop.seller);
		shop.sandbox.expireTokens();
		const before = shop.sandbox.calls().length;
		await shopify.account(shop.seller);
		const after = shop.sandbox.calls().slice(before);
		expect(after.map(({ kind, status }) => [kind, status])).toEqual([
			['graphql', 401],
			['token', 200],
			['graphql', 200],
		]);
	});

	it('names the scopes that the app lacks, whoever may write may read', async () => {
		shop.sandbox.setScopes(['write_products', 'read_orders', 'read_locations', 'write_customers']);
		expect((await shopify.account(shop.seller)).missing).toEqual([
			'read_inventory',
			'write_orders',
			'write_order_edits',
			'read_merchant_managed_fulfillment_orders',
		]);
	});

	it('says which scope is missing where Shopify refuses, and asks once', async () => {
		shop.sandbox.setScopes(['read_products']);
		const window = { connectedAt: shop.now(), watermark: null, overlapMinutes: 0, position: null };
		expect(await failureOf(shopify.orders.page(shop.seller, window))).toMatchObject({
			kind: 'unauthorised',
			message: expect.stringMatching(/scope.*read_orders/),
		});
		expect(shop.calls()).toBe(1);
	});

	it('lists the locations of fulfilment services, and none that is closed', async () => {
		shop.sandbox.setLocations([
			{ id: '1', name: 'Sydney' },
			{ id: '2', name: 'Closed', isActive: false },
			{ id: '3', name: 'A 3PL', isFulfillmentService: true },
		]);
		const names = (await shopify.locations.list(shop.seller)).map(({ name }) => name);
		expect([...names].sort()).toEqual(['A 3PL', 'Sydney']);
	});

	it('brings an order with more lines than come at once', async () => {
		const lines = Array.from({ length: 230 }, (_, at) => {
			return { sku: null, title: `Line ${at}`, price: at + 1, quantity: 1 };
		});
		const [placed] = shop.sandbox.place([{ lines }]);
		const { orders } = await shopify.orders.get(shop.seller, [placed?.id ?? '']);
		expect(orders[0]?.lines.map(({ title }) => title)).toEqual(lines.map(({ title }) => title));
		expect(orders[0]?.lines[229]?.unitPrice).toEqual({ minor: 23_000, currency: 'AUD' });
	});

	it('brings a cancelled order with nothing left, and says so first', async () => {
		const [id = ''] = shop.place(1);
		shop.sandbox.cancel(id);
		const { orders } = await shopify.orders.get(shop.seller, [id]);
		expect(orders[0]?.statuses[0]).toBe('order:CANCELLED');
		expect(orders[0]?.lines).toMatchObject([{ ordered: 2, cancelled: 2 }]);
	});

	it('finds orders by their number to pick one from', async () => {
		const [first = ''] = shop.place(3);
		const all = await shopify.orders.latest(shop.seller, '', null);
		expect(all.orders).toHaveLength(3);
		const { name } = shop.sandbox.order(first);
		const found = await shopify.orders.latest(shop.seller, name, null);
		expect(found.orders.map(({ id }) => id)).toEqual([first]);
	});

	it('cannot use a listing whose SKU is not its own, or that Shopify does not count', async () => {
		shop.sandbox.seed([
			{
				variants: [
					{ sku: 'TWICE' },
					{ sku: 'ONCE' },
					{ sku: 'FREE', tracked: false },
					{ sku: ' ' },
				],
			},
			{ variants: [{ sku: 'TWICE' }, { sku: 'once' }] },
		]);
		const { listings } = await shopify.listings.page(shop.seller, null);
		expect(listings.map(({ sku, unusable }) => [sku, unusable ?? null])).toEqual([
			['TWICE', expect.stringMatching(/^SKU "TWICE" stands on more than one variant/)],
			['ONCE', null],
			['FREE', expect.stringMatching(/does not keep count/)],
			[null, null],
			['TWICE', expect.stringMatching(/more than one/)],
			['once', null],
		]);
	});

	it('leaves out orders that only the lagging search has not found yet, and meets them in the next walk', async () => {
		await shop.close();
		shop = await shopifyShop({ searchLagMs: 5_000 });
		const begin = { connectedAt: shop.now(), watermark: null, overlapMinutes: 10 };
		const [id = ''] = shop.place(1);
		const first = await walk(shopify.orders, shop.seller, begin);
		expect(first.seen.size).toBe(0);
		shop.wait(6_000);
		const second = await walk(shopify.orders, shop.seller, {
			...begin,
			watermark: first.watermark,
		});
		expect([...second.seen.keys()]).toEqual([id]);
	});
});
