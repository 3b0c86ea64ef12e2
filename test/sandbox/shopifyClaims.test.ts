import { claiming, codesIn, create, orderInput, plain, stocked } from './support/shopifyOrders';
import { closeStores, openStore } from './support/shopifyStore';

describe('the stock that orders of the Shopify sandbox claim', () => {
	afterEach(closeStores);

	it('leave the stock alone unless told', async () => {
		const store = await openStore();
		await create(store, orderInput(stocked(store)), {});
		expect(store.sandbox.stock().map(({ available }) => available)).toEqual([5, 0, 3]);
	});

	it.each([
		['enough', [3, 0, 2], [2, 0, 1]],
		['first', [3, -1, 3], [2, 1, 0]],
	] as const)('claim where there is %s', async (claimsAt, available, committed) => {
		const store = await openStore({ claimsAt });
		await create(store, orderInput(stocked(store)));
		const stock = store.sandbox.stock();
		expect(stock.map((level) => level.available)).toEqual(available);
		expect(stock.map((level) => level.committed)).toEqual(committed);
		const places = plain(store.sandbox.state().orders[0]?.lines.map(({ claimedAt }) => claimedAt));
		expect(Object.values(places)).toHaveLength(2);
	});

	it('obey the policy where told, all or nothing', async () => {
		const store = await openStore();
		const [shirt = '', scarf = ''] = stocked(store);
		const options = { inventoryBehaviour: 'DECREMENT_OBEYING_POLICY' };
		const lineItems = [
			{ variantId: shirt, quantity: 1 },
			{ variantId: scarf, quantity: 4 },
		];
		const refused = await create(store, orderInput([], { lineItems }), options);
		expect([refused.order, codesIn(refused)]).toEqual([null, ['INVENTORY_CLAIM_FAILED']]);
		expect(store.sandbox.stock().map(({ available }) => available)).toEqual([5, 0, 3]);
		expect(codesIn(await create(store, orderInput([], { lineItems }), claiming))).toEqual([]);
	});

	it('need no fulfilment where the line does not say that it is shipped', async () => {
		const store = await openStore();
		const [variantId] = stocked(store);
		const { order } = await create(
			store,
			orderInput([], { lineItems: [{ variantId, quantity: 1 }] }),
		);
		expect(order).toMatchObject({
			lineItems: { nodes: [{ requiresShipping: false }] },
			fulfillmentOrders: { nodes: [] },
		});
		const other = await openStore({ variantDecidesShipping: true });
		const lineItems = [{ variantId: stocked(other)[0], quantity: 1 }];
		const shipped = await create(other, orderInput([], { lineItems }));
		expect(shipped.order).toMatchObject({ lineItems: { nodes: [{ requiresShipping: true }] } });
	});

	it('have one fulfilment order for each location', async () => {
		const store = await openStore();
		const { order } = await create(store, orderInput(stocked(store)));
		expect(order).toMatchObject({
			fulfillmentOrders: {
				nodes: [
					{
						assignedLocation: { name: 'Sydney Warehouse' },
						lineItems: { nodes: [{ remainingQuantity: 2 }] },
					},
					{
						assignedLocation: { name: 'Melbourne Store' },
						lineItems: { nodes: [{ remainingQuantity: 1 }] },
					},
				],
			},
		});
	});
});
