import { codesIn, created, plain } from './support/shopifyOrders';
import { type Store, closeStores, openStore } from './support/shopifyStore';

const cancelDocument = `mutation($id: ID!, $restock: Boolean!) {
  orderCancel(orderId: $id, reason: CUSTOMER, restock: $restock, refundMethod: {originalPaymentMethodsRefund: false}) {
    job { id done } orderCancelUserErrors { code field message }
  }
}`;

describe('cancellations of the Shopify sandbox', () => {
	afterEach(closeStores);

	const job = async (store: Store, id: unknown) =>
		await store.tell('query($id: ID!) { job(id: $id) { id done } }', { id });

	it('are done by a job, when it has been asked for often enough', async () => {
		const store = await openStore({ cancelMs: 60_000, cancelPolls: 1 });
		const id = await created(store);
		const { job: begun } = await store.tell(cancelDocument, { id, restock: true });
		expect(begun).toMatchObject({ done: false });
		expect(store.sandbox.order(id).cancelledAt).toBeNull();
		expect(await job(store, plain(begun).id)).toMatchObject({ done: false });
		expect(await job(store, plain(begun).id)).toMatchObject({ done: true });
		expect(store.sandbox.order(id)).toMatchObject({
			cancelReason: 'CUSTOMER',
			isCancelledByApi: true,
			financialStatus: 'PAID',
			lines: [{ currentQuantity: 0 }, { currentQuantity: 0 }],
		});
		expect(store.sandbox.stock()[0]).toMatchObject({ available: 5, committed: 0 });
		expect(
			codesIn(await store.tell(cancelDocument, { id, restock: true }), 'orderCancelUserErrors'),
		).toEqual(['INVALID']);
	});

	it('are done by a job, when its time has come', async () => {
		const store = await openStore({ cancelMs: 60_000, cancelPolls: 99 });
		const id = await created(store);
		await store.tell(cancelDocument, { id, restock: false });
		store.sandbox.clock.advance(60_000);
		expect(store.sandbox.order(id).cancelledAt).not.toBeNull();
		expect(store.sandbox.stock()[0]).toMatchObject({ available: 3, committed: 0, onHand: 3 });
	});

	it('come to nothing when the order is shipped meanwhile, and are refused afterwards', async () => {
		const store = await openStore({ cancelMs: 60_000 });
		const id = await created(store);
		await store.tell(cancelDocument, { id, restock: true });
		store.sandbox.fulfil(id);
		store.sandbox.clock.advance(60_000);
		expect(store.sandbox.order(id).cancelledAt).toBeNull();
		const refused = await store.tell(cancelDocument, { id, restock: true });
		expect([refused.job, codesIn(refused, 'orderCancelUserErrors')]).toEqual([null, ['INVALID']]);
	});

	it('are refused for an order that is not there', async () => {
		const store = await openStore();
		const id = 'gid://shopify/Order/1';
		const refused = await store.tell(cancelDocument, { id, restock: true });
		expect(codesIn(refused, 'orderCancelUserErrors')).toEqual(['NOT_FOUND']);
	});

	it('are made in the admin', async () => {
		const store = await openStore();
		const id = await created(store);
		await store.control('orders/cancel', { id, reason: 'INVENTORY' });
		expect(store.sandbox.order(id)).toMatchObject({
			cancelReason: 'INVENTORY',
			isCancelledByApi: false,
			financialStatus: 'REFUNDED',
		});
		expect(store.sandbox.stock()[0]).toMatchObject({ available: 5 });
	});
});
