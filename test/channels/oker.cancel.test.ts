import { oker } from '../../channels/oker/connector';
import { closeShops, okerShop } from './okerShop';
import type { OkerShop } from './okerShop';
import { bodies, called, hasCalled, meddling, placed, told, whats } from './okerUpdate';
import { failureOf } from './testShop';

const { send } = oker.updates;

describe('oker, told to cancel', () => {
	let shop: OkerShop;
	beforeEach(async () => {
		shop = await okerShop();
	});
	afterEach(closeShops);

	it('names every open item in full, and why', async () => {
		const id = placed(shop);
		const update = await told(shop, id, 'CANCELLED', { reason: 'out_of_stock' });
		expect((await send(shop.seller, update)).outcome).toBe('sent');
		expect(bodies(shop, 'cancelOrder')).toMatchObject([
			{
				orderId: id,
				cancellationReason: 'Out of stock',
				orderItems: [
					{ orderItemId: `${id}-1`, productId: 'P-TEE', variantId: 'V-TEE', quantity: 2 },
					{ orderItemId: `${id}-2`, quantity: 1 },
				],
			},
		]);
		expect(whats(shop, id)).toEqual(['placed', 'cancelled']);
	});

	it('refuses what is invoiced without asking for it', async () => {
		const id = placed(shop);
		await send(shop.seller, await told(shop, id, 'PACKED'));
		const failure = await failureOf(send(shop.seller, await told(shop, id, 'CANCELLED')));
		expect(failure).toMatchObject({
			kind: 'rejected',
			message: expect.stringContaining('is invoiced on Oker'),
		});
		expect(hasCalled(shop, 'cancelOrder')).toBe(false);
	});

	it('says so where it is invoiced between the look and the call', async () => {
		const id = placed(shop);
		const update = await told(shop, id, 'CANCELLED');
		const deed = () => void shop.sandbox.advance(id, { status: 'DISPATCHED' });
		const failure = await failureOf(send(meddling(shop.seller, '/orders/cancel', deed), update));
		expect(failure.message).toMatch(/shipped order cannot be cancelled/);
		expect(called(shop)).toContain('cancelOrder ALREADY_DISPATCHED');
	});

	it('is sent where the customer cancels at the same time', async () => {
		const id = placed(shop);
		const update = await told(shop, id, 'CANCELLED');
		const deed = () => void shop.sandbox.cancel(id);
		const sent = await send(meddling(shop.seller, '/orders/cancel', deed), update);
		expect(sent.outcome).toBe('sent');
	});

	it('reads the status of an older gateway, which refuses inside of a good answer', async () => {
		const older = await okerShop({ level: 'core', failsWith200: true });
		const id = placed(older);
		const update = await told(older, id, 'CANCELLED');
		const [{ id: item = '' } = {}] = older.sandbox.order(id).items;
		// Invoiced by somebody else: a gateway of Core level shows nothing of it.
		await older.seller({
			method: 'GET',
			path: '/invoiceDetails',
			query: { orderItemIds: `${item},${id}-2` },
		});
		const failure = await failureOf(send(older.seller, update));
		expect(failure).toMatchObject({
			kind: 'rejected',
			message: expect.stringContaining('already invoiced'),
		});
		expect(older.sandbox.order(id).status).toBe('CREATED');
	});
});
