import type { IDataObject } from 'n8n-workflow';
import { connectedShop } from '../support/shop';
import type { Shop } from '../support/shop';

const trackingNumber = 'TR-1';
const options = { carrier: 'MNG Kargo', trackingUrl: 'https://track.example/TR-1' };

describe('Ikas Channel, what a person tells of an order', () => {
	let shop: Shop;
	beforeEach(async () => {
		shop = await connectedShop();
	});
	afterEach(() => shop.close());

	const place = () => {
		const [order] = shop.ikas.place([{ lines: [{ sku: 'A-1', quantity: 2 }] }]);
		return order?.id ?? '';
	};

	const by = async (operation: string, orderId: string, parameters: IDataObject = {}) =>
		(await shop.items('ikas', `order:${operation}`, { parameters: { orderId, ...parameters } }))[0];

	test('ships with a tracking number, once', async () => {
		const id = place();
		const parameters = { trackingNumber, options };
		expect(await by('ship', id, parameters)).toEqual({
			id,
			number: shop.ikas.order(id).number,
			channelStatus: 'package:FULFILLED',
			outcome: 'sent',
			detail: expect.any(String),
		});
		expect(shop.ikas.order(id).packages).toMatchObject([
			{
				status: 'FULFILLED',
				tracking: { number: 'TR-1', carrier: 'MNG Kargo', link: options.trackingUrl },
			},
		]);
		expect(await by('ship', id, parameters)).toMatchObject({ outcome: 'already' });
		expect(shop.ikas.order(id).events).toHaveLength(1);
	});

	test('ships without a number, but with no carrier alone', async () => {
		const id = place();
		await expect(by('ship', id, { options })).rejects.toThrow(/tracking number/);
		expect(await by('ship', id)).toMatchObject({ outcome: 'sent' });
	});

	test('ships some lines of an order', async () => {
		const [order] = shop.ikas.place([
			{
				lines: [
					{ sku: 'A-1', quantity: 3 },
					{ sku: 'B-2', quantity: 1 },
				],
			},
		]);
		const rows = [{ line: order?.lines[0]?.id, quantity: 2 }];
		await by('ship', order?.id ?? '', { options: { lines: { rows } } });
		const { events } = shop.ikas.order(order?.id ?? '');
		expect(events).toMatchObject([{ lines: [{ sku: 'A-1', quantity: 2 }] }]);
	});

	test('moves the parcels of an order on', async () => {
		const id = place();
		await by('updateStatus', id);
		expect(shop.ikas.order(id).package).toBe('READY_FOR_SHIPMENT');
		await by('updateStatus', id, { status: 'package:DELIVERED' });
		expect(shop.ikas.order(id).package).toBe('DELIVERED');
		await expect(by('updateStatus', id, { status: 'payment:PAID' })).rejects.toThrow(
			/payment:PAID.*package:FULFILLED/,
		);
	});

	test('cancels, once, and not what has left', async () => {
		const [open, left] = [place(), place()];
		expect(await by('cancel', open)).toMatchObject({ outcome: 'sent' });
		expect(shop.ikas.order(open).status).toBe('CANCELLED');
		expect(await by('cancel', open)).toMatchObject({ outcome: 'already' });
		await by('ship', left);
		await expect(by('cancel', left)).rejects.toThrow(/does not allow cancelling a shipped order/);
	});

	test('says which order there is none of, or which cannot be read', async () => {
		await expect(by('cancel', 'nowhere')).rejects.toThrow(/no order with the ID "nowhere"/);
		const [broken] = shop.ikas.place([
			{ lines: [{ sku: 'A-1', quantity: 1 }], unreadable: 'noOrderedAt' },
		]);
		await expect(by('cancel', broken?.id ?? '')).rejects.toThrow(/cannot be read: .*orderedAt/);
	});

	test('lets one order stop no other where the node may go on', async () => {
		const id = place();
		const rows = await shop.items('ikas', 'order:cancel', {
			parameters: { orderId: '={{ $json.id }}' },
			items: [{ id: 'nowhere' }, { id }],
			onError: 'continueRegularOutput',
		});
		expect(rows).toMatchObject([
			{ error: expect.stringContaining('nowhere'), details: { kind: 'rejected' } },
			{ id, outcome: 'sent' },
		]);
	});
});
