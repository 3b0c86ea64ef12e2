import { babyshop } from '../../channels/babyshop/connector';
import * as requests from '../../channels/babyshop/requests';
import type { Http, HttpRequest } from '../../channels/connector';
import { answerOf, hasContract, operationText } from './babyshopContract';

const box = { length: '1', bredth: '1', height: '1', weight: '1' };

const sent: readonly HttpRequest[] = [
	requests.ordersChanged('01/01/2015 00:00:00', 1),
	requests.ordersIn(['5'], 1),
	requests.ordersByNumber(['7-1']),
	requests.products(1),
	requests.updateInventory([{ sku: 'A', invQty: '11' }]),
	requests.inventoryStatus(['108']),
	requests.generateInvoice('7-1', ['2'], box),
	requests.fetchInvoice('INV1'),
	requests.fetchLabel('INV1', 'shippingLabel'),
	requests.orderShipping('7-1', [{ invoice: 'INV1', awb: '1', carrier: 'x' }]),
	requests.orderCancellation('7-1'),
];

/** Second hand, or a slip of the contract that is tolerated (reference/babyshop-vinculum.md 8.2, 10). */
const tolerated = ['sla', 'sellerId'];

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const namesIn = (value: unknown): readonly string[] => {
	if (!isObject(value)) return [];
	const own = Array.isArray(value) ? [] : Object.keys(value);
	return [...own, ...Object.values(value).flatMap(namesIn)];
};

const bodyOf = ({ body }: HttpRequest): unknown =>
	JSON.parse(new URLSearchParams(String(body)).get('RequestBody') ?? '');

/** The same value, which notes the names of all fields that are read. */
function noting(value: unknown, read: Set<string>): unknown {
	if (!isObject(value)) return value;
	if (Array.isArray(value)) return value.map((one) => noting(one, read));
	return new Proxy(
		Object.fromEntries(Object.entries(value).map(([name, one]) => [name, noting(one, read)])),
		{
			get(fields, name) {
				read.add(String(name));
				return fields[String(name)];
			},
		},
	);
}

const seller = {
	account: 'a@b',
	timeZone: 'Asia/Kolkata',
	inventoryKey: 'sku',
	callsPerFiveMinutes: '40',
};

/** Answers every operation with the contract's own sample, and notes what is read of it. */
function contractHttp(change: Readonly<Record<string, unknown>> = {}) {
	const read = new Map<string, Set<string>>();
	const send = async ({ path }: HttpRequest) => {
		const operation = path.slice(1);
		const names = read.get(operation) ?? new Set<string>();
		read.set(operation, names);
		const body = noting({ ...answerOf(operation), ...Object(change[operation]) }, names);
		return { status: 200, headers: {}, body };
	};
	const http: Http = Object.assign(send, { seller });
	return { http, read };
}

/** The first row of a list in the contract's own answer. */
const sampleOf = (operation: string, list: string): Readonly<Record<string, unknown>> =>
	Object(answerOf(operation)[list])[0];

const since = {
	connectedAt: '2016-01-01T00:00:00.000Z',
	watermark: null,
	overlapMinutes: 0,
	position: null,
};

describe('the contract of Vinculum', () => {
	if (!hasContract) {
		it.skip('says nothing here: ../shared/contracts/vinculum is not beside this repository', () => {});
		return;
	}

	it.each(sent.map((request) => [request.path, request] as const))(
		'has the fields that are sent to %s',
		(path, request) => {
			const said = operationText(path.slice(1));
			expect(request.method).toBe('POST');
			const unknown = namesIn(bodyOf(request)).filter(
				(name) => !new RegExp(`\\b${name}\\b`).test(said),
			);
			expect(unknown).toEqual([]);
		},
	);

	const checkRead = (
		read: ReadonlyMap<string, ReadonlySet<string>>,
		operations: readonly string[],
	) => {
		for (const operation of operations) {
			const there = new Set([...namesIn(answerOf(operation)), ...tolerated]);
			const names = [...(read.get(operation) ?? [])];
			expect(names.length).toBeGreaterThan(2);
			expect([operation, names.filter((name) => !there.has(name))]).toEqual([operation, []]);
		}
	};

	it('has the orders that are read, and its own is one', async () => {
		const { orderNo, orderItems } = sampleOf('orderFetch', 'orders');
		const row = { ...sampleOf('orderList', 'orderList'), orderNo };
		const { http, read } = contractHttp({ orderList: { orderList: [row] } });
		const { orders, unreadable } = await babyshop.orders.page(http, since);
		expect(unreadable).toEqual([]);
		expect(orders).toMatchObject([
			{
				id: orderNo,
				placedAt: '2017-04-20T10:36:00.000Z',
				revisedAt: '2017-11-07T06:25:14.000Z',
				statuses: ['8'],
				total: { minor: 63_000, currency: 'INR' },
				shipTo: { country: 'IN' },
				lines: [
					{
						id: '1',
						listing: Object(orderItems)[0].skuCode,
						ordered: 1,
						cancelled: 1,
						unitPrice: { minor: 33_000 },
					},
				],
			},
		]);
		checkRead(read, ['orderList', 'orderFetch']);
	});

	it('has the products that are read', async () => {
		const { http, read } = contractHttp();
		const { sku: id, vendorSkuCode: sku, skuName: title } = sampleOf('productFetch', 'productList');
		expect((await babyshop.listings.page(http, null)).listings).toEqual([{ id, sku, title }]);
		checkRead(read, ['productFetch']);
	});

	it('has the rows of stock that are read', async () => {
		const { http, read } = contractHttp();
		const { sku: listing, moderationId: ticket } = sampleOf('inventoryPriceUpdate', 'skus');
		const row = { listing: String(listing), location: '', quantity: 11 };
		const pending = { ...row, outcome: 'pending', reason: null, ticket };
		expect(await babyshop.stock.push(http, [row])).toEqual([pending]);
		expect(await babyshop.stock.decided(http, [{ ...row, ticket: '108' }])).toEqual([]);
		checkRead(read, ['inventoryPriceUpdate', 'inventoryPriceStatus']);
	});

	it('has the shipments that are read', async () => {
		const line = { id: '1', open: 1, invoice: 'INV1', awb: null, carrier: null };
		const { http, read } = contractHttp();
		const sent = await babyshop.updates.send(
			http,
			{
				effect: 'status',
				order: '7-1',
				number: '7-1',
				hubStatus: 'shipped',
				channelStatus: '15',
				parcels: [
					{
						parcel: 7,
						location: null,
						lines: [{ line: '1', quantity: 1 }],
						tracking: { number: '123', carrier: null, url: null },
					},
				],
				memo: JSON.stringify({ master: null, lines: [line] }),
			},
			true,
		);
		expect(sent.outcome).toBe('already');
		checkRead(read, ['fetchInvoice']);
	});

	it('has the number of a new shipment', () => {
		expect(Object.keys(answerOf('generateInvoice'))).toContain('invoiceNo');
	});
});
