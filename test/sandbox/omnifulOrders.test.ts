import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { until } from '../support/published';
import { type Seller, closeSellers, openSeller, orderOf, rowsIn } from './support/omnifulSeller';

afterEach(closeSellers);

const placed = async (seller: Seller, id: string, more: object = {}) => {
	expect((await seller.ask('POST', '/v1/orders', orderOf(id, more))).status).toBe(200);
	seller.omniful.route();
	return seller.omniful.order(id);
};

describe('an order in the Omniful sandbox', () => {
	test('is there once for ever, with no status in the answer to its create', async () => {
		const { ask, omniful } = await openSeller();
		const first = await ask('POST', '/v1/orders', orderOf('A'));
		expect(first).toMatchObject({ status: 200, data: { order_id: 'A', status_code: '' } });
		expect(omniful.order('A').status).toBe('created');
		omniful.cancel('A', { reason: 'x' });
		expect(await ask('POST', '/v1/orders', orderOf('A'))).toMatchObject({
			...{ status: 400, error: { message: 'Order Already Exist' } },
		});
	});

	test.each<[string, object, RegExp]>([
		['a hub that is not mapped', { hub_code: 'DXB' }, /Invalid hub code/],
		['a field that nobody knows', { hubCode: 'RUH' }, /hubCode/],
		['no items', { order_items: [] }, /order_items/],
		['no payment method', { payment_method: 'card' }, /payment_method/],
	])('is refused with %s', async (_, more, message) => {
		const { ask, omniful } = await openSeller();
		const answer = await ask('POST', '/v1/orders', orderOf('A', more));
		expect(answer).toMatchObject({ status: 400 });
		expect(answer.error?.message).toMatch(message);
		expect(omniful.state().orders).toEqual([]);
	});

	test('is reserved when it is routed, and taken off when it leaves', async () => {
		const seller = await openSeller();
		const { omniful } = seller;
		expect(await placed(seller, 'A')).toMatchObject({ status: 'new_order', hub: 'RUH' });
		expect(omniful.stock()[0]).toMatchObject({ onHand: 10, reserved: 2, available: 8 });
		omniful.advance('A', { to: 'shipped' });
		expect(omniful.stock()[0]).toMatchObject({ onHand: 8, reserved: 0 });
	});

	test('waits on hold for stock, for its SKU and for approval', async () => {
		const seller = await openSeller();
		const { omniful, ask } = seller;
		const items = (sku_code: string, quantity: number) => ({
			order_items: [{ sku_code, quantity, selling_price: 1 }],
		});
		expect((await placed(seller, 'A', items('TEE-M', 11))).holdReason).toBe(
			'inventory_not_present',
		);
		expect((await placed(seller, 'B', items('OTHER', 1))).holdReason).toBe('sku_not_valid');
		omniful.set({ manualApproval: true });
		expect((await placed(seller, 'C')).holdReason).toBe('require_manual_approval');
		expect((await ask('PUT', '/v1/orders/C/approve')).status).toBe(200);
		expect(omniful.order('C').status).toBe('new_order');
		expect((await ask('PUT', '/v1/orders/A/approve')).status).toBe(400);
	});

	test('is cancelled with a reason, and not once it has left', async () => {
		const seller = await openSeller();
		await placed(seller, 'A');
		const cancel = (body: object) => seller.ask('PUT', '/v1/orders/A/cancel', body);
		expect((await cancel({})).error?.message).toBe('cancellation reason is required');
		seller.omniful.advance('A', { to: 'shipped' });
		expect((await cancel({ cancel_reason: 'x' })).status).toBe(400);
		await placed(seller, 'B');
		const { status } = await seller.ask('PUT', '/v1/orders/B/cancel', { cancel_reason: 'x' });
		expect([status, seller.omniful.order('B').status]).toEqual([200, 'cancelled']);
		expect(seller.omniful.stock()[0]).toMatchObject({ reserved: 0 });
	});

	test('is cancelled by itself when its time on hold is over', async () => {
		const seller = await openSeller();
		const more = {
			cancel_order_after_seconds: 60,
			order_items: [{ sku_code: 'OTHER', quantity: 1, selling_price: 1 }],
		};
		expect((await placed(seller, 'A', more)).status).toBe('on_hold');
		seller.omniful.clock.advance(61_000);
		expect(seller.omniful.order('A').status).toBe('cancelled');
	});

	test('is read with lines by its Omniful id alone', async () => {
		const seller = await openSeller();
		const { id } = await placed(seller, 'A');
		const { data } = await seller.ask('GET', `/v1/seller/orders/${id}`);
		expect(data).toMatchObject({ hub_code: 'RUH', order_items: [{ sku_code: 'TEE-M' }] });
		const { error } = await seller.ask('GET', '/v1/seller/orders/A');
		expect(error?.message).toBe('invalid object id');
	});

	test('gets a shipment once it is packed, and its label', async () => {
		const seller = await openSeller();
		await placed(seller, 'A');
		const book = () => seller.ask('POST', '/v1/orders/A/shipment', { number_of_boxes: 1 });
		expect((await book()).error).toEqual({
			...{ message: 'This order has not been packed yet.', code: 'REQUEST_INVALID' },
		});
		seller.omniful.advance('A', { to: 'packed' });
		const { data } = await book();
		const label = await fetch((data as { awb_label: string }).awb_label);
		expect((await label.text()).slice(0, 5)).toBe('%PDF-');
		expect((await book()).error?.message).toBe('shipment already exists');
	});

	test('comes back once it was delivered, and no more of it than was bought', async () => {
		const seller = await openSeller();
		await placed(seller, 'A');
		const bring = async (return_order_id: string, return_quantity: number) =>
			await seller.ask('POST', '/v1/orders/A/return_orders', {
				return_order_id,
				return_items: [
					{
						...{ seller_sku_code: 'TEE-M', return_quantity },
						return_reasons: [{ reason: 'Too small', quantity: return_quantity }],
					},
				],
			});
		expect((await bring('R1', 1)).error?.message).toBe('order is not delivered');
		seller.omniful.advance('A', { to: 'delivered' });
		expect((await bring('R1', 1)).status).toBe(200);
		expect((await bring('R1', 1)).error?.message).toBe('reference id already exists');
		expect((await bring('R2', 2)).status).toBe(400);
		expect(rowsIn(await seller.ask('GET', '/v2/seller/return_orders'))).toHaveLength(1);
	});
});

