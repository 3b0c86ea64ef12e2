import { setTimeout as sleep } from 'node:timers/promises';
import { shopify } from '../../channels/shopify/connector';
import { subscribe, subscriptions, unsubscribe } from '../../channels/shopify/subscriptions';
import type { Http, HttpResponse } from '../../channels/connector';
import { told } from './shopifyHandOver';
import { omsShop } from './shopifyOms';
import type { OmsShop } from './shopifyOms';
import { failureOf } from './testShop';

const answering =
	(answer: Partial<HttpResponse>): Http =>
	async () => ({ status: 200, headers: {}, body: {}, ...answer });

const fault = (code: string, extensions: object = {}, data: unknown = undefined) =>
	answering({
		body: { data, errors: [{ message: 'told so', extensions: { code, ...extensions } }] },
	});

describe("Shopify's refusals", () => {
	it.each([
		[402, 'rejected', /frozen/],
		[404, 'rejected', /no such store/],
		[423, 'rejected', /locked/],
		[430, 'rejected', /suspicious/],
		[401, 'unauthorised', /credential/],
		[403, 'unauthorised', /credential/],
		[500, 'unavailable', /500/],
		[429, 'rateLimited', /too many/],
	])('with status %d are %s', async (status, kind, message) => {
		const failure = await failureOf(shopify.account(answering({ status, body: { errors: 'no' } })));
		expect(failure).toMatchObject({ kind, message: expect.stringMatching(message) });
	});

	it('wait as long as the header says', async () => {
		const http = answering({ status: 429, headers: { 'retry-after': '2.0' } });
		expect((await failureOf(shopify.account(http))).retryAfterMs).toBe(2_000);
	});

	it.each([
		['ACCESS_DENIED', 'unauthorised', /told so/],
		['INTERNAL_SERVER_ERROR', 'unavailable', /broke down/],
		['SHOP_INACTIVE', 'rejected', /not active/],
		['MAX_COST_EXCEEDED', 'rejected', /more was asked for/],
		['undefinedField', 'rejected', /undefinedField: told so/],
	])('by the code %s are %s, also beside data', async (code, kind, message) => {
		for (const data of [undefined, null, { shop: null }]) {
			const failure = await failureOf(shopify.account(fault(code, {}, data)));
			expect(failure).toMatchObject({ kind, message: expect.stringMatching(message) });
		}
	});

	it('name the scope that is missing', async () => {
		const http = fault('ACCESS_DENIED', { requiredAccess: '`read_orders` access scope.' });
		expect((await failureOf(shopify.account(http))).message).toContain('read_orders');
	});

	it.each([
		['nothing', { body: {} }, /without data/],
		['data that is none', { body: { data: [] } }, /without data/],
		['a part of JSON', { body: '{"data": {"sho' }, /cut off/],
		['a web page', { body: '<html>' }, /web page/],
		['data without the fields', { body: { data: { shop: {} } } }, /myshopifyDomain is missing/],
	])('are malformed where Shopify answers %s', async (_, answer, message) => {
		const failure = await failureOf(shopify.account(answering(answer)));
		expect(failure).toMatchObject({ kind: 'malformed', message: expect.stringMatching(message) });
	});
});

describe("Shopify's bucket, over the wire", () => {
	let shop: OmsShop;
	afterEach(() => shop.close());

	it('is waited for by what the answer says of it', async () => {
		shop = await omsShop({ bucket: { maximumAvailable: 600, restoreRate: 50 } });
		const read = async () => await shopify.listings.page(shop.seller, null);
		shop.goods(250);
		await read();
		const { requestedCost } = shop.sandbox.calls().at(-1) ?? {};
		const failure = await failureOf(read());
		expect(failure.kind).toBe('rateLimited');
		expect(failure.retryAfterMs).toBeGreaterThanOrEqual(1_000);
		expect(failure.retryAfterMs).toBeLessThanOrEqual(((requestedCost ?? 0) / 50) * 1_000);
	});

	it('slows calls down before it is empty', async () => {
		shop = await omsShop({ bucket: { maximumAvailable: 1_000, restoreRate: 50 } });
		shop.goods(250);
		const paces: (number | null)[] = [];
		const http: Http = async (request) => {
			const answer = await shop.seller(request);
			paces.push(shopify.paceOf(answer));
			return answer;
		};
		await shopify.account(http);
		await shopify.listings.page(http, null);
		expect(paces[0]).toBeNull();
		expect(paces[1]).toBeGreaterThan(0);
	});

	it('is never empty for who keeps to the pace, on the smallest plan', async () => {
		const timeScale = 10;
		const bucket = { maximumAvailable: 2_000, restoreRate: 100 };
		shop = await omsShop({ timeScale, bucket });
		const paced: Http = async (request) => {
			const answer = await shop.seller(request);
			const pace = shopify.paceOf(answer);
			if (pace !== null) await sleep(1_000 / pace / timeScale + 2);
			return answer;
		};
		const rows = shop.goods(1_000).map((place, at) => ({ ...place, quantity: at }));
		for (let start = 0; start < rows.length; start += 250) {
			await shopify.stock.push(paced, rows.slice(start, start + 250));
		}
		for (let id = 900; id < 930; id++) {
			await shopify.updates.send(paced, told('create', shop.handOver(String(id))));
		}
		const window = { connectedAt: new Date(0).toISOString(), watermark: null, overlapMinutes: 0 };
		await shopify.oms.changes(paced, { ...window, position: null });
		const [location] = await shopify.locations.list(paced);
		await shopify.oms.stock(paced, [location?.id ?? ''], null);
		expect(shop.sandbox.state().counts.throttled).toBe(0);
	});

	it('lets no query of ours through that costs more than is allowed', async () => {
		shop = await omsShop({ maxCost: 10 });
		const failure = await failureOf(shopify.listings.page(shop.seller, null));
		expect(failure).toMatchObject({
			kind: 'rejected',
			message: expect.stringMatching(/more was asked for at once/),
		});
	});
});

describe('subscriptions to notices of Shopify', () => {
	let shop: OmsShop;
	beforeEach(async () => {
		shop = await omsShop();
	});
	afterEach(() => shop.close());

	const uri = 'https://hub.example/webhook/1';

	it('are made, found by their address and ended', async () => {
		const id = await subscribe(shop.seller, { topic: 'ORDERS_FULFILLED', uri });
		await subscribe(shop.seller, { topic: 'ORDERS_CANCELLED', uri: 'https://other.example' });
		expect(await subscriptions(shop.seller, uri)).toEqual([{ id, topic: 'ORDERS_FULFILLED', uri }]);
		await unsubscribe(shop.seller, id);
		await unsubscribe(shop.seller, id);
		expect(await subscriptions(shop.seller, uri)).toEqual([]);
	});

	it('are refused with the words of Shopify', async () => {
		const made = subscribe(shop.seller, { topic: 'ORDERS_FULFILLED', uri: 'http://hub.example' });
		expect(await failureOf(made)).toMatchObject({
			kind: 'rejected',
			message: expect.stringMatching(/^shopify: refused to tell of ORDERS_FULFILLED: /),
		});
	});
});
