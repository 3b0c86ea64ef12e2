import { shopify } from '../../channels/shopify/connector';
import { told } from './shopifyHandOver';
import { omsShop } from './shopifyOms';
import type { OmsShop } from './shopifyOms';
import { writesOf } from './shopifyShop';
import { failureOf, faultOf } from './testShop';
import type { Mishap } from './testShop';

const { send } = shopify.updates;

describe('a cancel of what Shopify was to ship', () => {
	let shop: OmsShop;
	beforeEach(async () => {
		shop = await omsShop();
	});
	afterEach(() => shop.close());

	const cancel = (change: Parameters<typeof told>[2] = {}) =>
		told('cancel', shop.handOver(), change);

	it('waits until Shopify has done it, and gives the units back to stock and no money back', async () => {
		const id = await shop.handedOver();
		expect(shop.available('A')).toBe(3);
		const sent = await send(shop.seller, cancel({ reason: 'out_of_stock' }));
		expect(sent).toEqual({
			outcome: 'sent',
			detail: expect.stringContaining('21900'),
			omsOrder: { id, number: '21900' },
		});
		expect(shop.sandbox.order(id)).toMatchObject({
			isCancelledByApi: true,
			cancelReason: 'INVENTORY',
			financialStatus: 'PAID',
		});
		expect(shop.available('A')).toBe(5);
	});

	it.each([
		['customer_requested', 'CUSTOMER'],
		[undefined, 'OTHER'],
	] as const)('has a reason in the words of Shopify: %s is %s', async (reason, word) => {
		const id = await shop.handedOver();
		await send(shop.seller, cancel({ reason }));
		expect(shop.sandbox.order(id).cancelReason).toBe(word);
	});

	it('goes by the id where Shopify has confirmed the order', async () => {
		const id = await shop.handedOver();
		const handOver = { ...shop.handOver(), key: 'another', id };
		expect((await send(shop.seller, told('cancel', handOver))).outcome).toBe('sent');
	});

	it('changes nothing once more', async () => {
		await shop.handedOver();
		await send(shop.seller, cancel());
		const since = shop.sandbox.calls().at(-1)?.seq;
		expect((await send(shop.seller, cancel())).outcome).toBe('already');
		expect(writesOf(shop, since)).toEqual([]);
	});

	it('has nothing to do where Shopify does not have the order, or knows no mark at all', async () => {
		expect(await send(shop.seller, cancel())).toMatchObject({ outcome: 'already' });
		await shop.handedOver('901');
		const sent = await send(shop.seller, cancel());
		expect(sent).toEqual({ outcome: 'already', detail: expect.stringMatching(/not in Shopify/) });
	});

	it('leaves an order alone that was shipped, and says so', async () => {
		const id = await shop.handedOver();
		shop.sandbox.fulfil(id, { lines: [{ sku: 'A', quantity: 1 }] });
		const failure = await failureOf(send(shop.seller, cancel()));
		expect(failure).toMatchObject({
			kind: 'rejected',
			message: expect.stringMatching(/21900 was shipped.*return\.$/),
		});
		expect(shop.sandbox.order(id).cancelledAt).toBeNull();
		expect(writesOf(shop)).not.toContain('orderCancel');
	});

	it('is possible again when the fulfilment was taken back', async () => {
		const id = await shop.handedOver();
		shop.sandbox.fulfil(id);
		shop.sandbox.unfulfil(id);
		expect((await send(shop.seller, cancel())).outcome).toBe('sent');
	});

	it('is looked at again later where Shopify takes its time', async () => {
		await shop.close();
		shop = await omsShop({ cancelMs: 30_000, cancelPolls: 1_000 });
		const id = await shop.handedOver();
		const now = shop.now();
		const sent = await send(shop.seller, cancel({ now }));
		expect(sent).toEqual({
			outcome: 'waits',
			detail: expect.stringContaining('21900'),
			until: new Date(Date.parse(now) + 60_000).toISOString(),
		});
		shop.wait(60_000);
		expect((await send(shop.seller, cancel())).outcome).toBe('already');
		expect(shop.sandbox.order(id).isCancelledByApi).toBe(true);
	});

	it('is not said to have happened where the order was shipped meanwhile', async () => {
		await shop.close();
		shop = await omsShop({ cancelPolls: 3, cancelMs: 600_000 });
		const id = await shop.handedOver();
		const racing: typeof shop.seller = async (request) => {
			const isPoll = JSON.stringify(request.body).includes('query Job');
			if (isPoll && shop.sandbox.order(id).fulfilments.length === 0) shop.sandbox.fulfil(id);
			return await shop.seller(request);
		};
		expect((await failureOf(send(racing, cancel()))).kind).toBe('unavailable');
		expect((await failureOf(send(shop.seller, cancel()))).kind).toBe('rejected');
	});

	it('names what Shopify refuses', async () => {
		const id = await shop.handedOver();
		const racing: typeof shop.seller = async (request) => {
			if (!JSON.stringify(request.body).includes('orderCancel(')) return await shop.seller(request);
			const orderCancelUserErrors = [
				{ code: 'INVALID', field: ['orderId'], message: 'Order has active returns' },
			];
			const body = { data: { orderCancel: { job: null, orderCancelUserErrors } } };
			return { status: 200, headers: {}, body };
		};
		expect(await failureOf(send(racing, cancel()))).toMatchObject({
			kind: 'rejected',
			message: expect.stringMatching(/cancel of order 21900: .*active returns \(INVALID\)/),
		});
		expect(shop.sandbox.order(id).cancelledAt).toBeNull();
	});

	it.each<Mishap>(['hangsUp', 'hangsUpAfter', 'cutOff', 'down', 'tooMany'])(
		'happens once when it comes to %s',
		async (mishap) => {
			const id = await shop.handedOver();
			shop.sandbox.setFaults({ [faultOf[mishap]]: 1, only: 'orderCancel', forTheNext: 1 });
			await failureOf(send(shop.seller, cancel()));
			shop.wait(2_000);
			await send(shop.seller, cancel());
			const { history, isCancelledByApi } = shop.sandbox.order(id);
			expect(isCancelledByApi).toBe(true);
			expect(history.filter(({ what }) => what === 'cancelled')).toHaveLength(1);
		},
	);
});
