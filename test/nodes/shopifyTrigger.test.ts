import { executeNode } from '../support/engine';
import { until } from '../support/published';
import { secretSignature, shopifyNotices } from '../support/shopifyNotices';

const usual = [
	'FULFILLMENTS_CREATE',
	'FULFILLMENTS_UPDATE',
	'INVENTORY_LEVELS_UPDATE',
	'ORDERS_CANCELLED',
];

describe('Shopify Hub Trigger, as it is published', () => {
	const on = shopifyNotices();

	test('subscribes to its topics, once however often n8n starts', async () => {
		const { url } = await on.publish();
		expect(on.subscriptions()).toEqual(usual.map((topic) => ({ topic, uri: url })));
		await on.hooked.republish();
		expect(on.subscriptions()).toHaveLength(usual.length);
	});

	test('takes up topics that were added, gives up those that were taken out, and leaves the others', async () => {
		const { url, republish } = await on.publish(['ORDERS_CANCELLED', 'ORDERS_UPDATED']);
		const idOf = (topic: string) =>
			on.at.shopify.state().subscriptions.find((one) => one.topic === topic)?.id;
		const kept = idOf('ORDERS_CANCELLED');
		await republish({ topics: ['ORDERS_CANCELLED', 'ORDERS_FULFILLED'] });
		expect(on.subscriptions()).toEqual([
			{ topic: 'ORDERS_CANCELLED', uri: url },
			{ topic: 'ORDERS_FULFILLED', uri: url },
		]);
		expect(idOf('ORDERS_CANCELLED')).toBe(kept);
	});

	test('gives up its own subscriptions and no other when it is not published any more', async () => {
		const first = await on.publish(['ORDERS_CANCELLED']);
		const foreign = 'https://example.com/elsewhere';
		const token = on.at.shopify.issuedTokens().at(-1) ?? '';
		await subscribe(on.at.shop.stored.shopifyHubApi.apiUrl ?? '', token, foreign);
		await first.unpublish();
		expect(on.subscriptions()).toEqual([{ topic: 'ORDERS_CANCELLED', uri: foreign }]);
	});

	test.each([
		['no topic', [], /none was picked/],
		['a topic that is none', ['ORDERS_PAINTED'], /"ORDERS_PAINTED" is none/],
	])('is refused with %s', async (_what, topics, message) => {
		await expect(on.publish(topics)).rejects.toThrow(message);
		expect(on.subscriptions()).toEqual([]);
	});

	test('is refused without a client secret: nothing could be checked', async () => {
		on.at.shop.stored.shopifyHubApi.clientSecret = '';
		await expect(on.publish()).rejects.toThrow(/no client secret/);
	});
});

async function subscribe(apiUrl: string, token: string, uri: string) {
	const query = `mutation { webhookSubscriptionCreate(topic: ORDERS_CANCELLED, webhookSubscription: { uri: "${uri}" }) { userErrors { message } } }`;
	const answer = await fetch(`${apiUrl}/admin/api/2026-07/graphql.json`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', 'x-shopify-access-token': token },
		body: JSON.stringify({ query }),
	});
	expect(await answer.json()).toMatchObject({
		data: { webhookSubscriptionCreate: { userErrors: [] } },
	});
}

