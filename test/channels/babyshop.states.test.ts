import { babyshop } from '../../channels/babyshop/connector';
import { babyshopShop } from './babyshopShop';
import type { BabyshopShop } from './babyshopShop';
import { answering, called, lastCall, meddling, placed, told } from './babyshopUpdate';
import { failureOf } from './testShop';

const { updates } = babyshop;

describe('what babyshop is not told, as the order stands', () => {
	let shop: BabyshopShop;
	beforeEach(async () => {
		shop = await babyshopShop();
	});
	afterEach(() => shop.close());

	it.each([
		['9', 'Replaced (9)'],
		['30', 'Ready for Pickup (30)'],
		['77', 'Unknown (77)'],
	])('makes no shipment in status %s, which it names', async (orderStatus, name) => {
		const id = placed(shop);
		const update = await told(shop, id, '10');
		shop.sandbox.edit(id, { overrides: { orderStatus } });
		const before = lastCall(shop);
		expect(await failureOf(updates.send(shop.seller, update))).toMatchObject({
			kind: 'rejected',
			message: expect.stringContaining(`${id} is ${name} on Babyshop`),
		});
		expect(called(shop, before)).toEqual(['orderFetch']);
	});

	it('finds an order by its other number where it has only that there', async () => {
		const id = placed(shop);
		const update = await told(shop, id, '8');
		const renamed = placed(shop, { number: id.replace('-1', ''), status: '8' });
		expect(renamed).not.toBe(id);
		const http = meddling(shop.seller, 'orderFetch', () => {});
		const lost = { ...update, order: `${id}9` };
		expect((await updates.send(http, lost)).outcome).toBe('already');
		expect((await updates.send(shop.seller, update)).outcome).toBe('sent');
	});

	it('sees a cancel that came while the shipment was made', async () => {
		const id = placed(shop);
		const update = await told(shop, id, '10');
		const cancel = () => void shop.sandbox.cancel(id);
		const http = meddling(shop.seller, 'fetchInvoice', cancel);
		const failure = await failureOf(updates.send(http, update));
		expect(failure.message).toContain('is cancelled on Babyshop');
		expect(called(shop)).not.toContain('fetchDocuments');
	});

	it('looks at the order where its shipment is not to be had', async () => {
		const id = placed(shop);
		await updates.send(shop.seller, await told(shop, id, '10'));
		const update = await told(shop, id, '10');
		const before = lastCall(shop);
		const http = answering(shop.seller, 'fetchInvoice', { responseCode: 0, invoiceItems: null });
		expect(await updates.send(http, update, true)).toMatchObject({ parcels: [{ parcel: 7 }] });
		expect(called(shop, before)).toEqual(['orderFetch', 'fetchDocuments']);
	});

	it('does not cancel an order of which a part is in a shipment', async () => {
		const id = placed(shop);
		const update = await told(shop, id, '8');
		const items = [{ invoiceNo: 'INV1' }];
		shop.sandbox.edit(id, { overrides: { orderItems: items } });
		expect((await failureOf(updates.send(shop.seller, update))).message).toMatch(
			/Confirmed \(5\) on Babyshop with shipment INV1/,
		);
		expect(called(shop)).not.toContain('orderCancellation');
	});

	it('waits no longer than it says where nobody knows what time it is', async () => {
		await shop.close();
		shop = await babyshopShop({ awbMs: 60_000 });
		const update = await told(shop, placed(shop), '10', { now: undefined });
		const timeless = Object.defineProperty(
			async (request: Parameters<typeof shop.seller>[0]) => ({
				...(await shop.seller(request)),
				headers: {},
			}),
			'seller',
			{ get: () => shop.seller.seller },
		);
		expect(await failureOf(updates.send(timeless, update))).toMatchObject({
			kind: 'unavailable',
			retryAfterMs: 120_000,
		});
	});
});
