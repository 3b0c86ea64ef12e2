import { theIconic } from '../../channels/theIconic/connector';
import { iconicShop } from './iconicShop';
import { answering, packagesIn, placed, send, statusesIn, told, writes } from './iconicUpdate';
import { failureOf } from './testShop';

const { updates } = theIconic;

describe('what the account of theIconic allows', () => {
	it('stays ready to ship where the channel does not offer more, and says so', async () => {
		const shop = await iconicShop({ offersShipped: false });
		const id = placed(shop);
		const sent = await send(shop, id, 'shipped');
		expect(sent.outcome).toBe('sent');
		expect(sent.detail).toMatch(/stays ready to ship: The Iconic does not offer/);
		expect((await send(shop, id, 'shipped')).outcome).toBe('already');
		expect((await send(shop, id, 'delivered')).outcome).toBe('untaken');
		expect(writes(shop)).toEqual(['setToReadyToShip']);
		await shop.close();
	});

	it('stays ready to ship where the carrier is blocked only when asked', async () => {
		const shop = await iconicShop();
		const id = placed(shop);
		const body = { status: 422, detail: 'E028: The status is not available' };
		const http = answering(shop.seller, 'set-to-shipped', { status: 422, body });
		const sent = await updates.send(http, told(shop, id, 'shipped'));
		expect(sent).toMatchObject({ outcome: 'sent', detail: expect.stringMatching(/E028/) });
		expect(statusesIn(shop, id)).toEqual(['ready_to_ship', 'ready_to_ship', 'ready_to_ship']);
		await shop.close();
	});

	it('leaves it ready to ship where the credential says so', async () => {
		const shop = await iconicShop({}, { afterReadyToShip: 'leave' });
		const id = placed(shop);
		expect((await send(shop, id, 'shipped')).detail).toMatch(/the credential says to leave it/);
		expect(writes(shop)).toEqual(['setToReadyToShip']);
		await shop.close();
	});

	it.each([
		['send_to_warehouse', 'automatic', 'send_to_warehouse'],
		['pickup', 'automatic', 'pickup'],
		['send_to_warehouse', 'pickup', 'pickup'],
	] as const)('goes through the warehouse by %s where the credential says %s', async (...args) => {
		const [crossdocking, deliveryType, told] = args;
		const shop = await iconicShop({}, { deliveryType });
		const lines = [{ sku: 'IC-3', shipmentType: 'crossdocking' as const }];
		const id = placed(shop, { lines, crossdocking });
		const sent = await send(shop, id, 'shipped');
		expect(sent.detail).toMatch(/stays ready to ship/);
		expect(packagesIn(shop, id)).toMatchObject([{ deliveryType: told, tracking: 'TR-7' }]);
		await shop.close();
	});

	it('refuses a credential that says what nobody knows', async () => {
		const shop = await iconicShop({}, { deliveryType: 'by balloon' });
		const failure = await failureOf(send(shop, placed(shop), 'shipped'));
		expect(failure).toMatchObject({
			kind: 'rejected',
			message: expect.stringMatching(/delivery type/),
		});
		await shop.close();
	});
});
