import { theIconic } from '../../channels/theIconic/connector';
import { iconicShop } from './iconicShop';
import type { IconicShop } from './iconicShop';
import {
	answering,
	changing,
	itemsOf,
	lastCall,
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

const { updates } = theIconic;

describe('another tracking number, theIconic', () => {
	let shop: IconicShop;
	let id: string;
	beforeEach(async () => {
		shop = await iconicShop();
		id = placed(shop);
	});
	afterEach(() => shop.close());

	const correction = (number: string, carrier: string | null = null) => ({
		effect: 'tracking' as const,
		parcels: [parcel(7, itemsOf(shop, id), tracking(number, carrier))],
	});

	it('is told while the parcel is ready to ship, once for its package', async () => {
		await send(shop, id, 'ready_to_ship');
		const before = lastCall(shop);
		const sent = await send(shop, id, 'ready_to_ship', correction('TR-8'));
		expect(sent).toMatchObject({ outcome: 'sent', detail: expect.stringMatching(/TR-8.*TR-7/) });
		expect(packagesIn(shop, id)).toMatchObject([{ tracking: 'TR-8' }]);
		expect((await send(shop, id, 'ready_to_ship', correction('TR-8'))).outcome).toBe('already');
		expect(writes(shop, before)).toEqual(['setTrackingCode']);
	});

	it('is told with another carrier in one call', async () => {
		await send(shop, id, 'ready_to_ship');
		const before = lastCall(shop);
		await send(shop, id, 'ready_to_ship', correction('TR-800-0', 'startrack'));
		expect(writes(shop, before)).toEqual(['setShippingProvider']);
		expect(packagesIn(shop, id)).toMatchObject([{ tracking: 'TR-800-0', provider: 'StarTrack' }]);
	});

	it('tells another carrier of the same number', async () => {
		await send(shop, id, 'ready_to_ship');
		const sent = await send(shop, id, 'ready_to_ship', correction('TR-7', 'Toll Priority'));
		expect(sent.outcome).toBe('sent');
		expect(packagesIn(shop, id)).toMatchObject([{ tracking: 'TR-7', provider: 'Toll Priority' }]);
	});

	it('goes before the dispatch, where it changed in between', async () => {
		await send(shop, id, 'ready_to_ship');
		await send(shop, id, 'shipped', { parcels: correction('TR-8').parcels });
		expect(packagesIn(shop, id)).toMatchObject([{ tracking: 'TR-8' }]);
		expect(statusesIn(shop, id)).toEqual(['shipped', 'shipped', 'shipped']);
	});

	it.each(['dropAfter', 'cutOff', 'dropBefore'] as const)(
		'is changed once where its answer comes to %s',
		async (fault) => {
			await send(shop, id, 'ready_to_ship');
			shop.sandbox.setFaults({ [fault]: 1, only: 'setTrackingCode', forTheNext: 1 });
			await Promise.allSettled([send(shop, id, 'ready_to_ship', correction('TR-8'))]);
			await send(shop, id, 'ready_to_ship', correction('TR-8'));
			const { history } = shop.sandbox.order(id);
			expect(history.filter(({ what }) => what === 'tracking_changed')).toHaveLength(1);
		},
	);

	it('is refused once the parcel is shipped, in words', async () => {
		await send(shop, id, 'shipped');
		const failure = await failureOf(send(shop, id, 'shipped', correction('TR-8')));
		expect(failure).toMatchObject({
			kind: 'rejected',
			message: expect.stringMatching(/is Shipped on The Iconic.*TR-8 was not told\./),
		});
		expect(packagesIn(shop, id)).toMatchObject([{ tracking: 'TR-7' }]);
	});

	it('does not stop what is told of a shipped parcel', async () => {
		await send(shop, id, 'shipped');
		const sent = await send(shop, id, 'delivered', { parcels: correction('TR-8').parcels });
		expect(sent.outcome).toBe('sent');
		expect(sent.parcels).toBeUndefined();
	});

	it('is refused where another parcel of the hub is in the same package', async () => {
		await send(shop, id, 'ready_to_ship');
		const [first = '', second = ''] = itemsOf(shop, id);
		const parcels = [parcel(7, [first], tracking('TR-8'))];
		const change = { effect: 'tracking' as const, parcels };
		const failure = await failureOf(send(shop, id, 'ready_to_ship', change));
		expect(failure.message).toMatch(new RegExp(`in one package with ${second}`));
		expect(packagesIn(shop, id)).toMatchObject([{ tracking: 'TR-7' }]);
	});

	it('is refused where the channel does not offer it', async () => {
		await send(shop, id, 'ready_to_ship');
		const closed = (body: unknown): unknown =>
			JSON.parse(JSON.stringify(body).replaceAll('"set_tracking_code",', ''));
		const http = changing(shop.seller, `/v2/orders/${id}`, closed);
		const update = told(shop, id, 'ready_to_ship', correction('TR-8'));
		const failure = await failureOf(updates.send(http, update));
		expect(failure.message).toMatch(/does not offer to change the tracking number/);
	});

	it('says so where it was taken and does not show', async () => {
		await send(shop, id, 'ready_to_ship');
		const http = answering(shop.seller, 'tracking-code', { body: '' });
		const update = told(shop, id, 'ready_to_ship', correction('TR-8'));
		expect(await failureOf(updates.send(http, update))).toMatchObject({
			kind: 'unavailable',
			message: expect.stringMatching(/took tracking number TR-8.*does not show it yet/),
		});
	});
});
