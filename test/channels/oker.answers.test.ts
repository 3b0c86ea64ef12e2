import { oker } from '../../channels/oker/connector';
import { closeShops, okerShop } from './okerShop';
import type { OkerShop } from './okerShop';
import { answering, called, placed, told } from './okerUpdate';
import { failureOf } from './testShop';

const info = { contractVersion: '1.0.0', capabilities: {} };

describe('answers of a gateway of Oker', () => {
	let shop: OkerShop;
	beforeEach(async () => {
		shop = await okerShop();
	});
	afterEach(closeShops);

	it('are asked again with a fresh token, once', async () => {
		const { id } = await oker.account(shop.seller);
		shop.sandbox.expireTokens();
		expect((await oker.account(shop.seller)).id).toBe(id);
		expect(called(shop)).toEqual([
			'getConnectorInfo',
			'getConnectorInfo TOKEN_EXPIRED',
			'getConnectorInfo',
		]);
	});

	it('tell what the gateway can do once for each piece of work', async () => {
		await oker.orders.get(shop.seller, ['a']);
		await oker.orders.get(shop.seller, ['b']);
		expect(called(shop)).toEqual(['getConnectorInfo', 'listOrders', 'listOrders']);
	});

	it.each([
		['of another version', { ...info, contractVersion: '2.0.0' }, 'rejected'],
		['without a version', { capabilities: {} }, 'malformed'],
		['without capabilities', { contractVersion: '1.0.0' }, 'malformed'],
	])('are not used where the gateway is %s', async (_, body, kind) => {
		const http = answering(shop.seller, '/connectorInfo', body);
		expect((await failureOf(oker.account(http))).kind).toBe(kind);
	});

	it('say what the seller may not', async () => {
		shop.sandbox.forbid(['listOrders']);
		const failure = await failureOf(oker.orders.get(shop.seller, ['a']));
		expect(failure).toMatchObject({
			kind: 'unauthorised',
			message: expect.stringContaining('orders by their IDs (status 403)'),
		});
	});

	it('say how long the gateway is down', async () => {
		await oker.account(shop.seller);
		shop.sandbox.setFaults({ down503: 1 });
		const failure = await failureOf(oker.account(shop.seller));
		expect([failure.kind, failure.retryAfterMs]).toEqual(['unavailable', 2_000]);
	});

	it('are not asked for again where the gateway says that it makes no sense', async () => {
		const body = { message: 'Corrupt', code: 'INTERNAL_ERROR', retryable: false };
		const http = answering(shop.seller, '/orders', body, 500);
		const failure = await failureOf(oker.orders.get(http, ['a']));
		expect(failure).toMatchObject({
			kind: 'rejected',
			message: expect.stringContaining('Corrupt'),
		});
	});

	it('hold no secret in a message', async () => {
		const secret = 'a'.repeat(40);
		const body = { message: `password=hunter2 apiKey: ${secret} ${secret}` };
		const http = answering(shop.seller, '/orders', body, 422);
		const { message } = await failureOf(oker.orders.get(http, ['a']));
		expect(message).not.toMatch(/hunter2|aaaa/);
	});

	it('that are neither a label nor a reason are said to be so', async () => {
		const id = placed(shop);
		const update = await told(shop, id, 'PACKED');
		const text = Buffer.from('"no base64"').toString('base64');
		const http = answering(shop.seller, '/orders/labels', text);
		const failure = await failureOf(oker.updates.send(http, update));
		expect(failure).toMatchObject({
			kind: 'malformed',
			message: expect.stringContaining('neither a PDF nor a reason'),
		});
	});

	it.each([
		['callsPerMinute', { callsPerMinute: '0' }],
		['statusDays', { statusDays: 'many' }],
		['dispatchBy', { dispatchBy: 'mood' }],
	])('are not asked for where the credential has no usable %s', async (_, seller) => {
		const wrong = await okerShop({}, seller);
		expect((await failureOf(oker.account(wrong.seller))).kind).toBe('rejected');
		expect(wrong.calls()).toBe(0);
	});
});
