import { changed, mutate, notEligible, packagesOf, placed } from './support/changes';
import { type Shop, codeOf, openShop } from './support/ikasShop';

describe('packing orders in the ikas sandbox', () => {
	let shop: Shop;
	beforeEach(async () => {
		shop = await openShop();
	});
	afterEach(async () => await shop.close());

	it('ships all lines as one package, with its tracking', async () => {
		const { orderId, lines } = placed(shop);
		const order = await changed(shop, 'fulfillOrder', {
			orderId,
			lines,
			sourcePackageId: 'parcel-1',
			trackingInfoDetail: { trackingNumber: 'T1', cargoCompanyId: 'MNG_KARGO' },
		});
		expect(order).toMatchObject({
			status: 'CREATED',
			orderPackageStatus: 'FULFILLED',
			orderLineItems: [{ status: 'FULFILLED' }, { status: 'FULFILLED' }],
			orderPackages: [
				{
					orderPackageNumber: '1001-1',
					orderPackageFulfillStatus: 'FULFILLED',
					orderLineItemIds: lines.map(({ orderLineItemId }) => orderLineItemId),
					deleted: false,
					appId: null,
					sourceId: 'parcel-1',
					trackingInfo: { trackingNumber: 'T1', cargoCompanyId: 'MNG_KARGO' },
				},
			],
		});
		expect((await shop.list()).data).toMatchObject([
			{
				orderPackageStatus: 'FULFILLED',
				orderPackages: [{ trackingInfo: { trackingNumber: 'T1' } }],
			},
		]);
	});

	it('makes lines ready for shipment and leaves their own status as it was', async () => {
		const { orderId, lines } = placed(shop);
		const asked = { orderId, lines, markAsReadyForShipment: true };
		expect(await changed(shop, 'fulfillOrder', asked)).toMatchObject({
			orderPackageStatus: 'READY_FOR_SHIPMENT',
			orderLineItems: [{ status: 'UNFULFILLED' }, { status: 'UNFULFILLED' }],
			orderPackages: [{ orderPackageFulfillStatus: 'READY_FOR_SHIPMENT' }],
		});
	});

	it('derives the status of an order from several packages', async () => {
		const { orderId, shirts, skirt } = placed(shop);
		const first = { orderId, lines: [shirts], markAsReadyForShipment: true };
		expect(await changed(shop, 'fulfillOrder', first)).toMatchObject({
			orderPackageStatus: 'PARTIALLY_READY_FOR_SHIPMENT',
		});
		expect(await changed(shop, 'fulfillOrder', { orderId, lines: [skirt] })).toMatchObject({
			orderPackageStatus: 'PARTIALLY_FULFILLED',
			orderPackages: [{ orderPackageNumber: '1001-1' }, { orderPackageNumber: '1001-2' }],
		});
	});

	it('splits a line that is packed in part, and the packed piece is the new one', async () => {
		const { orderId, shirts } = placed(shop);
		const id = shirts.orderLineItemId;
		const order = await changed(shop, 'fulfillOrder', {
			orderId,
			lines: [{ orderLineItemId: id, quantity: 1 }],
		});
		const [packed] = packagesOf(shop, orderId);
		expect(packed?.lines).not.toContain(id);
		expect(order).toMatchObject({
			orderPackageStatus: 'PARTIALLY_FULFILLED',
			orderLineItems: [
				{ id, quantity: 1, status: 'UNFULFILLED', originalOrderLineItemId: null },
				{ id: packed?.lines[0], quantity: 1, status: 'FULFILLED', originalOrderLineItemId: id },
				{ quantity: 1, status: 'UNFULFILLED' },
			],
		});
	});

	it('can split the other way round, so that the rest is the new piece', async () => {
		const other = await openShop({ packagedPieceKeepsId: true });
		const { orderId, shirts } = placed(other);
		const id = shirts.orderLineItemId;
		const lines = [{ orderLineItemId: id, quantity: 1 }];
		const order = await changed(other, 'fulfillOrder', { orderId, lines });
		await other.close();
		expect(order).toMatchObject({
			orderLineItems: [
				{ quantity: 1, status: 'UNFULFILLED', originalOrderLineItemId: id },
				{ id, quantity: 1, status: 'FULFILLED', originalOrderLineItemId: null },
				{ status: 'UNFULFILLED' },
			],
			orderPackages: [{ orderLineItemIds: [id] }],
		});
	});

	it('can stamp packages with the app that made them', async () => {
		const stamping = await openShop({ stampsPackages: true });
		const { orderId, lines } = placed(stamping);
		await changed(stamping, 'fulfillOrder', { orderId, lines });
		const { body } = await stamping.ask('{ me { id } }');
		const [made] = packagesOf(stamping, orderId);
		await stamping.close();
		expect(made?.app).toEqual(expect.any(String));
		expect(body.data).toEqual({ me: { id: made?.app } });
	});

	it('refuses lines that are in a package', async () => {
		const { orderId, lines, skirt } = placed(shop);
		await changed(shop, 'fulfillOrder', { orderId, lines: [skirt], markAsReadyForShipment: true });
		const before = shop.sandbox.order(orderId);
		expect(await changed(shop, 'fulfillOrder', { orderId, lines })).toEqual([
			'ORDER_LINE_IS_ALREADY_PACKAGED',
			'error_messages.order.order_line_is_already_packaged',
		]);
		expect(shop.sandbox.order(orderId)).toEqual(before);
	});

	it.each([
		['an order that is cancelled', { status: 'CANCELLED' }],
		['a draft', { status: 'DRAFT' }],
	])('refuses %s', async (_, draft) => {
		const { orderId, lines } = placed(shop, draft);
		expect(await changed(shop, 'fulfillOrder', { orderId, lines })).toEqual(notEligible);
	});

	it('refuses a line that is cancelled', async () => {
		const { orderId, lines, skirt } = placed(shop);
		shop.sandbox.cancel(orderId, [{ id: skirt.orderLineItemId }]);
		expect(await changed(shop, 'fulfillOrder', { orderId, lines })).toEqual(notEligible);
	});

	it.each([
		['more than the line has', { quantity: 3 }],
		['no unit', { quantity: 0 }],
		['half a unit', { quantity: 0.5 }],
	])('refuses %s', async (_, part) => {
		const { orderId, shirts } = placed(shop);
		const answer = await mutate(shop, 'fulfillOrder', { orderId, lines: [{ ...shirts, ...part }] });
		expect([answer.status, codeOf(answer)]).toEqual([200, 'ARGUMENT_VALIDATION_ERROR']);
		expect(packagesOf(shop, orderId)).toEqual([]);
	});

	it('refuses a line twice, and no line', async () => {
		const { orderId, shirts } = placed(shop);
		const twice = await mutate(shop, 'fulfillOrder', { orderId, lines: [shirts, shirts] });
		const none = await mutate(shop, 'fulfillOrder', { orderId, lines: [] });
		expect([codeOf(twice), codeOf(none)]).toEqual([
			'ARGUMENT_VALIDATION_ERROR',
			'ARGUMENT_VALIDATION_ERROR',
		]);
	});

	it('refuses ids that it does not know', async () => {
		const { orderId, shirts } = placed(shop);
		const lost = { ...shirts, orderLineItemId: 'nowhere' };
		const order = await mutate(shop, 'fulfillOrder', { orderId: 'nowhere', lines: [shirts] });
		const line = await mutate(shop, 'fulfillOrder', { orderId, lines: [lost] });
		const carrier = await mutate(shop, 'fulfillOrder', {
			orderId,
			lines: [shirts],
			trackingInfoDetail: { cargoCompanyId: 'NOBODY' },
		});
		expect([order, line, carrier].map(codeOf)).toEqual(Array(3).fill('BAD_USER_INPUT'));
		expect(packagesOf(shop, orderId)).toEqual([]);
	});

	it('refuses a null in the tracking', async () => {
		const { orderId, lines } = placed(shop);
		const trackingInfoDetail = { trackingNumber: 'T1', trackingLink: null };
		const answer = await mutate(shop, 'fulfillOrder', { orderId, lines, trackingInfoDetail });
		expect(codeOf(answer)).toBe('ARGUMENT_VALIDATION_ERROR');
	});

	it('needs WRITE_ORDERS', async () => {
		const { orderId, lines } = placed(shop);
		await shop.control('scopes', { scopes: ['READ_ORDERS', 'WRITE_INVENTORIES'] });
		expect(await changed(shop, 'fulfillOrder', { orderId, lines })).toEqual([
			'FORBIDDEN',
			expect.stringContaining('WRITE_ORDERS'),
		]);
		expect(packagesOf(shop, orderId)).toEqual([]);
	});

	it('lists the cargo companies', async () => {
		const { body } = await shop.ask('{ listCargoCompany(id: { eq: "MNG_KARGO" }) { id name } }');
		expect(body.data).toEqual({ listCargoCompany: [{ id: 'MNG_KARGO', name: 'MNG Kargo' }] });
	});
});
