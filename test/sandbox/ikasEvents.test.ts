import { changed, mutate, packagesOf, placed } from './support/changes';
import { type Shop, openShop, startAt } from './support/ikasShop';
import { quantities, row, seeded } from './support/stock';

describe('what the ikas sandbox remembers of changes', () => {
	let shop: Shop;
	beforeEach(async () => {
		shop = await openShop();
	});
	afterEach(async () => await shop.close());

	const eventsOf = (orderId: string) => shop.sandbox.order(orderId).events;

	it('is what happened to each package, and nothing for the same again', async () => {
		const { orderId, lines, shirts } = placed(shop);
		const trackingInfo = (trackingNumber: string) => ({ trackingNumber, cargoCompany: 'MNG' });
		await changed(shop, 'fulfillOrder', { orderId, lines, markAsReadyForShipment: true });
		const packageId = packagesOf(shop, orderId)[0]?.id ?? '';
		for (const number of ['T1', 'T1', 'T2']) {
			const shipped = { packageId, status: 'FULFILLED', trackingInfo: trackingInfo(number) };
			await changed(shop, 'updateOrderPackageStatus', { orderId, packages: [shipped] });
		}
		const about = { package: packageId, byApi: true, at: expect.any(Number) };
		const events = eventsOf(orderId);
		expect(events).toMatchObject([
			{ ...about, what: 'package_created', status: 'READY_FOR_SHIPMENT', tracking: null },
			{ ...about, what: 'package_moved', status: 'FULFILLED', tracking: { number: 'T1' } },
			{ ...about, what: 'tracking_changed', status: 'FULFILLED', tracking: { number: 'T2' } },
		]);
		expect(events[0]?.lines).toEqual([
			{ id: shirts.orderLineItemId, sku: 'GOMLEK-M', quantity: 2 },
			{ id: lines[1]?.orderLineItemId, sku: 'ETEK-38', quantity: 1 },
		]);
		expect(events[0]?.at).toBeGreaterThanOrEqual(startAt);
	});

	it('is which lines left a package, and which were cancelled', async () => {
		const { orderId, lines, shirts, skirt } = placed(shop);
		await changed(shop, 'fulfillOrder', { orderId, lines, markAsReadyForShipment: true });
		const orderPackageId = packagesOf(shop, orderId)[0]?.id;
		await changed(shop, 'cancelFulfillment', { orderId, orderPackageId, lines: [shirts] });
		await changed(shop, 'cancelFulfillment', { orderId, orderPackageId });
		const half = { ...shirts, quantity: 1, price: 250, restockItems: false };
		await changed(shop, 'cancelOrderLine', { orderId, orderLineItems: [half] });
		await changed(shop, 'cancelOrderLine', { orderId, orderLineItems: [half] });
		expect(eventsOf(orderId).slice(1)).toMatchObject([
			{ what: 'package_removed', lines: [{ id: shirts.orderLineItemId, quantity: 2 }] },
			{ what: 'package_removed', lines: [{ id: skirt.orderLineItemId, quantity: 1 }] },
			{
				what: 'lines_cancelled',
				package: null,
				status: 'PARTIALLY_CANCELLED',
				lines: [{ sku: 'GOMLEK-M', quantity: 1 }],
				byApi: true,
			},
			{ what: 'lines_cancelled', lines: [{ id: shirts.orderLineItemId, quantity: 1 }] },
		]);
	});

	it('tells what the panel did from what the API did', async () => {
		const { orderId } = placed(shop);
		await shop.control('orders/advance', { id: orderId, package: 'READY_FOR_SHIPMENT' });
		await shop.control('orders/cancel', { id: orderId });
		expect(eventsOf(orderId)).toMatchObject([
			{ what: 'package_created', byApi: false },
			{ what: 'package_moved', status: 'CANCELLED', byApi: false },
			{ what: 'lines_cancelled', status: 'CANCELLED', byApi: false },
		]);
	});

	it('holds nothing of what was refused', async () => {
		const { orderId, lines } = placed(shop, { status: 'DRAFT' });
		const before = eventsOf(orderId);
		await changed(shop, 'fulfillOrder', { orderId, lines });
		expect(eventsOf(orderId)).toEqual(before);
	});

	it('shows a change over the API at once, whatever comes late', async () => {
		const { orderId, lines } = placed(shop);
		shop.sandbox.setFaults({ lateRows: 1 });
		await changed(shop, 'fulfillOrder', { orderId, lines });
		expect((await shop.list()).data).toMatchObject([{ orderPackageStatus: 'FULFILLED' }]);
	});

	it('moves updatedAt with every change, so that a sync sees it', async () => {
		const { orderId, lines } = placed(shop, { updatedAt: startAt });
		await changed(shop, 'fulfillOrder', { orderId, lines });
		expect(shop.sandbox.order(orderId).updatedAt).toBeGreaterThan(startAt);
	});

	it('writes down what a mutation asked for', async () => {
		const { orderId, lines } = placed(shop);
		await changed(shop, 'fulfillOrder', { orderId, lines });
		expect(shop.sandbox.calls().at(-1)).toMatchObject({
			operation: 'Fulfil',
			fields: ['fulfillOrder'],
			variables: { input: { orderId, lines } },
			code: null,
		});
	});

	describe('under faults', () => {
		it.each([
			['dropBefore', 0],
			['rate429', 0],
			['rate500', 0],
			['html', 0],
			['expireTokens', 0],
			['dropAfter', 1],
			['cutOff', 1],
			['torn', 1],
		])('has after %s as many packages as there were effects: %i', async (fault, effects) => {
			const { orderId, lines } = placed(shop);
			await shop.control('faults', { [fault]: 1, only: 'fulfillOrder' });
			await Promise.allSettled([mutate(shop, 'fulfillOrder', { orderId, lines })]);
			expect(shop.sandbox.calls().at(-1)?.fault).toBe(fault);
			expect(packagesOf(shop, orderId)).toHaveLength(effects);
		});

		it('has stored what was pushed before the line was cut', async () => {
			const { first } = seeded(shop, { A: 3 });
			const input = { productStockLocationInputs: [row(first, 8)] };
			await shop.control('faults', { dropAfter: 1, only: 'saveProductStockLocations' });
			await expect(mutate(shop, 'saveProductStockLocations', input)).rejects.toThrow();
			expect(quantities(shop)).toEqual([8]);
		});

		it('spares other fields than the named one', async () => {
			const { orderId, lines } = placed(shop);
			await shop.control('faults', { rate500: 1, only: 'cancelOrderLine' });
			expect((await mutate(shop, 'fulfillOrder', { orderId, lines })).status).toBe(200);
			expect((await mutate(shop, 'cancelOrderLine', { orderId, orderLineItems: [] })).status).toBe(
				500,
			);
		});
	});
});
