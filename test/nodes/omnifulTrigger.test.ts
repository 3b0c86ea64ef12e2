import { createHash } from 'node:crypto';
import type { IWorkflowBase } from 'n8n-workflow';
import { hook, type Hooked } from '../support/hooked';
import { omnifulShops } from '../support/omnifulNodes';
import { until } from '../support/published';
import { templateOf } from '../support/templates';

/** The template with these topics. */
const listening = (topics?: readonly string[]): IWorkflowBase => {
	const file = templateOf('omniful/receive-notices');
	return {
		...file,
		nodes: file.nodes.map((node) =>
			topics && node.type.endsWith('Trigger')
				? { ...node, parameters: { topics: [...topics] } }
				: node,
		),
	};
};

const onTrigger = () => {
	const at = omnifulShops();
	let hooked: Hooked | null = null;
	afterEach(async () => {
		await hooked?.close();
		hooked = null;
	});
	const published = () => {
		if (hooked === null) throw new Error('the trigger is not published');
		return hooked;
	};
	return {
		at,
		async publish(topics?: readonly string[]) {
			hooked = await hook(listening(topics), at.shop.credentials);
			return hooked;
		},
		items: () => published().executions.flatMap(({ items }) => items),
		/** Posts to the trigger as Omniful does; the status that it answers. */
		async post(body = '{"event_name":"order.update.event","data":{}}', secret?: string | null) {
			const said = secret === undefined ? at.omniful.webhookSecret : secret;
			const headers = {
				'content-type': 'application/json',
				'webhook-event': 'order.update.event',
				...(said !== null && { 'webhook-secret-key': said }),
			};
			const answer = await fetch(published().url, { method: 'POST', headers, body });
			await answer.text();
			return answer.status;
		},
		notices: () => at.shop.sql('SELECT source, id, topic, body FROM notices ORDER BY at, id'),
		async due() {
			const found = await at.shop.sql(
				"SELECT kind FROM syncs WHERE store = 'omniful' AND due_at <= {now} ORDER BY kind",
			);
			return found.map(({ kind }) => kind);
		},
		rest: () => at.shop.sql('UPDATE syncs SET due_at = {now} + 600000'),
		on: () =>
			at.omniful
				.state()
				.webhooks.filter(({ isEnabled }) => isEnabled)
				.map(({ topic, url }) => ({ topic, url })),
	};
};

describe('Omniful Hub Trigger, as it is published', () => {
	const on = onTrigger();

	test('sets its address for its topics, and switches them off again', async () => {
		const { url, republish, unpublish } = await on.publish();
		expect(on.on()).toEqual(
			['inventory_webhook', 'order_webhook'].map((topic) => ({ topic, url })),
		);
		await republish({ topics: ['order_webhook', 'product_webhook'] });
		expect(on.on()).toEqual(['order_webhook', 'product_webhook'].map((topic) => ({ topic, url })));
		await unpublish();
		expect(on.on()).toEqual([]);
	});

	test('takes no topic away from somebody else, and leaves the others alone', async () => {
		const token = on.at.omniful.issuedTokens()[0] ?? '';
		const foreign = 'https://example.com/elsewhere';
		const set = async (topic: string) =>
			await fetch(
				`${String(on.at.shop.stored.omnifulHubApi.apiUrl)}/sales-channel/public/v1/webhooks`,
				{
					method: 'PUT',
					headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
					body: JSON.stringify([{ topic, webhook_url: foreign, is_enable: true }]),
				},
			);
		expect((await set('order_webhook')).status).toBe(200);
		await expect(on.publish()).rejects.toThrow(/order_webhook to example\.com already/);
		const { unpublish } = await on.publish(['inventory_webhook']);
		await unpublish();
		expect(on.on()).toEqual([{ topic: 'order_webhook', url: foreign }]);
	});

	test.each([
		['no topic', [], /none was picked/],
		['a topic that is none', ['paint_webhook'], /"paint_webhook" is none/],
	])('is refused with %s', async (_what, topics, message) => {
		await expect(on.publish(topics)).rejects.toThrow(message);
		expect(on.on()).toEqual([]);
	});

	test('is refused without a webhook secret: nothing could be checked', async () => {
		on.at.shop.stored.omnifulHubApi.webhookSecret = '';
		await expect(on.publish()).rejects.toThrow(/no webhook secret/);
	});
});

