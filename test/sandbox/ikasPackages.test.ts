import { changed, mutate, notEligible, packagesOf, packed, placed } from './support/changes';
import { type Shop, codeOf, openShop } from './support/ikasShop';

describe('moving packages in the ikas sandbox', () => {
	let shop: Shop;
	beforeEach(async () => {
		shop = await openShop();
	});
	afterEach(async () => await shop.close());

	const move = async (orderId: string, ...packages: readonly object[]) =>
		await changed(shop, 'updateOrderPackageStatus', { orderId, packages });

	it('moves a package, its lines and its order along, up to delivered', async () => {
		const { orderId, packageId } = await packed(shop, 'READY_FOR_SHIPMENT');
		const trackingInfo = { trackingNumber: 'T1', trackingLink: 'https://kargo/T1' };
		const shipped = { packageId, status: 'FULFILLED', trackingInfo, sourceId: 'parcel-1' };
		expect(await move(orderId, shipped)).toMatchObject({
			orderPackageStatus: 'FULFILLED',
			orderLineItems: [{ status: 'FULFILLED' }, { status: 'FULFILLED' }],
			orderPackages: [
				{ orderPackageFulfillStatus: 'FULFILLED', trackingInfo, sourceId: 'parcel-1' },
			],
		});
		expect(await move(orderId, { packageId, status: 'DELIVERED' })).toMatchObject({
			orderPackageStatus: 'DELIVERED',
			orderLineItems: [{ status: 'DELIVERED' }, { status: 'DELIVERED' }],
			orderPackages: [{ trackingInfo }],
		});
	});

	it('knows a package that could not be delivered', async () => {
		const { orderId, packageId } = await packed(shop, 'FULFILLED');
		expect(await move(orderId, { packageId, status: 'UNABLE_TO_DELIVER' })).toMatchObject({
			orderPackageStatus: 'UNABLE_TO_DELIVER',
		});
	});

	it('calls an order delivered in part while a package is on its way', async () => {
		const { orderId, shirts, skirt } = placed(shop);
		for (const line of [shirts, skirt]) {
			await changed(shop, 'fulfillOrder', { orderId, lines: [line] });
		}
		const packageId = packagesOf(shop, orderId)[1]?.id;
		expect(await move(orderId, { packageId, status: 'DELIVERED' })).toMatchObject({
			orderPackageStatus: 'PARTIALLY_DELIVERED',
			orderLineItems: [{ status: 'FULFILLED' }, { status: 'DELIVERED' }],
		});
	});

	it('takes another tracking number for a package that is shipped', async () => {
		const { orderId, packageId } = await packed(shop, 'FULFILLED');
		const track = async (trackingNumber: string) =>
			await move(orderId, { packageId, status: 'FULFILLED', trackingInfo: { trackingNumber } });
		await track('T1');
		expect(await track('T2')).toMatchObject({
			orderPackages: [{ trackingInfo: { trackingNumber: 'T2' } }],
		});
	});

	it('changes nothing when told the same again', async () => {
		const { orderId, packageId } = await packed(shop, 'READY_FOR_SHIPMENT');
		const trackingInfo = { trackingNumber: 'T1' };
		await move(orderId, { packageId, status: 'FULFILLED', trackingInfo });
		const before = shop.sandbox.order(orderId);
		expect(await move(orderId, { packageId, status: 'FULFILLED', trackingInfo })).toMatchObject({
			orderPackageStatus: 'FULFILLED',
		});
		expect(shop.sandbox.order(orderId)).toEqual(before);
	});

	it.each([
		['FULFILLED', 'READY_FOR_SHIPMENT'],
		['FULFILLED', 'CANCELLED'],
		['READY_FOR_SHIPMENT', 'PLANNED'],
		['READY_FOR_SHIPMENT', 'DELIVERED'],
	] as const)('refuses to move a package from %s to %s', async (from, status) => {
		const { orderId, packageId } = await packed(shop, from);
		const before = shop.sandbox.order(orderId);
		expect(await move(orderId, { packageId, status })).toEqual(notEligible);
		expect(shop.sandbox.order(orderId)).toEqual(before);
	});

	it('refuses new tracking for a package that has arrived', async () => {
		const { orderId, packageId } = await packed(shop, 'FULFILLED');
		await move(orderId, { packageId, status: 'DELIVERED' });
		const trackingInfo = { trackingNumber: 'T2' };
		expect(await move(orderId, { packageId, status: 'DELIVERED', trackingInfo })).toEqual(
			notEligible,
		);
	});

	it('moves all packages of a call or none', async () => {
		const { orderId, shirts, skirt } = placed(shop);
		await changed(shop, 'fulfillOrder', { orderId, lines: [shirts], markAsReadyForShipment: true });
		await changed(shop, 'fulfillOrder', { orderId, lines: [skirt] });
		const [ready, shipped] = packagesOf(shop, orderId);
		const good = { packageId: ready?.id, status: 'FULFILLED' };
		const bad = { packageId: shipped?.id, status: 'READY_FOR_SHIPMENT' };
		expect(await move(orderId, good, bad)).toEqual(notEligible);
		expect(packagesOf(shop, orderId)).toEqual([ready, shipped]);
	});

	it("refuses another app's package", async () => {
		const { orderId, packageId } = await packed(shop, 'READY_FOR_SHIPMENT');
		await shop.control('orders/advance', { id: orderId, app: 'ikas-shipping' });
		expect((await shop.list()).data).toMatchObject([
			{ orderPackages: [{ appId: 'ikas-shipping' }] },
		]);
		expect(await move(orderId, { packageId, status: 'FULFILLED' })).toEqual(notEligible);
		const undone = { orderId, orderPackageId: packageId };
		expect(await changed(shop, 'cancelFulfillment', undone)).toEqual(notEligible);
	});

	it('refuses an order that is paid back', async () => {
		const { orderId, packageId } = await packed(shop, 'READY_FOR_SHIPMENT');
		shop.sandbox.advance(orderId, { status: 'REFUNDED' });
		expect(await move(orderId, { packageId, status: 'FULFILLED' })).toEqual(notEligible);
	});

	it('takes a message only with an error', async () => {
		const { orderId, packageId } = await packed(shop, 'READY_FOR_SHIPMENT');
		const input = (status: string) => ({
			orderId,
			packages: [{ packageId, status, errorMessage: 'no label' }],
		});
		const refused = await mutate(shop, 'updateOrderPackageStatus', input('FULFILLED'));
		expect(codeOf(refused)).toBe('ARGUMENT_VALIDATION_ERROR');
		expect(await changed(shop, 'updateOrderPackageStatus', input('ERROR'))).toMatchObject({
			orderPackages: [{ orderPackageFulfillStatus: 'ERROR', errorMessage: 'no label' }],
		});
	});

	it.each([
		['the same package twice', 2, {}, 'ARGUMENT_VALIDATION_ERROR'],
		['no package', 0, {}, 'ARGUMENT_VALIDATION_ERROR'],
		['a package that it does not know', 1, { packageId: 'nowhere' }, 'BAD_USER_INPUT'],
		['a status that ikas does not have', 1, { status: 'LOST' }, 'BAD_USER_INPUT'],
	])('refuses %s', async (_, times, part, code) => {
		const { orderId, packageId } = await packed(shop, 'READY_FOR_SHIPMENT');
		const packages = Array(times).fill({ packageId, status: 'FULFILLED', ...part });
		const answer = await mutate(shop, 'updateOrderPackageStatus', { orderId, packages });
		expect(codeOf(answer)).toBe(code);
		expect(packagesOf(shop, orderId)).toMatchObject([{ status: 'READY_FOR_SHIPMENT' }]);
	});

	it('cancels a package and not its lines, which can then be packed again', async () => {
		const { orderId, packageId, shirts } = await packed(shop, 'READY_FOR_SHIPMENT');
		expect(await move(orderId, { packageId, status: 'CANCELLED' })).toMatchObject({
			orderPackageStatus: 'UNFULFILLED',
			orderLineItems: [{ status: 'UNFULFILLED' }, { status: 'UNFULFILLED' }],
		});
		expect(await changed(shop, 'fulfillOrder', { orderId, lines: [shirts] })).toMatchObject({
			orderPackageStatus: 'PARTIALLY_FULFILLED',
		});
	});

	it('moves the packages of the API when the panel ships, and packs what is left', async () => {
		const { orderId, shirts, skirt } = placed(shop);
		await changed(shop, 'fulfillOrder', { orderId, lines: [shirts], markAsReadyForShipment: true });
		const tracking = { trackingNumber: 'P1' };
		await shop.control('orders/advance', { id: orderId, package: 'FULFILLED', tracking });
		expect(packagesOf(shop, orderId)).toMatchObject([
			{ status: 'FULFILLED', lines: [shirts.orderLineItemId], tracking: { number: 'P1' } },
			{ status: 'FULFILLED', lines: [skirt.orderLineItemId], tracking: { number: 'P1' } },
		]);
	});
});
