import { theIconic } from '../../channels/theIconic/connector';
import { iconicShop } from './iconicShop';
import type { IconicShop } from './iconicShop';
import {
	answering,
	bodies,
	changing,
	itemsOf,
	packagesIn,
	parcel,
	placed,
	send,
	statusesIn,
	told,
	tracking,
	writes,
} from './iconicUpdate';
import { failureOf } from './testShop';

const { updates, carriers } = theIconic;
const minuteMs = 60_000;

describe('the carrier of a parcel, theIconic', () => {
	let shop: IconicShop;
	beforeEach(async () => {
		shop = await iconicShop();
	});
	afterEach(() => shop.close());

	const by = (id: string, carrier: string | null, number = 'TR-7-777') => ({
		parcels: [parcel(7, itemsOf(shop, id), tracking(number, carrier))],
	});

	it('lists those that are switched on, by the names that are told', async () => {
		expect(await carriers.list(shop.seller)).toEqual([
			'Australia Post',
			'StarTrack',
			'Toll Priority',
			'Iconic Express',
			'Bluebird Parcels',
		]);
	});

	it.each([
		['startrack', 'StarTrack'],
		['  TOLL   priority ', 'Toll Priority'],
		[null, 'Australia Post'],
		['', 'Australia Post'],
	])('takes %j for %s', async (carrier, provider) => {
		const id = placed(shop);
		await send(shop, id, 'ready_to_ship', by(id, carrier));
		expect(packagesIn(shop, id)).toMatchObject([{ provider }]);
	});

	it('refuses a carrier that the channel does not know, and names those that it does', async () => {
		const id = placed(shop);
		const failure = await failureOf(send(shop, id, 'shipped', by(id, 'Pigeon Post')));
		expect(failure).toMatchObject({
			kind: 'rejected',
			message: expect.stringMatching(/"Pigeon Post".*"Australia Post".*Carrier Mapping\.$/),
		});
		expect(writes(shop)).toEqual([]);
	});

	it('takes the only one where there is no usual one, and refuses where there are several', async () => {
		shop.sandbox.setProviders([{ name: 'A' }, { name: 'B' }]);
		const id = placed(shop);
		const failure = await failureOf(send(shop, id, 'shipped', by(id, null)));
		expect(failure.message).toMatch(/no usual one. It has "A", "B"\. Complete Carrier Mapping\.$/);
		shop.sandbox.setProviders([{ name: 'A' }]);
		expect((await send(shop, id, 'shipped', by(id, null))).outcome).toBe('sent');
	});

	it('leaves the carrier that the marketplace has fixed', async () => {
		const id = placed(shop, { provider: 'Toll Priority' });
		await send(shop, id, 'ready_to_ship', by(id, 'StarTrack'));
		expect(packagesIn(shop, id)).toMatchObject([{ provider: 'Toll Priority' }]);
	});

	it('lets a carrier with an API make the number, and tells it', async () => {
		const id = placed(shop);
		const parcels = [parcel(7, itemsOf(shop, id), null)];
		shop.sandbox.setProviders([{ name: 'Iconic Express', apiIntegrationAvailable: true }]);
		const sent = await send(shop, id, 'shipped', { parcels });
		const [number] = packagesIn(shop, id).map((one) => one.tracking);
		expect(number).toMatch(/^API/);
		expect(sent).toMatchObject({
			outcome: 'sent',
			parcels: [
				{ parcel: 7, label: null, tracking: { number, carrier: 'Iconic Express', url: null } },
			],
		});
		expect(writes(shop)).toEqual(['setToPacked', 'setToReadyToShip', 'setToShipped']);
		expect(bodies(shop, 'setToReadyToShip')).toMatchObject([{ trackingNumber: number }]);
	});

	it('tells the number again as long as the hub lacks it, and no longer', async () => {
		const id = placed(shop);
		const iconic = { name: 'Iconic Express', apiIntegrationAvailable: true };
		shop.sandbox.setProviders([iconic]);
		const parcels = [parcel(7, itemsOf(shop, id), null)];
		const first = await send(shop, id, 'packed', { parcels });
		const number = first.parcels?.[0]?.tracking?.number ?? '';
		const again = await send(shop, id, 'packed', { parcels });
		expect(again).toMatchObject({ outcome: 'already', parcels: first.parcels });
		const known = [parcel(7, itemsOf(shop, id), tracking(number, iconic.name))];
		expect(await send(shop, id, 'packed', { parcels: known })).toEqual({
			outcome: 'already',
			detail: expect.any(String),
		});
	});

	it('keeps a number that the carrier made instead of the one of the hub', async () => {
		const id = placed(shop);
		const [first = ''] = itemsOf(shop, id);
		shop.sandbox.setProviders([{ name: 'Iconic Express', apiIntegrationAvailable: true }]);
		await send(shop, id, 'packed', { parcels: [parcel(7, itemsOf(shop, id), null)] });
		const sent = await send(shop, id, 'ready_to_ship', by(id, null));
		const [number] = packagesIn(shop, id).map((one) => one.tracking);
		expect(number).toMatch(/^API/);
		expect(sent.parcels).toMatchObject([{ parcel: 7, tracking: { number } }]);
		expect(first).not.toBe('');
		expect(writes(shop)).toEqual(['setToPacked', 'setToReadyToShip']);
	});

	it('waits for a number that the carrier makes late, having told all that it can', async () => {
		await shop.close();
		shop = await iconicShop({ trackingMs: 10 * minuteMs });
		shop.sandbox.setProviders([{ name: 'Iconic Express', apiIntegrationAvailable: true }]);
		const id = placed(shop);
		const parcels = [parcel(7, itemsOf(shop, id), null)];
		const first = await send(shop, id, 'shipped', { parcels });
		expect(first).toMatchObject({
			outcome: 'waits',
			detail: expect.stringContaining('Iconic Express has not given its tracking number yet'),
		});
		expect(statusesIn(shop, id)).toEqual(['shipped', 'shipped', 'shipped']);
		shop.wait(11 * minuteMs);
		const second = await send(shop, id, 'shipped', { parcels });
		expect(second).toMatchObject({ outcome: 'already', parcels: [{ parcel: 7 }] });
		expect(writes(shop)).toEqual(['setToPacked', 'setToReadyToShip', 'setToShipped']);
	});

	it('waits no longer than an hour', async () => {
		await shop.close();
		shop = await iconicShop({ trackingMs: 999 * minuteMs });
		shop.sandbox.setProviders([{ name: 'Iconic Express', apiIntegrationAvailable: true }]);
		const id = placed(shop);
		const parcels = [parcel(7, itemsOf(shop, id), null)];
		expect((await send(shop, id, 'shipped', { parcels })).outcome).toBe('waits');
		shop.wait(61 * minuteMs);
		expect(await send(shop, id, 'shipped', { parcels })).toEqual({
			outcome: 'already',
			detail: expect.any(String),
		});
	});

	it('waits where the channel wants a number that the carrier has still to make', async () => {
		shop.sandbox.setProviders([{ name: 'Iconic Express', apiIntegrationAvailable: true }]);
		const id = placed(shop);
		const parcels = [parcel(7, itemsOf(shop, id), null)];
		const body = { status: 422, detail: 'E026: The tracking number is missing' };
		const bare = changing(shop.seller, `/v2/orders/${id}`, withoutTracking);
		const http = answering(bare, 'set-to-ready-to-ship', { status: 422, body });
		const sent = await updates.send(http, told(shop, id, 'shipped', { parcels }));
		expect(sent.outcome).toBe('waits');
	});
});

/** As it is before the carrier has answered. */
function withoutTracking(body: unknown): unknown {
	return JSON.parse(JSON.stringify(body).replace(/"trackingCode":"[^"]*",?/g, ''));
}
