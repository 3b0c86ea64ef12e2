import type { IDataObject } from 'n8n-workflow';
import { pickFrom } from '../support/engine';
import { picked } from '../support/shop';
import { fieldsOf, shopifyShops, writingIn } from '../support/shopifyNodes';

const node = 'n8n-nodes-order-hub.shopifyHub';

describe('Shopify Hub, by hand', () => {
	const at = shopifyShops();

	const act = async (operation: string, parameters: IDataObject = {}) =>
		await at.shop.items('shopifyHub', operation, { parameters });
	const on = (id: string, more: IDataObject = {}) => ({ orderId: picked(id), ...more });
	/** An order of Shopify's own shop. */
	const placed = (quantity = 2) => {
		at.shopify.clock.advance(1_000);
		const [order] = at.shopify.place([
			{
				name: '#1001',
				lines: [
					{ sku: 'TEE-M', quantity },
					{ sku: 'TEE-L', quantity: 1 },
				],
			},
		]);
		if (order === undefined) throw new Error('nothing was placed');
		return order;
	};

	test('lists the locations, and the variants with their SKUs', async () => {
		expect(await act('location:getMany')).toEqual(
			['Melbourne', 'Perth', 'Sydney'].map((name) => ({ id: expect.any(String), name })),
		);
		expect(await act('listing:getMany', { returnAll: true })).toMatchObject([
			{ id: expect.stringMatching(/^gid:.*ProductVariant/), sku: 'TEE-M' },
			{ sku: 'TEE-L' },
		]);
	});

	test('gets one order by its ID, and those that changed after a date', async () => {
		const { id } = placed();
		expect(await act('order:get', on(id))).toMatchObject([{ id, number: '#1001', units: 3 }]);
		await expect(act('order:get', on('gid://shopify/Order/1'))).rejects.toThrow(
			/no order with the ID/,
		);
		const changedAfter = new Date(at.shopify.clock.now() - 500).toISOString();
		expect(await act('order:getMany', { returnAll: true })).toMatchObject([{ id }]);
		expect(
			await act('order:getMany', { returnAll: true, filters: { changedAfter } }),
		).toMatchObject([{ id }]);
	});

	test('cancels any order, gives its units back, and refuses nothing where that is done already', async () => {
		const { id } = placed();
		expect(at.availableOf('TEE-M')).toBe(8);
		expect(await act('order:cancel', on(id))).toMatchObject([{ id, outcome: 'sent' }]);
		expect(at.shopify.order(id)).toMatchObject({ isCancelledByApi: true });
		expect(at.availableOf('TEE-M')).toBe(10);
		expect(await act('order:cancel', on(id))).toMatchObject([{ outcome: 'already' }]);
	});

	test('says why where it is too late for a cancel', async () => {
		const { id } = placed();
		at.shopify.fulfil(id);
		await expect(act('order:cancel', on(id))).rejects.toMatchObject({
			message: expect.stringMatching(/shipped/),
			failure: { cause: 'configuration-invalid' },
		});
	});

	test('creates a fulfilment of all that is left, once, with its tracking number', async () => {
		const { id } = placed();
		const parcel = on(id, {
			trackingNumber: 'AP-1',
			options: { carrier: 'Australia Post', trackingUrl: 'https://track.example/AP-1' },
		});
		expect(await act('fulfilment:create', parcel)).toMatchObject([
			{ order: id, outcome: 'sent', fulfilments: [{ id: expect.any(String) }] },
		]);
		expect(await act('fulfilment:create', parcel)).toMatchObject([{ outcome: 'already' }]);
		const { fulfilments } = at.shopify.order(id);
		expect(fulfilments).toMatchObject([
			{ byApi: true, tracking: [{ company: 'Australia Post', number: 'AP-1' }] },
		]);
		expect(await act('fulfilment:getMany', on(id))).toMatchObject([
			{
				...{ order: id, orderNumber: '#1001', status: 'SUCCESS' },
				tracking: [{ number: 'AP-1', carrier: 'Australia Post' }],
			},
		]);
	});

	test('creates one of the lines that were named, and refuses more than is left', async () => {
		const { id, lines } = placed();
		const some = (quantity: number) =>
			on(id, { options: { lines: { rows: [{ line: lines[0]?.id ?? '', quantity }] } } });
		expect(await act('fulfilment:create', some(1))).toMatchObject([{ outcome: 'sent' }]);
		expect(at.shopify.order(id).fulfilments).toMatchObject([{ lines: [{ quantity: 1 }] }]);
		await expect(act('fulfilment:create', some(2))).rejects.toThrow(/less is left/);
		expect(at.shopify.order(id).fulfilments).toHaveLength(1);
	});

	test.each(['order:cancel', 'fulfilment:create'])(
		'a dry run of %s shows the request, and sends nothing',
		async (operation) => {
			const { id } = placed();
			const calls = await at.shop.callsOf(async () => {
				const [shown] = await act(operation, on(id, { dryRun: true }));
				expect(shown).toMatchObject({ dryRun: true, request: { method: 'POST' } });
				const { url, headers, body } = shown?.request as IDataObject;
				expect(url).toMatch(/\/admin\/api\/2026-07\/graphql\.json$/);
				expect(Object.keys(headers as object).sort()).toEqual(['Accept', 'Content-Type']);
				expect(JSON.stringify(body)).toContain('mutation');
			});
			expect(writingIn(calls)).toEqual([]);
			expect(fieldsOf(calls)).not.toEqual([]);
			expect(at.shopify.order(id)).toMatchObject({ cancelledAt: null, fulfilments: [] });
		},
	);

	test('refuses a carrier without a number', async () => {
		const { id } = placed();
		await expect(
			act('fulfilment:create', on(id, { options: { carrier: 'Sendle' } })),
		).rejects.toThrow(/without a tracking number/);
	});

	test('lets people pick locations, orders and variants', async () => {
		const { id } = placed();
		const pick = (method: string, filter?: string) =>
			pickFrom(node, at.shop.credentials, method, filter);
		expect(await pick('searchLocations', 'syd')).toEqual([
			{ name: 'Sydney', value: at.shop.locations[0] },
		]);
		expect(await pick('searchOrders')).toEqual([
			{ name: expect.stringContaining('#1001'), value: id },
		]);
		expect(await pick('searchListings', 'tee-l')).toMatchObject([
			{ name: expect.stringContaining('TEE-L') },
		]);
	});

	test('works with an existing token as well', async () => {
		Object.assign(at.shop.stored.shopifyHubApi, {
			...{ signInWith: 'adminToken', adminToken: at.shopify.credential.accessToken },
			...{ accessToken: '', clientId: '' },
		});
		at.shopify.expireTokens();
		expect(await act('location:getMany')).toHaveLength(3);
	});

	test.each([
		['an answer of status 500', { rate500: 1 }],
		['a lost connection', { dropBefore: 1 }],
		['HTML instead of JSON', { html: 1 }],
		['half an answer', { cutOff: 1 }],
		['an expired token', { expireTokens: 1 }],
		['throttling', { throttled: 1 }],
	])('survives %s', async (_what, fault) => {
		at.shopify.setFaults({ ...fault, forTheNext: 1 });
		expect(await act('location:getMany')).toHaveLength(3);
	});
});
