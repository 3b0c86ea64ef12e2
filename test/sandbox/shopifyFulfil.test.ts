import { created, plain } from './support/shopifyOrders';
import { type Store, closeStores, openStore } from './support/shopifyStore';

const orderDocument = `query($id: ID!) { order(id: $id) {
  displayFulfillmentStatus cancelledAt
  fulfillments(first: 5) {
    id status displayStatus deliveredAt trackingInfo(first: 2) { company number url } location { name }
    fulfillmentLineItems(first: 5) { nodes { quantity lineItem { sku customAttributes { value } } } }
  }
  fulfillmentOrders(first: 5) { nodes { id status supportedActions { action } lineItems(first: 5) { nodes { id remainingQuantity } } } }
} }`;

const shipDocument = `mutation($fulfillment: FulfillmentInput!) {
  fulfillmentCreate(fulfillment: $fulfillment) { fulfillment { id status } userErrors { field message } }
}`;

const trackDocument = `mutation($id: ID!, $tracking: FulfillmentTrackingInput!) {
  fulfillmentTrackingInfoUpdate(fulfillmentId: $id, trackingInfoInput: $tracking, notifyCustomer: false) {
    fulfillment { trackingInfo(first: 3) { company number } } userErrors { message }
  }
}`;

const seen = async (store: Store, id: string) => plain(await store.tell(orderDocument, { id }));

const rows = (value: unknown) => [value ?? []].flat().map(plain);

/** The fulfilment orders, as the API tells. */
const toShip = async (store: Store, id: string) => {
	const order = await seen(store, id);
	return rows(plain(order.fulfillmentOrders).nodes).map((one) => ({
		id: String(one.id),
		lines: rows(plain(one.lineItems).nodes).map((line) => ({
			id: String(line.id),
			left: line.remainingQuantity,
		})),
	}));
};

describe('fulfilments of the Shopify sandbox', () => {
	afterEach(closeStores);

	it('are made in the admin, in part and in full, with tracking or without', async () => {
		const store = await openStore();
		const id = await created(store);
		store.sandbox.fulfil(id, { lines: [{ sku: 'A', quantity: 1 }] });
		expect(await seen(store, id)).toMatchObject({
			displayFulfillmentStatus: 'PARTIALLY_FULFILLED',
			fulfillments: [
				{
					status: 'SUCCESS',
					trackingInfo: [],
					location: { name: 'Sydney Warehouse' },
					fulfillmentLineItems: {
						nodes: [
							{ quantity: 1, lineItem: { sku: 'A', customAttributes: [{ value: 'item-0' }] } },
						],
					},
				},
			],
		});
		const tracking = { company: 'Australia Post', number: '33AP' };
		await store.control('orders/fulfil', { id, tracking });
		const after = await seen(store, id);
		expect(after).toMatchObject({ displayFulfillmentStatus: 'FULFILLED' });
		expect(rows(after.fulfillments)).toHaveLength(3);
		expect(
			store.sandbox.order(id).fulfilments.map(({ tracking: [first] }) => first?.number),
		).toEqual([undefined, '33AP', '33AP']);
		const refused = await store.control('orders/fulfil', { id });
		expect(refused.status).toBe(400);
	});

	it('get their tracking later, and say how far they are', async () => {
		const store = await openStore();
		const id = await created(store);
		store.sandbox.fulfil(id);
		const before = store.sandbox.order(id).updatedAt;
		await store.control('orders/track', { id, tracking: { company: 'Sendle', number: 'S-1' } });
		await store.control('orders/progress', { id, displayStatus: 'DELIVERED' });
		const order = store.sandbox.order(id);
		expect(order.fulfilments.at(-1)).toMatchObject({
			displayStatus: 'DELIVERED',
			tracking: [{ company: 'Sendle', number: 'S-1', url: null }],
		});
		expect(order.updatedAt).toBeGreaterThan(before);
		expect(order.history.map(({ what }) => what)).toEqual([
			'placed',
			'fulfilled',
			'fulfilled',
			'tracking_changed',
			'progressed',
		]);
	});

	it('take what is committed out of stock', async () => {
		const store = await openStore();
		const id = await created(store);
		store.sandbox.fulfil(id);
		expect(store.sandbox.stock()[0]).toMatchObject({ available: 3, committed: 0, onHand: 3 });
		store.sandbox.unfulfil(id);
		store.sandbox.unfulfil(id, store.sandbox.order(id).fulfilments[0]?.id);
		expect(store.sandbox.stock()[0]).toMatchObject({ available: 3, committed: 2, onHand: 5 });
		expect(await seen(store, id)).toMatchObject({
			displayFulfillmentStatus: 'UNFULFILLED',
			fulfillments: [{ status: 'CANCELLED' }, { status: 'CANCELLED' }],
		});
		store.sandbox.fulfil(id);
		expect(store.sandbox.order(id).fulfillmentStatus).toBe('FULFILLED');
	});

	it('are made by the API, no more than is left', async () => {
		const store = await openStore();
		const id = await created(store);
		const [sydney] = await toShip(store, id);
		const ship = async (quantity: number, trackingInfo: object = {}) => {
			const fulfillmentOrderLineItems = [{ id: sydney?.lines[0]?.id, quantity }];
			const part = { fulfillmentOrderId: sydney?.id, fulfillmentOrderLineItems };
			const fulfillment = { lineItemsByFulfillmentOrder: [part], trackingInfo };
			return await store.tell(shipDocument, { fulfillment });
		};
		expect((await ship(3)).fulfillment).toBeNull();
		expect((await ship(1, { number: 'T-1', numbers: ['T-1'] })).fulfillment).toBeNull();
		expect((await ship(1, { company: 'Toll IPEC', numbers: ['T-1', 'T-2'] })).userErrors).toEqual(
			[],
		);
		expect((await toShip(store, id))[0]?.lines[0]?.left).toBe(1);
		expect((await ship(1)).userErrors).toEqual([]);
		expect((await ship(1)).fulfillment).toBeNull();
		expect(store.sandbox.order(id).fulfilments).toMatchObject([
			{ byApi: true, tracking: [{ number: 'T-1' }, { number: 'T-2' }] },
			{ byApi: true, tracking: [] },
		]);
	});

	it('ship from one location at a time', async () => {
		const store = await openStore();
		const both = await toShip(store, await created(store));
		const parts = both.map(({ id }) => ({ fulfillmentOrderId: id }));
		const apart = { lineItemsByFulfillmentOrder: parts };
		expect((await store.tell(shipDocument, { fulfillment: apart })).fulfillment).toBeNull();
		const one = { lineItemsByFulfillmentOrder: parts.slice(1) };
		expect((await store.tell(shipDocument, { fulfillment: one })).userErrors).toEqual([]);
	});

	it('take a new tracking number, and can be cancelled', async () => {
		const store = await openStore();
		const id = await created(store);
		store.sandbox.fulfil(id, { location: 'Sydney Warehouse' });
		const [made] = store.sandbox.order(id).fulfilments;
		const tracking = { company: 'Aramex Australia', number: 'AR-1' };
		expect(await store.tell(trackDocument, { id: made?.id, tracking })).toMatchObject({
			fulfillment: { trackingInfo: [tracking] },
			userErrors: [],
		});
		await store.tell(
			'mutation($id: ID!) { fulfillmentCancel(id: $id) { fulfillment { status } userErrors { message } } }',
			{ id: made?.id },
		);
		expect((await toShip(store, id)).map(({ lines }) => lines[0]?.left)).toEqual([0, 2, 1]);
	});
});
