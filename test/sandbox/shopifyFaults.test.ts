import { controlsAt } from '../../demo/shop';
import type { ShopifyCall, ShopifyState } from '../../sandbox/shopify/types';
import { closeStores, codeOf, openStore } from './support/shopifyStore';

const name = '{ shop { name } }';
const places = '{ locations(first: 5) { nodes { name } } }';

describe('faults and controls of the Shopify sandbox', () => {
	afterEach(closeStores);

	it.each([
		['rate429', 429],
		['rate500', 500],
		['html', 200],
	] as const)('plays %s', async (fault, status) => {
		const store = await openStore();
		await store.control('faults', { [fault]: 1, only: 'shop' });
		const answer = await store.ask(name);
		expect([answer.status, answer.body.data]).toEqual([status, undefined]);
		expect(store.sandbox.calls().at(-1)).toMatchObject({ status, fault });
		expect((await store.ask(places)).status).toBe(200);
	});

	it('says how long to wait with a 429', async () => {
		const store = await openStore();
		await store.control('faults', { rate429: 1 });
		expect((await store.ask(name)).headers.get('retry-after')).toBe('1.0');
	});

	it('hangs up before or after the effect', async () => {
		const store = await openStore();
		store.sandbox.seed([{ variants: [{ sku: 'A', stocks: { 'Sydney Warehouse': 1 } }] }]);
		const [level] = store.sandbox.stock();
		const write = async (key: string) =>
			await store.ask(
				'mutation($input: InventorySetQuantitiesInput!, $key: String!) { inventorySetQuantities(input: $input) @idempotent(key: $key) { userErrors { code } } }',
				{
					key,
					input: {
						name: 'available',
						reason: 'correction',
						quantities: [
							{
								inventoryItemId: level?.item,
								locationId: level?.location,
								quantity: 9,
								changeFromQuantity: null,
							},
						],
					},
				},
			);
		for (const [fault, units] of [
			['dropBefore', 1],
			['dropAfter', 9],
		] as const) {
			await store.control('faults', { [fault]: 1 });
			await expect(write(fault)).rejects.toThrow();
			expect(store.sandbox.stock()[0]?.available).toBe(units);
		}
	});

	it('throttles, and breaks after all was done, inside an answer of 200', async () => {
		const store = await openStore();
		await store.control('faults', { throttled: 1, forTheNext: 1 });
		const throttled = await store.ask(name);
		expect([throttled.status, codeOf(throttled)]).toEqual([200, 'THROTTLED']);
		expect(codeOf(await store.ask(name))).toBeUndefined();
		await store.control('faults', { internal: 1, only: ['shop'] });
		const broken = await store.ask(name);
		expect([broken.status, codeOf(broken), broken.body.data]).toEqual([
			200,
			'INTERNAL_SERVER_ERROR',
			undefined,
		]);
		expect(codeOf(await store.ask(places))).toBeUndefined();
	});

	it('shows a row twice, and cuts an answer off', async () => {
		const store = await openStore({ locations: [{ name: 'Only' }] });
		await store.control('faults', { duplicateRows: 1 });
		expect((await store.tell(places)).nodes).toEqual([{ name: 'Only' }, { name: 'Only' }]);
		await store.control('faults', { cutOff: 1 });
		await expect(store.ask(name)).rejects.toThrow(SyntaxError);
	});

	it('ends the tokens of the app', async () => {
		const store = await openStore();
		const token = String((await store.login()).body.access_token);
		await store.control('faults', { expireTokens: 1, forTheNext: 1 });
		expect((await store.ask(name, {}, { token })).status).toBe(401);
	});

	it('answers the control calls of every sandbox', async () => {
		const store = await openStore({ timeScale: 0 });
		const shop = controlsAt<ShopifyCall, ShopifyState>(store.url);
		await store.ask(name);
		expect(await shop.calls()).toMatchObject([{ seq: 1, kind: 'graphql', fields: ['shop'] }]);
		expect(await shop.hasCall(0, ({ fields }) => fields.includes('shop'))).toBe(true);
		const before = await shop.now();
		await shop.letPass(5);
		expect((await shop.now()) - before).toBe(300_000);
		await shop.ask('POST', 'products', { products: [{ variants: [{ sku: 'A' }] }] });
		await shop.ask('POST', 'stock', { counts: [{ sku: 'A', quantity: 4 }] });
		await shop.ask('POST', 'stock/adjust', { deltas: [{ sku: 'A', delta: -1 }] });
		await shop.ask('POST', 'orders', {
			orders: [{ name: 'X', lines: [{ sku: 'A', quantity: 2 }] }],
		});
		expect(await shop.state()).toMatchObject({
			orders: [{ name: 'X', byApi: false }],
			stock: [{ sku: 'A', available: 1, committed: 2 }],
			counts: { orders: 1, products: 1, calls: 1 },
		});
		await shop.ask('POST', 'reset');
		expect(await shop.state()).toMatchObject({ orders: [], stock: [] });
	});

	it('tells no secret in its log', async () => {
		const store = await openStore();
		await store.login();
		await store.ask(name);
		const log = JSON.stringify(store.sandbox.calls());
		expect(log).not.toContain(store.sandbox.credential.clientSecret);
		expect(log).not.toContain('shpat_');
	});
});
