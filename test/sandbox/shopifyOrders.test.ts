import { codesIn, create, defined, idField, orderInput, stocked } from './support/shopifyOrders';
import { closeStores, codeOf, openStore } from './support/shopifyStore';

const byCustomId = (value: string) =>
	`{ orderByIdentifier(identifier: {customId: {namespace: "order_hub", key: "order", value: "${value}"}}) { id name } }`;

describe('orders of the Shopify sandbox', () => {
	afterEach(closeStores);

	it('come into being as they are given', async () => {
		const store = await openStore();
		await defined(store);
		const input = orderInput(stocked(store), {
			metafields: idField('theIconic au 100'),
			customAttributes: [{ key: 'channel', value: 'The Iconic' }],
			shippingLines: [
				{ title: 'Express', priceSet: { shopMoney: { amount: '0', currencyCode: 'AUD' } } },
			],
		});
		const { order, userErrors } = await create(store, input);
		expect(userErrors).toEqual([]);
		expect(order).toMatchObject({
			name: 'TI-100',
			note: 'The Iconic',
			tags: ['The Iconic'],
			sourceIdentifier: '900100',
			processedAt: '2026-11-02T09:30:00Z',
			displayFinancialStatus: 'PAID',
			displayFulfillmentStatus: 'UNFULFILLED',
			billingAddress: { company: 'The Iconic' },
			shippingAddress: { city: 'Perth', countryCodeV2: 'AU' },
			totalPriceSet: { shopMoney: { amount: '150.0', currencyCode: 'AUD' } },
			totalTaxSet: { shopMoney: { amount: '13.64' } },
			customAttributes: [{ key: 'channel', value: 'The Iconic' }],
			metafield: { type: 'id', value: 'theIconic au 100' },
			shippingLines: { nodes: [{ title: 'Express' }] },
			transactions: [{ kind: 'SALE', gateway: 'The Iconic' }],
			lineItems: {
				nodes: [
					{ sku: 'A', quantity: 2, customAttributes: [{ key: 'order_hub', value: 'item-0' }] },
					{ sku: 'B', quantity: 1, taxLines: [{ rate: 0.1 }] },
				],
			},
		});
		expect(store.sandbox.state().orders).toMatchObject([
			{ name: 'TI-100', byApi: true, total: 150, metafields: idField('theIconic au 100') },
		]);
	});

	it('are found by their own id at once, by search later', async () => {
		const store = await openStore({ searchLagMs: 3000 });
		await defined(store);
		await create(store, orderInput(stocked(store), { metafields: idField('X') }));
		expect((await store.ask(byCustomId('X'))).body.data?.orderByIdentifier).toMatchObject({
			name: 'TI-100',
		});
		expect((await store.ask(byCustomId('Y'))).body.data).toEqual({ orderByIdentifier: null });
	});

	it('cannot be looked up where nobody has defined the id', async () => {
		const store = await openStore();
		expect(codeOf(await store.ask(byCustomId('X')))).toBe('NOT_FOUND');
		const input = orderInput(stocked(store), { metafields: idField('X') });
		expect(codesIn(await create(store, input))).toEqual(['INVALID']);
		expect(await defined(store)).toMatchObject({ userErrors: [] });
		expect(codesIn(await defined(store))).toEqual(['TAKEN']);
	});

	it('are refused when their own id is taken, but not when their name is', async () => {
		const store = await openStore();
		await defined(store);
		const input = orderInput(stocked(store), { metafields: idField('X') });
		await create(store, input);
		const again = await create(store, input);
		expect([again.order, codesIn(again)]).toEqual([null, ['INVALID']]);
		expect(codesIn(await create(store, { ...input, metafields: [] }))).toEqual([]);
		expect(store.sandbox.state().orders.map(({ name }) => name)).toEqual(['TI-100', 'TI-100']);
	});

	it('may come into being without an id that is taken', async () => {
		const store = await openStore({ takenId: 'createWithout' });
		await defined(store);
		const input = orderInput(stocked(store), { metafields: idField('X') });
		await create(store, input);
		expect(codesIn(await create(store, input))).toEqual([]);
		expect(store.sandbox.state().orders.map(({ metafields }) => metafields.length)).toEqual([1, 0]);
	});
});
