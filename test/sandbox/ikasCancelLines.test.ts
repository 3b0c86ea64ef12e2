import { changed, mutate, packagesOf, placed } from './support/changes';
import type { PlacedLine } from './support/changes';
import { type Shop, codeOf, openShop } from './support/ikasShop';

const notEligible = [
	'ORDER_LINE_NOT_ELIGIBLE_FOR_CANCEL',
	'error_messages.order_line.not_eligible_for_cancel',
];

const shirtsOf = (line: PlacedLine) => ({ ...line, price: 250, restockItems: false });

describe('cancelling lines over the API of the ikas sandbox', () => {
	let shop: Shop;
	beforeEach(async () => {
		shop = await openShop();
	});
	afterEach(async () => await shop.close());

	const cancel = async (orderId: string, ...orderLineItems: readonly object[]) =>
		await changed(shop, 'cancelOrderLine', { orderId, orderLineItems });

	it('cancels an order with all its lines, and gives no reason', async () => {
		const { orderId, shirts, skirt } = placed(shop);
		const order = await cancel(orderId, shirtsOf(shirts), {
			...skirt,
			price: 400,
			restockItems: false,
		});
		expect(order).toMatchObject({
			status: 'CANCELLED',
			orderPackageStatus: 'CANCELLED',
			cancelledAt: expect.any(Number),
			orderLineItems: [{ status: 'CANCELLED' }, { status: 'CANCELLED' }],
		});
		expect((await shop.list()).data).toMatchObject([{ status: 'CANCELLED', cancelReason: null }]);
	});

	it('splits a line that is cancelled in part', async () => {
		const { orderId, shirts } = placed(shop);
		const id = shirts.orderLineItemId;
		expect(await cancel(orderId, { ...shirtsOf(shirts), quantity: 1 })).toMatchObject({
			status: 'PARTIALLY_CANCELLED',
			orderPackageStatus: 'UNFULFILLED',
			orderLineItems: [
				{ id, quantity: 1, status: 'UNFULFILLED' },
				{ quantity: 1, status: 'CANCELLED', originalOrderLineItemId: id },
				{ status: 'UNFULFILLED' },
			],
		});
	});

	it('calls an order shipped when what was left of it is cancelled', async () => {
		const { orderId, shirts, skirt } = placed(shop);
		await changed(shop, 'fulfillOrder', { orderId, lines: [skirt] });
		expect(await cancel(orderId, shirtsOf(shirts))).toMatchObject({
			status: 'PARTIALLY_CANCELLED',
			orderPackageStatus: 'FULFILLED',
		});
	});

	it('refuses lines that are shipped', async () => {
		const { orderId, lines, shirts } = placed(shop);
		await changed(shop, 'fulfillOrder', { orderId, lines });
		const before = shop.sandbox.order(orderId);
		expect(await cancel(orderId, shirtsOf(shirts))).toEqual(notEligible);
		expect(shop.sandbox.order(orderId)).toEqual(before);
	});

	it('refuses lines that are cancelled, and orders that are paid back', async () => {
		const { orderId, shirts } = placed(shop);
		await cancel(orderId, shirtsOf(shirts));
		expect(await cancel(orderId, shirtsOf(shirts))).toEqual(notEligible);
		const refunded = placed(shop, { status: 'REFUNDED' });
		expect(await cancel(refunded.orderId, shirtsOf(refunded.shirts))).toEqual(notEligible);
	});

	it('refuses more units than the line has', async () => {
		const { orderId, shirts } = placed(shop);
		expect(await cancel(orderId, { ...shirtsOf(shirts), quantity: 3 })).toEqual(notEligible);
	});

	it('refuses lines of a waiting package until it is taken apart', async () => {
		const { orderId, lines, shirts } = placed(shop);
		await changed(shop, 'fulfillOrder', { orderId, lines, markAsReadyForShipment: true });
		expect(await cancel(orderId, shirtsOf(shirts))).toEqual(notEligible);
		const orderPackageId = packagesOf(shop, orderId)[0]?.id;
		await changed(shop, 'cancelFulfillment', { orderId, orderPackageId });
		expect(await cancel(orderId, shirtsOf(shirts))).toMatchObject({
			status: 'PARTIALLY_CANCELLED',
		});
	});

	it('can take lines of a waiting package, but never of one that has left', async () => {
		const lenient = await openShop({ cancelsPackagedLines: true });
		const { orderId, shirts, skirt } = placed(lenient);
		const ready = { orderId, lines: [shirts], markAsReadyForShipment: true };
		await changed(lenient, 'fulfillOrder', ready);
		await changed(lenient, 'fulfillOrder', { orderId, lines: [skirt] });
		const asked = (line: object) => ({ orderId, orderLineItems: [line] });
		const shipped = { ...skirt, price: 400, restockItems: false };
		const refused = await changed(lenient, 'cancelOrderLine', asked(shipped));
		const order = await changed(lenient, 'cancelOrderLine', asked(shirtsOf(shirts)));
		await lenient.close();
		expect(refused).toEqual(notEligible);
		expect(order).toMatchObject({
			orderPackageStatus: 'FULFILLED',
			orderPackages: [
				{ orderPackageFulfillStatus: 'CANCELLED' },
				{ orderPackageFulfillStatus: 'FULFILLED' },
			],
		});
	});

	it('refuses a price that was not paid', async () => {
		const { orderId, shirts } = placed(shop);
		const input = { orderId, orderLineItems: [{ ...shirtsOf(shirts), price: 249.9 }] };
		expect(codeOf(await mutate(shop, 'cancelOrderLine', input))).toBe('ARGUMENT_VALIDATION_ERROR');
		expect(shop.sandbox.order(orderId).status).toBe('CREATED');
	});

	it('cannot give back money that was transferred', async () => {
		const transfer = { paymentMethod: 'MONEY_ORDER', isRefundRefused: true };
		const { orderId, shirts } = placed(shop, transfer);
		expect((await shop.list()).data).toMatchObject([{ paymentMethods: [{ type: 'MONEY_ORDER' }] }]);
		expect(await cancel(orderId, shirtsOf(shirts))).toEqual([
			'REFUND_ORDER_PAYMENT_ERROR',
			'error_messages.order.refund_order_payment_error',
		]);
		const unpaid = placed(shop, { ...transfer, payment: 'WAITING' });
		expect(await cancel(unpaid.orderId, shirtsOf(unpaid.shirts))).toMatchObject({
			status: 'PARTIALLY_CANCELLED',
		});
	});

	it('refuses a line that it does not know, a line twice, no line and no word about stock', async () => {
		const { orderId, shirts } = placed(shop);
		const line = shirtsOf(shirts);
		const calls = [
			[{ ...line, orderLineItemId: 'nowhere' }],
			[line, line],
			[],
			[{ ...line, restockItems: undefined }],
		];
		const codes = [];
		for (const orderLineItems of calls) {
			codes.push(codeOf(await mutate(shop, 'cancelOrderLine', { orderId, orderLineItems })));
		}
		expect(codes).toEqual([
			'BAD_USER_INPUT',
			'ARGUMENT_VALIDATION_ERROR',
			'ARGUMENT_VALIDATION_ERROR',
			'BAD_USER_INPUT',
		]);
	});
});
