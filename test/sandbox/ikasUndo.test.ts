import { changed, mutate, notEligible, packagesOf, packed } from './support/changes';
import { type Shop, codeOf, openShop } from './support/ikasShop';

describe('taking packages apart in the ikas sandbox', () => {
	let shop: Shop;
	beforeEach(async () => {
		shop = await openShop();
	});
	afterEach(async () => await shop.close());

	it('makes its lines open again, and the package deleted', async () => {
		const { orderId, packageId } = await packed(shop, 'READY_FOR_SHIPMENT');
		const undone = { orderId, orderPackageId: packageId };
		expect(await changed(shop, 'cancelFulfillment', undone)).toMatchObject({
			orderPackageStatus: 'UNFULFILLED',
			orderLineItems: [{ status: 'UNFULFILLED' }, { status: 'UNFULFILLED' }],
			orderPackages: [{ id: packageId, deleted: true }],
		});
		expect(codeOf(await mutate(shop, 'cancelFulfillment', undone))).toBe('BAD_USER_INPUT');
	});

	it('takes out the named lines and leaves the others', async () => {
		const { orderId, packageId, shirts } = await packed(shop, 'READY_FOR_SHIPMENT');
		const undone = { orderId, orderPackageId: packageId, lines: [shirts] };
		expect(await changed(shop, 'cancelFulfillment', undone)).toMatchObject({
			orderPackageStatus: 'PARTIALLY_READY_FOR_SHIPMENT',
		});
		const [left] = packagesOf(shop, orderId);
		expect(left).toMatchObject({ deleted: false, lines: [expect.any(String)] });
		expect(left?.lines).not.toContain(shirts.orderLineItemId);
	});

	it('refuses lines that are not in it', async () => {
		const { orderId, packageId, shirts } = await packed(shop, 'READY_FOR_SHIPMENT');
		const lines = [{ ...shirts, orderLineItemId: 'nowhere' }];
		const undone = { orderId, orderPackageId: packageId, lines };
		expect(codeOf(await mutate(shop, 'cancelFulfillment', undone))).toBe('BAD_USER_INPUT');
	});

	it('refuses one that has left', async () => {
		const { orderId, packageId } = await packed(shop, 'FULFILLED');
		const undone = { orderId, orderPackageId: packageId };
		expect(await changed(shop, 'cancelFulfillment', undone)).toEqual(notEligible);
		expect(packagesOf(shop, orderId)).toMatchObject([{ status: 'FULFILLED', deleted: false }]);
	});

	it('refuses an order that is paid back', async () => {
		const { orderId, packageId } = await packed(shop, 'READY_FOR_SHIPMENT');
		shop.sandbox.advance(orderId, { status: 'REFUNDED' });
		const undone = { orderId, orderPackageId: packageId };
		expect(await changed(shop, 'cancelFulfillment', undone)).toEqual(notEligible);
	});
});
