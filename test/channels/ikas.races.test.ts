import type { Http } from '../../channels/connector';
import { ikas } from '../../channels/ikas/connector';
import { ikasShop } from './ikasShop';
import { meddling, packages, placed, told, writes } from './ikasUpdate';
import type { IkasShop } from './ikasUpdate';
import { failureOf } from './testShop';

const { send } = ikas.updates;

let shop: IkasShop;
beforeEach(async () => {
	shop = await ikasShop();
});
afterEach(() => shop.close());

const shipped = 'package:FULFILLED';
const delivered = 'package:DELIVERED';

/** ikas, whose answer to a new package does not show it yet. */
const unpacking =
	(http: Http): Http =>
	async (request) => {
		const { body, ...response } = await http(request);
		const { data } = JSON.parse(JSON.stringify(body));
		const { fulfillOrder: order } = data;
		if (order === undefined) return { ...response, body };
		const orderLineItems = order.orderLineItems.map((line: object) => ({
			...line,
			status: 'UNFULFILLED',
		}));
		return {
			...response,
			body: { data: { fulfillOrder: { ...order, orderLineItems, orderPackages: [] } } },
		};
	};

describe('a parcel told to ikas while somebody else is at the order', () => {
	it('takes the package that somebody made at the same moment', async () => {
		const order = placed(shop);
		const http = meddling(shop.seller, 'fulfillOrder', () => {
			shop.sandbox.advance(order.id, { package: 'READY_FOR_SHIPMENT' });
		});
		expect((await send(http, told(order, shipped))).outcome).toBe('sent');
		expect(packages(shop, order)).toEqual(['FULFILLED TR-1: 3 ETEK-36']);
		expect(writes(shop)).toEqual(['fulfillOrder', 'updateOrderPackageStatus']);
	});

	it('waits a minute where ikas says that it is packed and does not show the package', async () => {
		const order = placed(shop);
		shop.sandbox.setFaults({ lateRows: 1, lateMs: 60_000 });
		const http = meddling(shop.seller, 'fulfillOrder', () => {
			shop.sandbox.advance(order.id, { package: 'READY_FOR_SHIPMENT' });
		});
		const failure = await failureOf(send(http, told(order, shipped)));
		expect(failure).toMatchObject({ kind: 'unavailable', retryAfterMs: 60_000 });
		expect(writes(shop)).toEqual(['fulfillOrder']);
		shop.wait(60_000);
		expect((await send(shop.seller, told(order, shipped))).outcome).toBe('sent');
	});

	it('waits where ikas has packed it and does not show the package in its answer', async () => {
		const order = placed(shop);
		const failure = await failureOf(send(unpacking(shop.seller), told(order, delivered)));
		expect(failure.kind).toBe('unavailable');
		expect(writes(shop)).toEqual(['fulfillOrder']);
		await send(shop.seller, told(order, delivered));
		expect(packages(shop, order)).toEqual(['DELIVERED TR-1: 3 ETEK-36']);
	});

	it('is left alone where the order is cancelled at the same moment', async () => {
		const order = placed(shop);
		const http = meddling(shop.seller, 'fulfillOrder', () => {
			shop.sandbox.cancel(order.id);
		});
		const failure = await failureOf(send(http, told(order, shipped)));
		expect(failure).toMatchObject({
			kind: 'rejected',
			message: expect.stringContaining('error_messages.order.not_eligible_for_update'),
		});
		expect(packages(shop, order)).toEqual([]);
	});
});