describe('a notice of Omniful', () => {
	const on = onTrigger();
	beforeEach(async () => {
		await on.publish();
		await on.rest();
	});

	test('with the secret is kept, answered with 200, starts the workflow and makes the syncs due', async () => {
		const body = '{"event_name":"order.update.event","data":{"order_id":"A","name":"Zoë"}}';
		expect(await on.post(body)).toBe(200);
		const id = createHash('sha256').update(body).digest('hex');
		expect(await on.notices()).toEqual([
			{ source: 'omniful seller-client', id, topic: 'order.update.event', body },
		]);
		expect(on.items()).toEqual([
			{
				...{ id, topic: 'order.update.event', store: 'omniful', due: ['fulfilments'] },
				body: JSON.parse(body),
			},
		]);
		expect(await on.due()).toEqual(['fulfilments']);
	});

	test.each([
		['inventory.update.event', ['stock']],
		['sku.update.event', ['catalog']],
		['paint.dried.event', []],
	])('of %s makes these due: %j', async (event, kinds) => {
		expect(await on.post(JSON.stringify({ event_name: event, data: {} }))).toBe(200);
		expect(await on.due()).toEqual(kinds);
	});

	test.each<[string, string | null]>([
		['no secret', null],
		['an empty one', ''],
		['another one', 'other'],
		['half of it', 'whsec-omniful'],
		['it and more', 'whsec-omniful-sandbox-and-more'],
	])('with %s is answered 401, and nothing comes of it', async (_what, secret) => {
		expect(await on.post(undefined, secret)).toBe(401);
		expect([on.items(), await on.notices(), await on.due()]).toEqual([[], [], []]);
	});

	test('is refused where the secret of the credential is empty', async () => {
		on.at.shop.stored.omnifulHubApi.webhookSecret = '';
		expect(await on.post(undefined, '')).toBe(401);
	});

	test('that comes again, also at the same time, is answered 200 and starts nothing', async () => {
		const statuses = await Promise.all([1, 2, 3, 4].map(() => on.post()));
		expect(statuses).toEqual([200, 200, 200, 200]);
		expect(on.items()).toHaveLength(1);
		await on.rest();
		expect(await on.post()).toBe(200);
		expect([on.items().length, await on.due()]).toEqual([1, []]);
	});

	test('that the ledger cannot keep is answered 503, so that Omniful sends it again', async () => {
		const { orderHubLedgerApi } = on.at.shop.stored;
		const kept = { ...orderHubLedgerApi };
		Object.assign(orderHubLedgerApi, {
			...{ engine: 'postgres', host: '127.0.0.1', port: 1, database: 'hub', user: 'hub' },
			...{ password: 'hub', schema: 'hub', ssl: 'disable' },
		});
		expect(await on.post()).toBe(503);
		Object.assign(orderHubLedgerApi, kept);
		expect(await on.post()).toBe(200);
		expect(on.items()).toHaveLength(1);
	});

	test('arrives when Omniful itself sends it, and once when it sends it again', async () => {
		on.at.omniful.setStock([{ sku: 'TEE-M', quantity: 3 }]);
		await until(() => on.items().length > 0);
		expect(on.items()).toMatchObject([{ topic: 'inventory.update.event', due: ['stock'] }]);
		on.at.omniful.sendAgain();
		await until(() => on.at.omniful.deliveries().every(({ isDelivered }) => isDelivered));
		expect(on.at.omniful.deliveries()).toHaveLength(2);
		expect(on.items()).toHaveLength(1);
	});
});
