import { ikas } from '../../channels/ikas/connector';
import type { Http } from '../../channels/connector';
import { ikasShop } from './ikasShop';
import { asksFor, cancelled, meddling, parcel, placed, told, writes } from './ikasUpdate';
import type { IkasShop } from './ikasUpdate';
import { failureOf } from './testShop';

const { send } = ikas.updates;

const shopFor = (options: Parameters<typeof ikasShop>[0] = {}) => {
	let shop: IkasShop;
	beforeEach(async () => {
		shop = await ikasShop(options);
	});
	afterEach(() => shop.close());
	return () => shop;
};

describe('a cancel told to ikas', () => {
	const shop = shopFor();

	it('cancels every open line at the price that was paid, and puts nothing back', async () => {
		const [product] = shop().sandbox.seed([{ variants: [{ sku: 'ETEK-36', stocks: {} }] }]);
		shop().sandbox.setStock([{ sku: 'ETEK-36', quantity: 10 }]);
		const lines = [
			{ sku: 'ETEK-36', quantity: 3, price: 19.99 },
			{ sku: 'ETEK-38', quantity: 1, price: 0 },
		];
		const order = placed(shop(), { lines });
		shop().sandbox.cancel(order.id, [{ id: order.lines[0]?.id ?? '', quantity: 1 }], false);
		const sent = await send(shop().seller, cancelled(order));
		expect(sent.detail).toContain(order.number);
		expect(writes(shop())).toEqual(['cancelOrderLine']);
		expect(shop().sandbox.order(order.id).status).toBe('CANCELLED');
		const kept = shop()
			.sandbox.stock()
			.find(({ product: id }) => id === product?.id);
		expect(kept?.quantity).toBe(7);
	});

	it('is a cancel also where the map calls another status so', async () => {
		const order = placed(shop());
		await send(shop().seller, told(order, 'status:CANCELLED', { parcels: [] }));
		expect(shop().sandbox.order(order.id).status).toBe('CANCELLED');
	});

	it('needs no call where the customer was faster', async () => {
		const order = placed(shop());
		shop().sandbox.cancel(order.id);
		expect((await send(shop().seller, cancelled(order))).outcome).toBe('already');
		expect(writes(shop())).toEqual([]);
	});

	it('needs no call either where ikas says it of the order and not of its lines', async () => {
		const order = placed(shop(), { overrides: { status: 'CANCELLED' } });
		expect((await send(shop().seller, cancelled(order))).outcome).toBe('already');
		expect(writes(shop())).toEqual([]);
	});

	it("takes the hub's own package apart first, once", async () => {
		const order = placed(shop());
		await send(shop().seller, told(order, 'package:READY_FOR_SHIPMENT'));
		expect((await send(shop().seller, cancelled(order))).outcome).toBe('sent');
		expect(writes(shop())).toEqual([
			...['fulfillOrder', 'cancelOrderLine'],
			...['cancelFulfillment', 'cancelOrderLine'],
		]);
		expect(shop().sandbox.order(order.id).status).toBe('CANCELLED');
	});

	it('takes the packages of all parcels apart', async () => {
		const order = placed(shop());
		const line = order.lines[0]?.id ?? '';
		const parcels = [parcel(1, { [line]: 2 }), parcel(2, { [line]: 1 })];
		await send(shop().seller, told(order, 'package:READY_FOR_SHIPMENT', { parcels }));
		await send(shop().seller, cancelled(order));
		expect(writes(shop()).filter((field) => field === 'cancelFulfillment')).toHaveLength(2);
		expect(shop().sandbox.order(order.id).status).toBe('CANCELLED');
	});

	it.each(['FULFILLED', 'DELIVERED', 'UNABLE_TO_DELIVER', 'RETURN_IN_TRANSIT'])(
		'is refused without a call where the package is %s',
		async (status) => {
			const order = placed(shop());
			shop().sandbox.advance(order.id, { package: status });
			const failure = await failureOf(send(shop().seller, cancelled(order)));
			expect(failure).toMatchObject({
				kind: 'rejected',
				message: expect.stringMatching(
					new RegExp(`does not allow cancelling a shipped order: order ${order.number}.*${status}`),
				),
			});
			expect(writes(shop())).toEqual([]);
		},
	);

	it('is refused without a call where part of the order has left', async () => {
		const order = placed(shop());
		const line = order.lines[0]?.id ?? '';
		const parcels = [parcel(1, { [line]: 1 })];
		await send(shop().seller, told(order, 'package:FULFILLED', { parcels }));
		const failure = await failureOf(send(shop().seller, cancelled(order)));
		expect(failure.message).toContain('shipped');
		expect(writes(shop())).toEqual(['fulfillOrder']);
	});

	it('never takes a package apart that has left at the same moment', async () => {
		const order = placed(shop());
		await send(shop().seller, told(order, 'package:READY_FOR_SHIPMENT'));
		const http = meddling(shop().seller, 'cancelOrderLine', () => {
			shop().sandbox.advance(order.id, { package: 'FULFILLED' });
		});
		const failure = await failureOf(send(http, cancelled(order)));
		expect(failure).toMatchObject({
			kind: 'rejected',
			message: expect.stringContaining('cancelling a shipped order'),
		});
		expect(writes(shop())).not.toContain('cancelFulfillment');
	});

	it('counts as done where the customer cancelled at the same moment', async () => {
		const order = placed(shop());
		const http = meddling(shop().seller, 'cancelOrderLine', () => {
			shop().sandbox.cancel(order.id);
		});
		expect((await send(http, cancelled(order))).outcome).toBe('already');
	});

	it.each([
		['has other goods', [{ sku: 'ETEK-38', quantity: 2 }]],
		['wants more of them', [{ sku: 'ETEK-36', quantity: 5 }]],
		['wants fewer of them', [{ sku: 'ETEK-36', quantity: 1 }]],
	])('takes all of an order that %s at the same moment', async (_what, lines) => {
		const order = placed(shop());
		const http = meddling(shop().seller, 'cancelOrderLine', () => {
			shop().sandbox.edit(order.id, { lines });
		});
		expect((await send(http, cancelled(order))).outcome).toBe('sent');
		expect(shop().sandbox.order(order.id).status).toBe('CANCELLED');
		expect(writes(shop())).toEqual(['cancelOrderLine', 'cancelOrderLine']);
	});

	it('is tried later where the order changes again and again', async () => {
		const order = placed(shop());
		let quantity = 3;
		const http: Http = async (request) => {
			if (asksFor(request, 'cancelOrderLine')) {
				shop().sandbox.edit(order.id, { lines: [{ sku: 'ETEK-36', quantity: ++quantity }] });
			}
			return await shop().seller(request);
		};
		const failure = await failureOf(send(http, cancelled(order)));
		expect(failure).toMatchObject({
			kind: 'unavailable',
			message: expect.stringMatching(new RegExp(`order ${order.number} .*changed`)),
		});
		await send(shop().seller, cancelled(order));
		expect(shop().sandbox.order(order.id).status).toBe('CANCELLED');
	});

	it('leaves the package of another app alone', async () => {
		const order = placed(shop());
		shop().sandbox.advance(order.id, { package: 'READY_FOR_SHIPMENT', app: 'ikas-shipping' });
		const failure = await failureOf(send(shop().seller, cancelled(order)));
		expect(failure).toMatchObject({
			kind: 'rejected',
			message: expect.stringContaining('another app'),
		});
		expect(writes(shop())).toEqual([]);
	});

	it('is tried on a package of its own name, whatever app ikas says has made it', async () => {
		const order = placed(shop());
		await send(shop().seller, told(order, 'package:READY_FOR_SHIPMENT'));
		shop().sandbox.advance(order.id, { app: 'some-app' });
		const failure = await failureOf(send(shop().seller, cancelled(order)));
		expect(failure).toMatchObject({
			kind: 'rejected',
			message: expect.stringContaining('ORDER_NOT_ELIGIBLE_FOR_UPDATE'),
		});
		expect(writes(shop())).toContain('cancelFulfillment');
	});

	it('goes to a person where ikas cannot give the money back, and is not sent again in another way', async () => {
		const order = placed(shop(), { isRefundRefused: true, paymentMethod: 'MONEY_ORDER' });
		const failure = await failureOf(send(shop().seller, cancelled(order)));
		expect(failure).toMatchObject({
			kind: 'rejected',
			message: expect.stringMatching(
				/cannot give the money back.*error_messages.order.refund_order_payment_error/,
			),
		});
		expect(shop().calls()).toBe(2);
		expect(writes(shop())).toEqual(['cancelOrderLine']);
	});

	it('is looked at again when its answer is only half an answer', async () => {
		const order = placed(shop());
		const partly: Http = async (request) => {
			const response = await shop().seller(request);
			if (!asksFor(request, 'cancelOrderLine')) return response;
			const errors = [
				{
					message: 'boom',
					path: ['cancelOrderLine', 'orderPackages'],
					extensions: { code: 'INTERNAL_SERVER_ERROR' },
				},
			];
			return { ...response, body: { ...Object(response.body), errors } };
		};
		expect((await failureOf(send(partly, cancelled(order)))).kind).toBe('unavailable');
		expect((await send(shop().seller, cancelled(order))).outcome).toBe('already');
		expect(writes(shop())).toEqual(['cancelOrderLine']);
	});
});

describe('a cancel told to an ikas that takes packaged lines', () => {
	const shop = shopFor({ cancelsPackagedLines: true });

	it('takes one call', async () => {
		const order = placed(shop());
		await send(shop().seller, told(order, 'package:READY_FOR_SHIPMENT'));
		await send(shop().seller, cancelled(order));
		expect(writes(shop())).toEqual(['fulfillOrder', 'cancelOrderLine']);
	});
});
