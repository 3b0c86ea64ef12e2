import { theIconic } from '../../channels/theIconic/connector';
import { iconicShop } from './iconicShop';
import type { IconicShop } from './iconicShop';
import {
	answering,
	bodies,
	called,
	itemsOf,
	lastCall,
	meddling,
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
const minuteMs = 60_000;

describe('told of a parcel, theIconic', () => {
	let shop: IconicShop;
	beforeEach(async () => {
		shop = await iconicShop();
	});
	afterEach(() => shop.close());

	it('goes the whole way in two calls, each with all items of the parcel', async () => {
		const id = placed(shop);
		const before = lastCall(shop);
		const sent = await send(shop, id, 'shipped');
		expect(writes(shop, before)).toEqual(['setToReadyToShip', 'setToShipped']);
		expect(sent).toEqual({
			outcome: 'sent',
			detail: expect.stringMatching(/ready to ship by Australia Post with TR-7.*shipped/),
		});
		const items = itemsOf(shop, id);
		expect(packagesIn(shop, id)).toEqual([
			{ items, provider: 'Australia Post', tracking: 'TR-7', deliveryType: 'dropship' },
		]);
		expect(bodies(shop, 'setToReadyToShip')).toEqual([
			{
				orderItems: items.map((item) => ({ id: Number(item) })),
				deliveryType: 'dropship',
				shippingProvider: 'Australia Post',
				trackingNumber: 'TR-7',
			},
		]);
		expect(statusesIn(shop, id)).toEqual(['shipped', 'shipped', 'shipped']);
	});

	it('ships a part with only its items, and the rest under a number of its own', async () => {
		const id = placed(shop);
		const [first = '', second = '', third = ''] = itemsOf(shop, id);
		await send(shop, id, 'shipped', { parcels: [parcel(1, [first, third])] });
		expect(statusesIn(shop, id)).toEqual(['shipped', 'pending', 'shipped']);
		await send(shop, id, 'shipped', { parcels: [parcel(2, [second])] });
		expect(statusesIn(shop, id)).toEqual(['shipped', 'shipped', 'shipped']);
		expect(packagesIn(shop, id)).toMatchObject([
			{ items: [first, third], tracking: 'TR-1' },
			{ items: [second], tracking: 'TR-2' },
		]);
	});

	it('makes a package of each parcel of one update', async () => {
		const id = placed(shop);
		const [first = '', ...others] = itemsOf(shop, id);
		await send(shop, id, 'shipped', { parcels: [parcel(1, [first]), parcel(2, others)] });
		expect(packagesIn(shop, id)).toMatchObject([
			{ items: [first], tracking: 'TR-1' },
			{ items: others, tracking: 'TR-2' },
		]);
	});

	it('tells the parcel that can be told, and waits for the number of the other', async () => {
		const id = placed(shop);
		const [first = '', ...others] = itemsOf(shop, id);
		const parcels = [parcel(1, [first], null), parcel(2, others)];
		const until = new Date(Date.parse(shop.now()) + 15 * minuteMs).toISOString();
		const update = told(shop, id, 'shipped', { parcels, now: shop.now() });
		expect(await updates.send(shop.seller, update)).toEqual({
			outcome: 'waits',
			detail: expect.stringMatching(/no tracking number yet \(.*TR-2.*\)/),
			until: expect.any(String),
		});
		expect(until <= new Date(Date.parse(shop.now()) + 15 * minuteMs).toISOString()).toBe(true);
		expect(statusesIn(shop, id)).toEqual(['pending', 'shipped', 'shipped']);
		const numbered = { ...update, parcels: [parcel(1, [first]), parcel(2, others)] };
		expect((await updates.send(shop.seller, numbered)).outcome).toBe('sent');
		expect(statusesIn(shop, id)).toEqual(['shipped', 'shipped', 'shipped']);
	});

	it.each(['packed', 'ready_to_ship', 'shipped'])(
		'waits for a tracking number before it is %s, and changes nothing',
		async (status) => {
			const id = placed(shop);
			const now = shop.now();
			const parcels = [parcel(7, itemsOf(shop, id), null)];
			const sent = await send(shop, id, status, { parcels, now });
			const until = new Date(Date.parse(now) + 15 * minuteMs).toISOString();
			expect(sent).toMatchObject({ outcome: 'waits', until });
			expect(writes(shop)).toEqual([]);
		},
	);

	it('waits for a carrier, too, where nobody knows one yet', async () => {
		shop.sandbox.setProviders([{ name: 'A' }, { name: 'B' }]);
		const id = placed(shop);
		const parcels = [parcel(7, itemsOf(shop, id), null)];
		expect(await send(shop, id, 'shipped', { parcels })).toMatchObject({
			outcome: 'waits',
			detail: expect.stringContaining('no tracking number yet'),
		});
		expect(writes(shop)).toEqual([]);
	});

	it('is not told the same again, from wherever it stands', async () => {
		const id = placed(shop);
		expect((await send(shop, id, 'packed')).outcome).toBe('sent');
		expect(statusesIn(shop, id)).toEqual(['pending', 'pending', 'pending']);
		expect((await send(shop, id, 'packed')).outcome).toBe('already');
		expect((await send(shop, id, 'ready_to_ship')).outcome).toBe('sent');
		expect((await send(shop, id, 'ready_to_ship')).outcome).toBe('already');
		expect((await send(shop, id, 'packed')).outcome).toBe('already');
		expect((await send(shop, id, 'shipped')).outcome).toBe('sent');
		expect((await send(shop, id, 'delivered')).outcome).toBe('sent');
		expect((await send(shop, id, 'shipped')).outcome).toBe('already');
		expect(writes(shop)).toEqual([
			'setToPacked',
			'setToReadyToShip',
			'setToShipped',
			'setToDelivered',
		]);
		expect(packagesIn(shop, id)).toHaveLength(1);
	});

	it('brings what was delivered the whole way', async () => {
		const id = placed(shop);
		await send(shop, id, 'delivered');
		expect(statusesIn(shop, id)).toEqual(['delivered', 'delivered', 'delivered']);
	});

	it.each(
		(['setToReadyToShip', 'setToShipped'] as const).flatMap((only) =>
			(['dropBefore', 'dropAfter', 'cutOff', 'html', 'rate500', 'rate429'] as const).map(
				(fault) => ({ only, fault }),
			),
		),
	)('sees each step once where $only comes to $fault', async ({ only, fault }) => {
		const id = placed(shop);
		shop.sandbox.setFaults({ [fault]: 1, only, forTheNext: 1 });
		await failureOf(send(shop, id, 'shipped'));
		await send(shop, id, 'shipped');
		expect(statusesIn(shop, id)).toEqual(['shipped', 'shipped', 'shipped']);
		const effects = shop.sandbox.calls().flatMap(({ effect }) => effect ?? []);
		expect(effects).toEqual(['ready_to_ship', 'shipped']);
	});

	it('sees that items named in a wrong way were taken for none', async () => {
		const id = placed(shop);
		const http = answering(shop.seller, 'set-to-ready-to-ship', { body: { orderItemIds: [] } });
		const [first = ''] = itemsOf(shop, id);
		expect(await failureOf(updates.send(http, told(shop, id, 'shipped')))).toMatchObject({
			kind: 'malformed',
			message: expect.stringContaining(first),
		});
	});

	it('takes a refusal for done where the items are there by now', async () => {
		const id = placed(shop);
		const panel = meddling(shop.seller, 'set-to-ready-to-ship', () => {
			shop.sandbox.advance(id, { status: 'shipped' });
		});
		expect((await updates.send(panel, told(shop, id, 'shipped'))).outcome).toBe('already');
		expect(called(shop)).toContain('setToReadyToShip E073');
	});

	it('says that a tracking number is used by another parcel', async () => {
		await send(shop, placed(shop), 'shipped');
		const id = placed(shop);
		expect(await failureOf(send(shop, id, 'shipped'))).toMatchObject({
			kind: 'rejected',
			message: expect.stringMatching(/E063.*used by another parcel already.*Correct it\.$/),
		});
		expect(statusesIn(shop, id)).toEqual(['pending', 'pending', 'pending']);
	});

	it('says that a tracking number is not one of its carrier', async () => {
		const id = placed(shop);
		const parcels = [parcel(7, itemsOf(shop, id), tracking('??', 'StarTrack'))];
		expect(await failureOf(send(shop, id, 'shipped', { parcels }))).toMatchObject({
			kind: 'rejected',
			message: expect.stringMatching(/E031.*Carrier Mapping\.$/),
		});
	});

	it('leaves out what the customer has cancelled, and says so', async () => {
		const id = placed(shop);
		const [first = '', ...others] = itemsOf(shop, id);
		shop.sandbox.cancel(id, { items: [Number(first)] });
		const sent = await send(shop, id, 'shipped');
		expect(sent.detail).toMatch(new RegExp(`item ${first} is cancelled on The Iconic`));
		expect(packagesIn(shop, id)).toMatchObject([{ items: others }]);
	});

	it('refuses a parcel whose items are all cancelled, or unknown, and an update of no parcel', async () => {
		const id = placed(shop);
		const other = placed(shop);
		shop.sandbox.cancel(id);
		const cancelled = await failureOf(send(shop, id, 'shipped'));
		expect(cancelled.message).toMatch(/is cancelled on The Iconic.*Keep the goods\.$/);
		const parcels = [parcel(7, itemsOf(shop, id))];
		const unknown = await failureOf(send(shop, other, 'shipped', { parcels }));
		expect(unknown.message).toMatch(/has no item \d+ on The Iconic/);
		const none = await failureOf(send(shop, other, 'shipped', { parcels: [] }));
		expect(none.message).toMatch(/about no parcel/);
		expect(writes(shop)).toEqual([]);
	});

	it('waits where nobody may handle it yet', async () => {
		const id = placed(shop, { isProcessable: false });
		expect(await send(shop, id, 'shipped')).toMatchObject({
			outcome: 'waits',
			detail: expect.stringContaining('lets nobody handle'),
		});
		const unpaid = placed(shop, { status: 'payment_pending' });
		expect(await send(shop, unpaid, 'shipped')).toMatchObject({
			outcome: 'waits',
			detail: expect.stringContaining('not paid yet'),
		});
	});

	it('waits where the channel says only when asked that nobody may handle it yet', async () => {
		const id = placed(shop);
		const body = { status: 422, detail: 'E119: Order item is not processable' };
		const http = answering(shop.seller, 'set-to-ready-to-ship', { status: 422, body });
		expect((await updates.send(http, told(shop, id, 'shipped'))).outcome).toBe('waits');
	});
});
