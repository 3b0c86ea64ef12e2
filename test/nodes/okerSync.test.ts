import { connectedOker, placed } from '../support/okerNodes';
import type { OkerNodes } from '../support/okerNodes';
import { picked } from '../support/shop';

let shop: OkerNodes;
afterEach(() => shop.close());

const orders = async () =>
	(await shop.hub('order:getMany'))
		.map(({ id, status, hub }) => [id, status, hub])
		.toSorted(([one], [other]) => String(one).localeCompare(String(other)));

const moved = async (order: string, status: string) => {
	await shop.items('orderHub', 'order:changeStatus', {
		store: picked('oker'),
		orderId: picked(order),
		status,
	});
	await shop.tick('send-updates');
};

describe.each(['full', 'core'] as const)('Oker by its templates, at %s level', (level) => {
	beforeEach(async () => {
		shop = await connectedOker({ level });
	});

	test('each order goes to the hub of its warehouse, and one of a strange warehouse to nobody', async () => {
		const [one, two, strange] = placed(shop, {}, { facility: 'OKR-W2' }, { facility: 'OKR-W9' });
		await shop.tick('sync-orders');
		expect(await orders()).toEqual([
			[one, 'new_order', 'north'],
			[two, 'new_order', 'city'],
		]);
		const exceptions = await shop.hub('exception:getMany');
		expect(exceptions).toMatchObject([{ cause: expect.stringContaining('OKR-W9') }]);
		expect(JSON.stringify(exceptions)).toContain(strange);
	});

	test('stock goes out by warehouse', async () => {
		placed(shop, { facility: 'OKR-W2' });
		await shop.tick('sync-orders');
		await shop.tick('push-inventory');
		const [listing] = shop.oker.state().listings;
		expect(listing?.figures.map(({ facility, quantity }) => [facility, quantity]).sort()).toEqual([
			['OKR-W1', 10],
			['OKR-W2', 9],
		]);
	});

	test('a cancel after the invoice is a conflict: the goods stay until a person cancels in the hub', async () => {
		const [id = ''] = placed(shop, {});
		await shop.tick('sync-orders');
		await moved(id, 'packed');
		shop.oker.cancel(id, { by: 'marketplace' });
		await shop.tick('sync-orders');
		expect(await orders()).toEqual([[id, 'packed', 'north']]);
		const conflicts = await shop.hub('exception:getMany');
		expect(conflicts).toMatchObject([{ kind: 'cancelled_after_invoice', reference: id }]);
		await moved(id, 'cancelled');
		expect((await orders())[0]?.[1]).toBe('cancelled');
		expect(await shop.hub('exception:getMany')).toEqual([]);
	});

	test('an order that the customer cancels after it is packed and before the invoice is off', async () => {
		const [id = ''] = placed(shop, {});
		await shop.tick('sync-orders');
		await shop.items('orderHub', 'order:changeStatus', {
			store: picked('oker'),
			orderId: picked(id),
			status: 'packed',
		});
		shop.oker.cancel(id);
		await shop.tick('send-updates');
		expect(shop.oker.order(id).invoice).toBeNull();
		await shop.tick('sync-orders');
		expect((await orders())[0]?.[1]).toBe('cancelled');
	});

	test('packing brings invoice, tracking and label, shipping dispatches, and delivery comes back', async () => {
		const [id = ''] = placed(shop, {});
		await shop.tick('sync-orders');
		await moved(id, 'packed');
		const { awb, invoice } = shop.oker.order(id);
		expect(invoice).not.toBeNull();
		expect(await shop.hub('order:get', { orderId: picked(id) })).toMatchObject([
			{
				status: 'packed',
				parcels: [{ tracking: { number: awb }, hasLabel: true }],
				invoices: [{ code: invoice }],
			},
		]);
		await moved(id, 'shipped');
		expect(shop.oker.order(id).history.map(({ what }) => what)).toEqual([
			'placed',
			'invoiced',
			'dispatched',
		]);
		shop.oker.advance(id, { status: 'DELIVERED' });
		await shop.tick('sync-orders');
		expect(await orders()).toEqual([[id, 'delivered', 'north']]);
	});

	test('a cancellation of the customer comes in, and one of the hub goes out', async () => {
		const [one = '', two = ''] = placed(shop, {}, {});
		await shop.tick('sync-orders');
		shop.oker.cancel(one);
		await shop.tick('sync-orders');
		await moved(two, 'cancelled');
		expect((await orders()).map(([, status]) => status)).toEqual(['cancelled', 'cancelled']);
		expect(shop.oker.order(two)).toMatchObject({ status: 'CANCELLED' });
	});
});
