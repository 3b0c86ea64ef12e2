import { oker } from '../../channels/oker/connector';
import { closeShops, okerShop } from './okerShop';
import type { OkerShop } from './okerShop';
import { bodies, called, lastCall, meddling, placed, told, whats, withParcel } from './okerUpdate';
import { failureOf } from './testShop';

const { send } = oker.updates;

describe('oker, told that an order has left', () => {
	let shop: OkerShop;
	beforeEach(async () => {
		shop = await okerShop();
	});
	afterEach(closeShops);

	it('dispatches with the taxes of the invoice and the manifest of the hub', async () => {
		const id = placed(shop);
		const sent = await send(shop.seller, await told(shop, id, 'DISPATCHED', { manifest: 'MF-31' }));
		expect(sent).toMatchObject({ outcome: 'sent', detail: expect.stringContaining('MF-31') });
		const taxes = { taxRate: 12, centralGstPercentage: 6, integratedGstPercentage: 0 };
		expect(bodies(shop, 'dispatchOrders')).toMatchObject([
			{
				orderId: id,
				manifestReference: 'MF-31',
				orderItems: [
					{ orderItemId: `${id}-1`, quantity: 2, ...taxes },
					{ orderItemId: `${id}-2`, quantity: 1, ...taxes },
				],
			},
		]);
		expect(shop.sandbox.order(id)).toMatchObject({ status: 'COMPLETE', manifest: 'MF-31' });
		expect(whats(shop, id)).toEqual(['placed', 'invoiced', 'dispatched']);
	});

	it('asks for no label that the hub has', async () => {
		const id = placed(shop);
		const packed = await send(shop.seller, await told(shop, id, 'PACKED'));
		const [parcel] = packed.parcels ?? [];
		const update = await told(shop, id, 'DISPATCHED', { memo: packed.memo });
		const before = lastCall(shop);
		const tracking = parcel?.tracking ?? null;
		const sent = await send(shop.seller, withParcel(update, { tracking }));
		expect(sent.outcome).toBe('sent');
		expect(sent.parcels).toMatchObject([{ parcel: 7, tracking: null, label: null }]);
		expect(called(shop, before)).toEqual([
			'listOrders',
			'getInvoiceDetails',
			'getCourierDetails',
			'dispatchOrders',
		]);
	});

	describe('of a store that dispatches by manifest', () => {
		it('waits until a manifest with it is closed', async () => {
			const strict = await okerShop({}, { dispatchBy: 'manifest' });
			const id = placed(strict);
			const waiting = await send(strict.seller, await told(strict, id, 'DISPATCHED'));
			expect(waiting).toMatchObject({
				outcome: 'waits',
				waitsFor: 'manifest',
				detail: expect.stringContaining('no closed manifest'),
			});
			expect(strict.sandbox.order(id).invoice).toBeNull();
			const closed = await told(strict, id, 'DISPATCHED', { manifest: 'MF-1' });
			expect((await send(strict.seller, closed)).outcome).toBe('sent');
		});
	});

	it.each([
		['two parcels', 'one box', [2, 2]],
		['a part of it', 'only as a whole', [1]],
	])('refuses %s: neither label nor dispatch is asked for', async (_, words, parcels) => {
		const id = placed(shop);
		await send(shop.seller, await told(shop, id, 'PACKED'));
		const before = lastCall(shop);
		const update = await told(shop, id, 'DISPATCHED', {
			parcels: parcels.map((quantity, at) => ({
				...{ parcel: 7 + at, location: null, tracking: null },
				lines: [
					{ line: `${id}-1`, quantity },
					{ line: `${id}-2`, quantity: 1 },
				],
			})),
		});
		const failure = await failureOf(send(shop.seller, update));
		expect(failure).toMatchObject({ kind: 'rejected', message: expect.stringContaining(words) });
		expect(called(shop, before).filter((call) => call !== 'listOrders')).toEqual([]);
		expect(shop.sandbox.order(id).dispatchedAt).toBeNull();
	});

	it('tells of an item that was cancelled meanwhile, and dispatches nothing', async () => {
		const id = placed(shop);
		const { memo } = await send(shop.seller, await told(shop, id, 'PACKED'));
		const update = await told(shop, id, 'DISPATCHED', { memo });
		const deed = () => void shop.sandbox.cancel(id, { items: [`${id}-1`], by: 'marketplace' });
		const failure = await failureOf(send(meddling(shop.seller, '/orders/dispatch', deed), update));
		expect(failure).toMatchObject({
			kind: 'rejected',
			message: expect.stringMatching(new RegExp(`ORDER_CANCELLED: item ${id}-1`)),
		});
		expect(shop.sandbox.order(id).dispatchedAt).toBeNull();
	});

	it('is no failure where somebody dispatched it meanwhile', async () => {
		const id = placed(shop);
		const update = await told(shop, id, 'DISPATCHED');
		const deed = () => void shop.sandbox.advance(id, { status: 'DELIVERED' });
		const sent = await send(meddling(shop.seller, '/orders/dispatch', deed), update);
		expect(sent.outcome).toBe('sent');
	});

	it('gives the tracking of an order that has left before the hub knew', async () => {
		const id = placed(shop, { status: 'DELIVERED' });
		const sent = await send(shop.seller, await told(shop, id, 'DISPATCHED'));
		expect(sent).toMatchObject({
			outcome: 'already',
			detail: expect.stringContaining('Delivered'),
			parcels: [{ parcel: 7, tracking: { number: shop.sandbox.order(id).awb }, label: null }],
		});
	});

	it.each(['DELIVERED', 'RETURNED'])('says that Oker takes no %s', async (key) => {
		const id = placed(shop);
		const update = await told(shop, id, key);
		const before = lastCall(shop);
		expect(await send(shop.seller, update)).toMatchObject({ outcome: 'untaken' });
		expect(lastCall(shop)).toBe(before);
	});

	it('acknowledges, where the gateway takes it', async () => {
		const id = placed(shop);
		const update = await told(shop, id, 'ACKNOWLEDGED');
		expect((await send(shop.seller, update)).outcome).toBe('sent');
		expect(whats(shop, id)).toEqual(['placed', 'acknowledged']);
		const lean = await okerShop({ capabilities: { acknowledge: false } });
		const other = await told(lean, placed(lean), 'ACKNOWLEDGED');
		expect((await send(lean.seller, other)).outcome).toBe('untaken');
	});
});
