import { amazonSellerFlex } from '../../channels/amazonSellerFlex/connector';
import { amazonShop } from './amazonShop';
import type { AmazonShop } from './amazonShop';
import { called, lastCall, meddling, placed, told } from './amazonUpdate';
import { failureOf } from './testShop';

const { updates } = amazonSellerFlex;

describe('told of a cancel, amazonSellerFlex', () => {
	let shop: AmazonShop;
	beforeEach(async () => {
		shop = await amazonShop();
	});
	afterEach(() => shop.close());

	it.each([
		['out_of_stock', 'OUT_OF_STOCK'],
		[undefined, 'OUT_OF_STOCK'],
		['customer_requested', 'CUSTOMER_REQUESTED'],
	] as const)('gives Amazon for the reason %p the reason %s', async (reason, said) => {
		const id = placed(shop, { lines: [...[1, 2].map((n) => ({ sku: `S-${n}`, quantity: 1 }))] });
		const update = await told(shop, id, 'CANCELLED', { reason });
		const before = lastCall(shop);
		expect((await updates.send(shop.seller, update)).outcome).toBe('sent');
		expect(called(shop, before)).toEqual(['getShipment', 'processShipment']);
		expect(shop.sandbox.shipment(id).cancellation).toMatchObject({
			type: 'SELLER_REJECTED',
			reason: said,
			referenceId: `hub-${id}`,
		});
	});

	it('refuses where Amazon lets nobody cancel any more, and says what to do', async () => {
		const id = placed(shop);
		const update = await told(shop, id, 'CANCELLED');
		shop.sandbox.advance(id, { status: 'SHIPLABEL_GENERATED' });
		const before = lastCall(shop);
		expect(await failureOf(updates.send(shop.seller, update))).toMatchObject({
			kind: 'rejected',
			message: expect.stringMatching(/SHIPLABEL_GENERATED.*only in ACCEPTED, .*Seller Support/),
		});
		expect(called(shop, before)).toEqual(['getShipment']);
	});

	it.each([
		['shipped', 'SHIPPED', 'Handle it as a return'],
		['labelled', 'SHIPLABEL_GENERATED', 'Seller Support'],
	] as const)('sees where the order was %s just before', async (_what, status, advice) => {
		const id = placed(shop);
		const update = await told(shop, id, 'CANCELLED');
		const isWrite = (_path: string, method: string) => method === 'POST';
		const http = meddling(shop.seller, isWrite, () => void shop.sandbox.advance(id, { status }));
		expect((await failureOf(updates.send(http, update))).message).toContain(advice);
	});

	it('has nothing to cancel where Amazon did it just before', async () => {
		const id = placed(shop);
		const update = await told(shop, id, 'CANCELLED');
		const isWrite = (_path: string, method: string) => method === 'POST';
		const http = meddling(shop.seller, isWrite, () => void shop.sandbox.cancel(id));
		expect((await updates.send(http, update)).outcome).toBe('already');
		expect(shop.effects(id)).toBe(0);
	});
});
