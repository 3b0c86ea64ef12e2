import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { toOrder } from '../../channels/oker/mapper';
import type { Order } from '../../domain/order';

const document = parse(
	readFileSync(join(__dirname, '../../docs/oker-connector.openapi.yaml'), 'utf8'),
);

/** The contract's own examples. */
const { newOrder, returnedOrder } =
	document.paths['/orders'].get.responses['200'].content['application/json'].examples;
const [example] = newOrder.value.orders;
const [returned] = returnedOrder.value.orders;
const [item] = example.orderItems;

const orderOf = (change: object): Order => {
	const record = toOrder({ ...example, ...change });
	if ('reason' in record) throw new Error(record.reason);
	return record;
};

const statusOf = (...items: readonly object[]) =>
	orderOf({
		orderItems: items.map((one, at) => ({ ...item, orderItemId: `I-${at}`, ...one })),
	}).statuses;

const reasonOf = (change: object) => {
	const record = toOrder({ ...example, ...change });
	return 'reason' in record ? record.reason : null;
};

describe('an order of Oker', () => {
	it('is read from the example of the contract', () => {
		expect(orderOf({})).toEqual({
			id: 'OK-50001',
			number: '50001',
			placedAt: '2025-02-01T03:45:00.000Z',
			revisedAt: '2025-02-01T03:45:00.000Z',
			statuses: ['CREATED'],
			location: 'OKR-W1',
			total: { minor: 99_800, currency: 'INR' },
			payment: 'PREPAID',
			tags: ['sla:2025-02-03T12:30:00.000Z'],
			weight: null,
			customer: { name: 'A. Buyer', email: null, phone: '9999999999' },
			shipTo: {
				name: 'A. Buyer',
				company: null,
				lines: ['1 Sample Street'],
				district: null,
				city: 'Sample City',
				region: 'Sample State',
				postcode: '110001',
				country: 'IN',
				phone: '9999999999',
				latitude: null,
				longitude: null,
			},
			lines: [
				{
					id: 'OK-50001-1',
					listing: 'P-1001/V-2001',
					sku: 'TEE-RED-M',
					title: 'Basic tee, red, M',
					ordered: 2,
					cancelled: 0,
					unitPrice: { minor: 49_900, currency: 'INR' },
				},
			],
			isWhole: true,
			invoiceBinds: true,
		});
	});

	it('is one that came back, in the other example', () => {
		const record = toOrder(returned);
		expect(record).toMatchObject({
			id: 'OK-49990',
			number: 'OK-49990',
			statuses: ['COURIER_RETURN'],
		});
	});

	describe('has the status', () => {
		it.each([
			[
				'of its open items, the least advanced first',
				[{ status: 'DELIVERED' }, { status: 'CREATED' }],
				['CREATED', 'DELIVERED'],
			],
			['of what is not cancelled', [{ status: 'CANCELLED' }, { status: 'CREATED' }], ['CREATED']],
			[
				'cancelled once all of it is',
				[{ status: 'CANCELLED' }, { status: 'CANCELLED' }],
				['CANCELLED'],
			],
			['on hold, alone', [{ onHold: true }, {}], ['ON_HOLD']],
			[
				'of the courier, who heeds no hold',
				[{ onHold: true, status: 'DISPATCHED' }],
				['DISPATCHED'],
			],
			[
				'partly returned',
				[{ status: 'DELIVERED' }, { status: 'RETURNED' }],
				['PARTLY_RETURNED', 'DELIVERED', 'RETURNED'],
			],
			['that nobody knew', [{ status: 'TELEPORTED' }], ['TELEPORTED']],
		])('%s', (_, items, statuses) => {
			expect(statusOf(...items)).toEqual(statuses);
		});

		it('of the order where that is not released', () => {
			expect(orderOf({ orderStatus: 'PENDING_VERIFICATION' }).statuses).toEqual([
				'PENDING_VERIFICATION',
			]);
			expect(orderOf({ orderStatus: 'CANCELLED' }).statuses).toEqual(['CANCELLED']);
		});
	});

	it('counts what is cancelled of it, item by item', () => {
		const items = [item, { ...item, orderItemId: 'I-2', status: 'CANCELLED' }];
		const [first, second] = orderOf({ orderItems: items }).lines;
		expect([first?.cancelled, second?.cancelled]).toEqual([0, 2]);
	});

	it('has no time of change, and its shown number is its id, where the gateway says neither', () => {
		const order = orderOf({ updatedAt: undefined, displayOrderNumber: undefined });
		expect([order.revisedAt, order.number]).toEqual([null, 'OK-50001']);
	});

	it('adds charges from wherever they stand', () => {
		const price = { ...example.orderPrice, totalShippingCharges: 40, totalDiscount: 98 };
		expect(orderOf({ orderPrice: price }).total.minor).toBe(94_000);
		const orderItemPrice = { ...item.orderItemPrice, shippingCharges: 10 };
		const items = [{ ...item, orderItemPrice }];
		expect(orderOf({ orderItems: items }).total.minor).toBe(101_800);
	});

	describe('is for a person', () => {
		const items = (...changes: readonly object[]) => ({
			orderItems: changes.map((one, at) => ({ ...item, orderItemId: `I-${at}`, ...one })),
		});
		it.each([
			[
				'of two warehouses',
				items({}, { facilityCode: 'OKR-W2' }),
				'different warehouses, "OKR-W1" and "OKR-W2"',
			],
			['of none', items({ facilityCode: undefined }), 'no warehouse'],
			['that the seller ships', { thirdPartyShipping: false }, 'the marketplace ships'],
			['without items', { orderItems: [] }, 'no item'],
			['with an item twice', { orderItems: [item, item] }, 'an ID twice'],
			['without a price', items({ orderItemPrice: undefined }), 'orderItemPrice'],
			['of half a unit', items({ quantity: 0.5 }), 'quantity'],
			['of a time without an offset', { orderDate: '2025-02-01T09:15:00' }, 'orderDate'],
			[
				'without a street',
				{ shippingAddress: { ...example.shippingAddress, addressLine1: '' } },
				'addressLine1',
			],
		])('%s', (_, change, words) => {
			expect(reasonOf(change)).toContain(words);
		});

		it('though only an open item decides on the warehouse', () => {
			const change = items({}, { facilityCode: 'OKR-W2', status: 'CANCELLED' });
			expect(reasonOf(change)).toBeNull();
		});
	});
});
