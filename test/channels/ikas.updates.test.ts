import { ikas } from '../../channels/ikas/connector';
import { ikasShop } from './ikasShop';
import { packages, parcel, placed, told, writes } from './ikasUpdate';
import type { IkasShop } from './ikasUpdate';
import { failureOf } from './testShop';

const { send } = ikas.updates;

let shop: IkasShop;
beforeEach(async () => {
	shop = await ikasShop();
});
afterEach(() => shop.close());

const statuses = {
	ready: 'package:READY_FOR_SHIPMENT',
	shipped: 'package:FULFILLED',
	delivered: 'package:DELIVERED',
	failed: 'package:UNABLE_TO_DELIVER',
};

/** reference/ikas.md 11.2, and what follows from it. `was` is what the panel, or an earlier update, has made of the order. */
const decisions: readonly (readonly [
	hub: keyof typeof statuses,
	was: string | null,
	calls: readonly string[],
	becomes: string,
])[] = [
	['ready', null, ['fulfillOrder'], 'READY_FOR_SHIPMENT -'],
	['ready', 'PLANNED', ['updateOrderPackageStatus'], 'READY_FOR_SHIPMENT -'],
	['ready', 'READY_FOR_SHIPMENT', [], 'READY_FOR_SHIPMENT -'],
	['ready', 'READY_FOR_PICK_UP', [], 'READY_FOR_PICK_UP -'],
	['ready', 'FULFILLED', [], 'FULFILLED -'],
	['shipped', null, ['fulfillOrder'], 'FULFILLED TR-1'],
	['shipped', 'PLANNED', ['updateOrderPackageStatus'], 'FULFILLED TR-1'],
	['shipped', 'READY_FOR_SHIPMENT', ['updateOrderPackageStatus'], 'FULFILLED TR-1'],
	['shipped', 'FULFILLED', ['updateOrderPackageStatus'], 'FULFILLED TR-1'],
	['shipped', 'UNABLE_TO_DELIVER', [], 'UNABLE_TO_DELIVER -'],
	['shipped', 'DELIVERED', [], 'DELIVERED -'],
	['shipped', 'RETURN_IN_TRANSIT', [], 'RETURN_IN_TRANSIT -'],
	['delivered', null, ['fulfillOrder', 'updateOrderPackageStatus'], 'DELIVERED TR-1'],
	[
		'delivered',
		'READY_FOR_SHIPMENT',
		['updateOrderPackageStatus', 'updateOrderPackageStatus'],
		'DELIVERED TR-1',
	],
	['delivered', 'FULFILLED', ['updateOrderPackageStatus'], 'DELIVERED -'],
	['delivered', 'UNABLE_TO_DELIVER', ['updateOrderPackageStatus'], 'DELIVERED -'],
	['delivered', 'DELIVERED', [], 'DELIVERED -'],
	['failed', null, ['fulfillOrder', 'updateOrderPackageStatus'], 'UNABLE_TO_DELIVER TR-1'],
	['failed', 'FULFILLED', ['updateOrderPackageStatus'], 'UNABLE_TO_DELIVER -'],
	['failed', 'UNABLE_TO_DELIVER', [], 'UNABLE_TO_DELIVER -'],
];

