import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Listener, listener } from './support/listener';
import { plain, stocked } from './support/shopifyOrders';
import { type Store, closeStores, codeOf, openStore } from './support/shopifyStore';

const document = `mutation($topic: WebhookSubscriptionTopic!, $webhookSubscription: WebhookSubscriptionInput!) {
  webhookSubscriptionCreate(topic: $topic, webhookSubscription: $webhookSubscription) {
    webhookSubscription { id topic uri format } userErrors { field message }
  }
}`;

const subscribe = async (store: Store, topic: string, uri: string, over: object = {}) =>
	await store.ask(document, { topic, webhookSubscription: { uri, ...over } });

const order = (store: Store) => {
	stocked(store);
	const [placed] = store.sandbox.place([{ lines: [{ sku: 'A', quantity: 2 }] }]);
	return placed?.id ?? '';
};

/** Until nothing is on its way any more. */
const rest = async (store: Store, attempts: number) => {
	const made = () => store.sandbox.deliveries().flatMap((one) => one.attempts).length;
	while (made() < attempts) await sleep(5);
};

describe('webhooks of the Shopify sandbox', () => {
	let hook: Listener;
	afterEach(async () => {
		await closeStores();
		await hook.close();
	});

	it('are signed over the body as it is sent', async () => {
		hook = await listener();
		const store = await openStore();
		await subscribe(store, 'INVENTORY_LEVELS_UPDATE', hook.url);
		stocked(store);
		const [heard] = await hook.hears(1);
		const digest = createHmac('sha256', store.sandbox.credential.clientSecret)
			.update(heard?.body ?? '')
			.digest('base64');
		expect(heard?.headers).toMatchObject({
			'x-shopify-hmac-sha256': digest,
			'x-shopify-topic': 'inventory_levels/update',
			'x-shopify-shop-domain': store.sandbox.credential.shop,
			'x-shopify-webhook-id': expect.any(String),
			'x-shopify-event-id': expect.any(String),
			'x-shopify-triggered-at': expect.stringMatching(/Z$/),
		});
		const [level] = store.sandbox.stock();
		expect(JSON.parse(heard?.body ?? '')).toMatchObject({
			inventory_item_id: Number(level?.item.split('/').at(-1)),
			location_id: Number(level?.location.split('/').at(-1)),
			available: 5,
		});
	});

	it.each([
		['ORDERS_CREATE', 'orders/create', (store: Store) => order(store)],
		[
			'ORDERS_PARTIALLY_FULFILLED',
			'orders/partially_fulfilled',
			(store: Store) => store.sandbox.fulfil(order(store), { lines: [{ sku: 'A', quantity: 1 }] }),
		],
		['ORDERS_FULFILLED', 'orders/fulfilled', (store: Store) => store.sandbox.fulfil(order(store))],
		[
			'FULFILLMENTS_CREATE',
			'fulfillments/create',
			(store: Store) => store.sandbox.fulfil(order(store)),
		],
		['ORDERS_CANCELLED', 'orders/cancelled', (store: Store) => store.sandbox.cancel(order(store))],
		['ORDERS_UPDATED', 'orders/updated', (store: Store) => store.sandbox.edit(order(store), {})],
	] as const)('tell of %s', async (topic, told, act) => {
		hook = await listener();
		const store = await openStore();
		await subscribe(store, topic, hook.url, { includeFields: ['id', 'name', 'line_items'] });
		act(store);
		const [heard] = await hook.hears(1);
		expect(heard?.headers['x-shopify-topic']).toBe(told);
		const body = JSON.parse(heard?.body ?? '');
		expect(Object.keys(body).toSorted()).toEqual(['id', 'line_items', 'name']);
		expect(body.line_items).toMatchObject([{ sku: 'A' }]);
		await rest(store, 1);
		expect(hook.heard).toHaveLength(1);
	});

	it('tell of a tracking number that comes later', async () => {
		hook = await listener();
		const store = await openStore();
		const id = order(store);
		store.sandbox.fulfil(id);
		await subscribe(store, 'FULFILLMENTS_UPDATE', hook.url);
		store.sandbox.track(id, { tracking: { company: 'Sendle', number: 'S-1' } });
		const [heard] = await hook.hears(1);
		expect(JSON.parse(heard?.body ?? '')).toMatchObject({
			tracking_company: 'Sendle',
			tracking_number: 'S-1',
		});
	});

	it('come again under the same id until they are taken, and once more when told', async () => {
		hook = await listener([500, 404]);
		const store = await openStore({ webhookWaitsMs: [10, 10, 10] });
		await subscribe(store, 'ORDERS_CREATE', hook.url);
		order(store);
		const heard = await hook.hears(3);
		expect(new Set(heard.map(({ headers }) => headers['x-shopify-webhook-id'])).size).toBe(1);
		await rest(store, 3);
		expect(store.sandbox.deliveries()).toMatchObject([
			{ isDelivered: true, attempts: [{ status: 500 }, { status: 404 }, { status: 200 }] },
		]);
		await store.control('deliveries/again');
		const [first, , , fourth] = await hook.hears(4);
		expect(fourth).toMatchObject({
			body: first?.body,
			headers: { 'x-shopify-webhook-id': first?.headers['x-shopify-webhook-id'] },
		});
	});

	it('end with the subscription when nobody ever takes them', async () => {
		hook = await listener([500, 500]);
		const store = await openStore({ webhookWaitsMs: [10] });
		await subscribe(store, 'ORDERS_CREATE', hook.url);
		order(store);
		await rest(store, 2);
		expect(store.sandbox.state().subscriptions).toEqual([]);
	});

	it('wait half an hour for the next attempt, unless told otherwise', async () => {
		hook = await listener([500]);
		const store = await openStore();
		await subscribe(store, 'ORDERS_CREATE', hook.url);
		order(store);
		await rest(store, 1);
		store.sandbox.clock.advance(1_700_000);
		expect(hook.heard).toHaveLength(1);
		store.sandbox.clock.advance(100_000);
		await hook.hears(2);
	});

	it('are listed, and end when they are deleted', async () => {
		hook = await listener();
		const store = await openStore();
		const made = await subscribe(store, 'ORDERS_CREATE', hook.url);
		const { id } = plain(made.body.data?.webhookSubscriptionCreate?.webhookSubscription);
		const list =
			'{ webhookSubscriptions(first: 5, topics: [ORDERS_CREATE]) { nodes { id uri format } } }';
		expect((await store.tell(list)).nodes).toEqual([{ id, uri: hook.url, format: 'JSON' }]);
		const twice = await subscribe(store, 'ORDERS_CREATE', hook.url);
		expect(twice.body.data?.webhookSubscriptionCreate?.webhookSubscription).toBeNull();
		const removal =
			'mutation($id: ID!) { webhookSubscriptionDelete(id: $id) { deletedWebhookSubscriptionId userErrors { message } } }';
		expect((await store.tell(removal, { id })).deletedWebhookSubscriptionId).toBe(id);
		expect((await store.tell(removal, { id })).deletedWebhookSubscriptionId).toBeNull();
		order(store);
		expect(store.sandbox.deliveries()).toEqual([]);
	});

	it('need a scope, and an address that is safe', async () => {
		hook = await listener();
		const store = await openStore({ scopes: ['read_inventory'] });
		expect(codeOf(await subscribe(store, 'ORDERS_CREATE', hook.url))).toBe('ACCESS_DENIED');
		const unsafe = await subscribe(store, 'INVENTORY_LEVELS_UPDATE', 'http://example.com/hook');
		expect(unsafe.body.data?.webhookSubscriptionCreate?.webhookSubscription).toBeNull();
		expect(codeOf(await subscribe(store, 'CARTS_CREATE', hook.url))).toBe(
			'SANDBOX_NOT_IMPLEMENTED',
		);
	});
});
