import type { OkerOptions } from '../../sandbox/oker/types';
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
	const open = async (options: OkerOptions = {}) => {
		shop = await connectedOker({ level, ...options });
	};
	beforeEach(() => open());

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

	test('an invoice is kept while the label is waited for', async () => {
		await shop.close();
		await open({ labelMs: 60_000 });
		const [id = ''] = placed(shop, {});
		await shop.tick('sync-orders');
		await moved(id, 'packed');
		const { invoice } = shop.oker.order(id);
		const kept = async () =>
			(await shop.hub('order:get', { orderId: picked(id) })).map(({ invoices, parcels }) => ({
				invoices,
				parcels,
			}));
		expect(await kept()).toMatchObject([
			{ invoices: [{ code: invoice }], parcels: [{ hasLabel: false }] },
		]);
		shop.oker.clock.advance(60_000);
		await shop.tick('send-updates');
		expect(await kept()).toMatchObject([
			{ invoices: [{ code: invoice }], parcels: [{ hasLabel: true }] },
		]);
	});

	test('what comes back to the seller comes in, from the customer and by the courier', async () => {
		const lines = [{ sku: 'TEE' }, { sku: 'TEE' }];
		const [whole = '', part = '', refused = ''] = placed(shop, {}, { lines }, {});
		await shop.tick('sync-orders');
		for (const id of [whole, part]) shop.oker.advance(id, { status: 'DELIVERED' });
		shop.oker.advance(refused, { status: 'DISPATCHED' });
		await shop.tick('sync-orders');
		shop.oker.advance(whole, { status: 'RETURN_REQUESTED', reason: 'Too small' });
		shop.oker.advance(part, { status: 'RETURNED', items: [`${part}-1`] });
		shop.oker.advance(refused, { status: 'COURIER_RETURN' });
		await shop.tick('sync-orders');
		const statuses = async () => (await orders()).map(([id, status]) => [id, status]);
		expect(await statuses()).toEqual([
			[whole, 'return_in_progress'],
			[part, 'partial_return'],
			[refused, 'return_to_origin'],
		]);
		for (const id of [whole, refused]) shop.oker.advance(id, { status: 'RETURNED' });
		await shop.tick('sync-orders');
		expect((await statuses()).map(([, status]) => status)).toEqual([
			...['returned', 'partial_return', 'returned'],
		]);
	});

	test('an order that somebody asks for by its ID is read at once, and again once it has changed', async () => {
		const [id = ''] = placed(shop, { facility: 'OKR-W2' }, {});
		const resync = async () => {
			await shop.hub('order:requestSync', { orderIds: id });
			const { run } = await shop.tick('resync-orders');
			expect(run.data.resultData.error).toBeUndefined();
			expect(await shop.sql('SELECT * FROM asked_orders')).toEqual([]);
		};
		await resync();
		expect(await orders()).toEqual([[id, 'new_order', 'city']]);
		shop.oker.cancel(id);
		await resync();
		expect(await orders()).toEqual([[id, 'cancelled', 'city']]);
	});

	test('an order of long ago that is still open is followed', async () => {
		const [id = ''] = placed(shop, {});
		await shop.tick('sync-orders');
		shop.oker.clock.advance(40 * 86_400_000);
		await shop.tick('sync-orders');
		shop.oker.cancel(id);
		await shop.tick('sync-orders');
		expect(await orders()).toEqual([[id, 'cancelled', 'north']]);
	});

	test('the catalog comes in; what has no SKU is listed', async () => {
		shop.oker.seed([{ sku: '', product: 'P-2', variant: 'V-1', title: 'Cap' }]);
		await shop.tick('sync-catalog');
		expect(await shop.hub('listing:getMany', { returnAll: true })).toMatchObject([
			{ listing: 'P-1/V-1', sku: 'TEE', state: 'linked' },
			{ listing: 'P-2/V-1', sku: null, state: 'skipped' },
		]);
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