describe('a parcel told to ikas', () => {
	it.each(decisions)(
		'as %s, where its package is %s, takes %j',
		async (hub, was, calls, becomes) => {
			const order = placed(shop);
			if (was !== null) shop.sandbox.advance(order.id, { package: was });
			const sent = await send(shop.seller, told(order, statuses[hub]));
			expect(sent.outcome).toBe(calls.length > 0 ? 'sent' : 'already');
			expect(writes(shop)).toEqual(calls);
			expect(packages(shop, order)).toEqual([`${becomes}: 3 ETEK-36`]);
			expect(await send(shop.seller, told(order, statuses[hub]))).toMatchObject({
				outcome: 'already',
			});
			expect(writes(shop)).toEqual(calls);
		},
	);

	it('says in words what was done', async () => {
		const order = placed(shop);
		const sent = await send(shop.seller, told(order, statuses.delivered));
		expect(sent.detail).toBe(
			`Order ${order.number}: packed 3 as FULFILLED (TR-1), package ${order.number}-1 is DELIVERED.`,
		);
	});

	it('goes without tracking where the hub has none', async () => {
		const order = placed(shop);
		const [only] = told(order, statuses.shipped).parcels;
		const parcels = only ? [{ ...only, tracking: null }] : [];
		await send(shop.seller, told(order, statuses.shipped, { parcels }));
		expect(packages(shop, order)).toEqual(['FULFILLED -: 3 ETEK-36']);
		await send(shop.seller, told(order, statuses.shipped, { parcels }));
		expect(writes(shop)).toEqual(['fulfillOrder']);
	});

	it('cannot have failed once it was delivered', async () => {
		const order = placed(shop);
		shop.sandbox.advance(order.id, { package: 'DELIVERED' });
		const failure = await failureOf(send(shop.seller, told(order, statuses.failed)));
		expect(failure).toMatchObject({
			kind: 'rejected',
			message: expect.stringMatching(/DELIVERED/),
		});
		expect(writes(shop)).toEqual([]);
	});

	it.each(Object.values(statuses))(
		'is not told as %s where the package belongs to another app',
		async (status) => {
			const order = placed(shop);
			shop.sandbox.advance(order.id, { package: 'READY_FOR_SHIPMENT', app: 'ikas-shipping' });
			const failure = await failureOf(send(shop.seller, told(order, status)));
			expect(failure).toMatchObject({
				kind: 'rejected',
				message: expect.stringMatching(/another app/),
			});
			expect(writes(shop)).toEqual([]);
		},
	);

	it('is its own where ikas names the app that the credential belongs to', async () => {
		const order = placed(shop);
		const own = `app-${(await ikas.account(shop.seller)).id}`;
		shop.sandbox.advance(order.id, { package: 'READY_FOR_SHIPMENT', app: own });
		expect((await send(shop.seller, told(order, statuses.ready))).outcome).toBe('already');
	});

	it('is told where another app has packed other lines of the order', async () => {
		const lines = ['ETEK-36', 'ETEK-38'].map((sku) => ({ sku, quantity: 1 }));
		const order = placed(shop, { lines });
		const [first = '', second = ''] = order.lines.map(({ id }) => id);
		const parcels = [parcel(1, { [first]: 1 })];
		await send(shop.seller, told(order, statuses.ready, { parcels }));
		shop.sandbox.advance(order.id, { app: 'ikas-shipping' });
		await send(
			shop.seller,
			told(order, statuses.shipped, { parcels: [parcel(2, { [second]: 1 })] }),
		);
		expect(packages(shop, order)).toEqual([
			'READY_FOR_SHIPMENT -: 1 ETEK-36',
			'FULFILLED TR-1: 1 ETEK-38',
		]);
	});

	it.each(Object.values(statuses))(
		'is not told as %s where the order is cancelled',
		async (status) => {
			const order = placed(shop);
			shop.sandbox.cancel(order.id);
			const failure = await failureOf(send(shop.seller, told(order, status)));
			expect(failure).toMatchObject({
				kind: 'rejected',
				message: expect.stringMatching(new RegExp(`${order.number} is cancelled`)),
			});
			expect(writes(shop)).toEqual([]);
		},
	);

	it('is refused with the word of ikas where it does not let a package go on', async () => {
		const order = placed(shop);
		shop.sandbox.advance(order.id, { package: 'CANCEL_REQUESTED' });
		const failure = await failureOf(send(shop.seller, told(order, statuses.shipped)));
		expect(failure).toMatchObject({
			kind: 'rejected',
			message: expect.stringMatching(/does not allow it.*ORDER_NOT_ELIGIBLE_FOR_UPDATE/),
		});
	});

	it('needs a parcel', async () => {
		const order = placed(shop);
		const update = told(order, statuses.shipped, { parcels: [] });
		expect((await failureOf(send(shop.seller, update))).kind).toBe('rejected');
		expect(shop.calls()).toBe(0);
	});

	it('looks once, and sends once', async () => {
		const order = placed(shop);
		await send(shop.seller, told(order, statuses.shipped));
		expect(shop.calls()).toBe(2);
	});

	it('names the permission that is missing', async () => {
		const order = placed(shop);
		shop.sandbox.setScopes(['READ_ORDERS']);
		const failure = await failureOf(send(shop.seller, told(order, statuses.shipped)));
		expect(failure).toMatchObject({
			kind: 'unauthorised',
			message: expect.stringContaining('WRITE_ORDERS'),
		});
	});
});