describe('lists of the Omniful sandbox', () => {
	test('go on by a cursor, without lines and hub', async () => {
		const { ask, omniful } = await openSeller();
		omniful.place(Array.from({ length: 5 }, () => ({ lines: [{ sku: 'TEE-M' }] })));
		const first = await ask('GET', '/v2/seller/orders?per_page=3');
		expect(first.meta).toMatchObject({ has_next_page: true, has_previous_page: false });
		const cursor = String(first.meta?.end_cursor);
		const second = await ask('GET', `/v2/seller/orders?per_page=3&search_after=${cursor}`);
		expect(second.meta).toMatchObject({ has_next_page: false });
		const rows = [...rowsIn(first), ...rowsIn(second)];
		expect(new Set(rows.map((row) => row.id)).size).toBe(5);
		expect(rows[0]).not.toHaveProperty('order_items');
		expect(rows[0]).not.toHaveProperty('hub_code');
		const both = `search_after=${cursor}&search_before=${cursor}`;
		expect((await ask('GET', `/v2/seller/orders?${both}`)).status).toBe(400);
	});

	test('filter by whole days, and by none that is older than 90', async () => {
		const { ask, omniful } = await openSeller();
		omniful.place([{ orderId: 'A', lines: [{ sku: 'TEE-M' }] }]);
		const found = async (day: string) =>
			rowsIn(await ask('GET', `/v2/seller/orders/search?updated_from=${day}&updated_to=${day}`));
		expect(await found('2026-03-02')).toHaveLength(1);
		expect(await found('2026-03-01')).toHaveLength(0);
		const old = await ask('GET', '/v2/seller/orders/search?updated_from=2025-11-01');
		expect(old).toMatchObject({ status: 400 });
	});

	test('search without pages, a hundred rows at most', async () => {
		const { ask, omniful } = await openSeller();
		omniful.place(Array.from({ length: 120 }, () => ({ lines: [{ sku: 'TEE-M' }] })));
		const all = await ask('GET', '/v2/seller/orders/search');
		expect([rowsIn(all).length, all.meta]).toEqual([100, null]);
	});
});

describe('webhooks of the Omniful sandbox', () => {
	test('come with the secret until they are answered with 200 and nothing else', async () => {
		const seller = await openSeller({ webhookWaitsMs: [1, 1, 1] });
		const { ask, omniful } = seller;
		const seen: { readonly secret: unknown; readonly body: string }[] = [];
		const answers = [500, 204, 200];
		const server = createServer(async (request, response) => {
			const body = await text(request);
			seen.push({ secret: request.headers['webhook-secret-key'], body });
			response.writeHead(answers[seen.length - 1] ?? 200).end();
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		const row = { topic: 'order_webhook', webhook_url: `http://127.0.0.1:${port}/hook` };
		await ask('PUT', '/v1/webhooks', [{ ...row, is_enable: true }]);
		await ask('POST', '/v1/orders', orderOf('A'));
		await until(() => omniful.deliveries().some(({ isDelivered }) => isDelivered));
		expect(seen.map(({ secret }) => secret)).toEqual(Array(3).fill(omniful.webhookSecret));
		expect(new Set(seen.map(({ body }) => body)).size).toBe(1);
		const { event_name: event, data } = JSON.parse(seen[0]?.body ?? '');
		expect([event, data.order_status]).toEqual(['order.create.event', 'created']);
		await new Promise((resolve) => server.close(resolve));
	});
});