describe('a notice of Shopify', () => {
	const on = shopifyNotices();
	beforeEach(async () => {
		await on.publish();
		await on.rest();
	});

	test('that is signed is kept, answered, starts the workflow and makes the syncs due', async () => {
		const body = '{"id":450789469,"note":"für Zoë"}';
		expect(await on.post({ body, headers: { 'x-shopify-webhook-id': 'w-1' } })).toBe(200);
		expect(await on.notices()).toEqual([
			{ source: `shopify ${on.at.shop.domain}`, id: 'w-1', topic: 'ORDERS_CANCELLED', body },
		]);
		expect(on.items()).toEqual([
			{
				...{ id: 'w-1', topic: 'ORDERS_CANCELLED', shop: on.at.shop.domain, store: 'shopify' },
				...{ triggeredAt: null, due: ['fulfilments'] },
				body: { id: 450789469, note: 'für Zoë' },
			},
		]);
		expect(await on.due()).toEqual(['fulfilments']);
		expect(on.hooked.faults).toEqual([]);
	});

	test.each([
		['inventory_levels/update', ['stock']],
		['products/update', ['catalog']],
		['fulfillments/update', ['fulfilments']],
		['app/uninstalled', []],
	])('of %s makes these due: %j', async (topic, kinds) => {
		expect(await on.post({ headers: { 'x-shopify-topic': topic } })).toBe(200);
		expect(await on.due()).toEqual(kinds);
	});

	const forged = Buffer.from('0'.repeat(64), 'hex').toString('base64');

	test.each<[string, (body: string, secret: string) => string | undefined]>([
		['no signature', () => undefined],
		['an empty one', () => ''],
		['a forged one', () => forged],
		['one with another secret', (body) => secretSignature(body, 'other')],
		['one of another body', (body, secret) => secretSignature(`${body} `, secret)],
		['half a one', (body, secret) => secretSignature(body, secret).slice(0, 20)],
		['one in hexadecimal', (body, secret) => hex(secretSignature(body, secret))],
	])('with %s is answered 401, and nothing comes of it', async (_what, signed) => {
		const body = '{"id":2}';
		const signature = signed(body, on.at.shopify.credential.clientSecret);
		expect(await on.post({ body, headers: { 'x-shopify-hmac-sha256': signature } })).toBe(401);
		expect([on.items(), await on.notices(), await on.due()]).toEqual([[], [], []]);
	});

	test('is checked over its raw bytes, however they are written', async () => {
		const body = '{ "id" :  1,\n\t"name":"\\u00fc" }\n';
		expect(await on.post({ body })).toBe(200);
		const again = secretSignature(
			JSON.stringify(JSON.parse(body)),
			on.at.shopify.credential.clientSecret,
		);
		expect(await on.post({ body, headers: { 'x-shopify-hmac-sha256': again } })).toBe(401);
	});

	test('is refused where the secret of the credential is empty, also with a signature of nothing', async () => {
		on.at.shop.stored.shopifyHubApi.clientSecret = '';
		const signature = secretSignature('{"id":1}', '');
		expect(await on.post({ headers: { 'x-shopify-hmac-sha256': signature } })).toBe(401);
		expect(on.items()).toEqual([]);
	});

	test('that comes again, also at the same time, is answered 200 and starts nothing', async () => {
		const headers = { 'x-shopify-webhook-id': 'w-7' };
		const statuses = await Promise.all([1, 2, 3, 4].map(() => on.post({ headers })));
		expect(statuses).toEqual([200, 200, 200, 200]);
		expect(on.items()).toHaveLength(1);
		await on.rest();
		expect(await on.post({ headers })).toBe(200);
		expect([on.items().length, await on.due()]).toEqual([1, []]);
	});

	test('that does not say which it is cannot be told from its repetition, and is not taken', async () => {
		expect(await on.post({ headers: { 'x-shopify-webhook-id': undefined } })).toBe(401);
		expect(on.items()).toEqual([]);
	});

	test('of a shop that is no store of the hub is kept, and makes nothing due', async () => {
		const headers = { 'x-shopify-shop-domain': 'another.myshopify.com' };
		expect(await on.post({ headers })).toBe(200);
		expect(on.items()).toMatchObject([{ shop: 'another.myshopify.com', store: null }]);
		expect(await on.due()).toEqual([]);
	});

	test('is answered before the workflow begins, however long that takes', async () => {
		let open = () => {};
		const gate = () => new Promise<void>((resolve) => void (open = resolve));
		await on.publish(undefined, gate);
		await on.rest();
		expect(await on.post()).toBe(200);
		expect(on.hooked.executions).toMatchObject([{ items: [{ topic: 'ORDERS_CANCELLED' }] }]);
		expect(on.hooked.executions[0]?.run).toBeUndefined();
		open();
		await until(() => on.hooked.executions[0]?.run?.status === 'success');
	});

	test('that the ledger cannot keep is answered 503, so that Shopify sends it again', async () => {
		const { orderHubLedgerApi } = on.at.shop.stored;
		const kept = { ...orderHubLedgerApi };
		Object.assign(orderHubLedgerApi, {
			...{ engine: 'postgres', host: '127.0.0.1', port: 1, database: 'hub', user: 'hub' },
			...{ password: 'hub', schema: 'hub', ssl: 'disable' },
		});
		const headers = { 'x-shopify-webhook-id': 'w-9' };
		expect(await on.post({ headers })).toBe(503);
		expect(on.hooked.faults).toEqual([]);
		Object.assign(orderHubLedgerApi, kept);
		expect(await on.post({ headers })).toBe(200);
		expect(on.items()).toHaveLength(1);
	});
});

const hex = (base64: string) => Buffer.from(base64, 'base64').toString('hex');

describe('what Shopify itself sends', () => {
	const on = shopifyNotices();
	beforeEach(async () => {
		await on.publish();
		await on.rest();
	});

	test('arrives once, signed, and has stock read', async () => {
		on.at.shopify.adjustStock([{ sku: 'TEE-M', location: 'Sydney', delta: -1 }]);
		await until(() => on.items().length > 0);
		expect(on.items()).toMatchObject([{ topic: 'INVENTORY_LEVELS_UPDATE', due: ['stock'] }]);
		on.at.shopify.sendAgain();
		await until(() => on.at.shopify.deliveries().every(({ isDelivered }) => isDelivered));
		expect(on.at.shopify.deliveries().length).toBeGreaterThan(1);
		expect(on.items()).toHaveLength(1);
		expect(await on.due()).toEqual(['stock']);
		const begun = await executeNode('n8n-nodes-order-hub.orderHub', on.at.shop.credentials, {
			parameters: {
				...{ resource: 'sync', operation: 'begin', kind: 'stock' },
				store: { __rl: true, mode: 'id', value: 'shopify' },
			},
		});
		expect(begun[0]).toHaveLength(1);
	});
});
