import type { Http, HttpRequest } from '../../channels/connector';
import { theIconic } from '../../channels/theIconic/connector';
import { documentOf } from '../../channels/theIconic/documents';
import * as requests from '../../channels/theIconic/requests';
import { answerTo, hasContract, requestFaults } from './iconicContract';
import { tracking } from './iconicUpdate';

const leaving = { deliveryType: 'dropship', shippingProvider: 'A', trackingNumber: 'TR-1' };

const sent: readonly HttpRequest[] = [
	requests.seller(),
	requests.ordersChanged('2026-03-02T10:15:00.123000Z', 0),
	requests.ordersById(['1', '2']),
	requests.ordersByNumber('21'),
	requests.latestOrders(0, 50),
	requests.order('1'),
	requests.packages(['5', '6']),
	requests.providers(),
	requests.reasons(),
	requests.setPacked(['5'], leaving),
	requests.setReadyToShip(['5'], leaving),
	requests.setShipped(['5']),
	requests.setDelivered(['5']),
	requests.setCancelled(['5'], 'Out of Stock'),
	requests.setTrackingCode('5', 'TR-2'),
	requests.setProvider('5', 'A', 'TR-2'),
	requests.productSets(0, 25),
	requests.productsOf('4'),
	requests.productsBySku(['A b', 'é&']),
	requests.stockOf('8'),
	requests.stockOfSet('4'),
	requests.setStock([{ productId: 8, quantity: 0 }]),
	requests.exportDocument('shippingLabel', { orderItemIds: [5] }),
	requests.exportDocument('invoice', { orderIds: [1] }),
	requests.fileStatus('11111111-2222-4333-8444-555555555555'),
	requests.file('11111111-2222-4333-8444-555555555555'),
];

/** A value of the contract with some of it replaced, down to the first item of lists. */
function changed(value: unknown, change: unknown): unknown {
	if (Array.isArray(value) && Array.isArray(change)) {
		return change.map((one) => changed(value[0], one));
	}
	const isObject = (one: unknown) => typeof one === 'object' && one !== null && !Array.isArray(one);
	if (!isObject(value) || !isObject(change)) return change;
	const replaced = Object.entries(Object(change)).map(([name, one]) => [
		name,
		changed(Object(value)[name], one),
	]);
	return { ...Object(value), ...Object.fromEntries(replaced) };
}

/** Answers with what the contract names, and with changes of it by a part of the path. */
const contractHttp = (changes: Readonly<Record<string, unknown>> = {}): Http => {
	return async (request) => {
		const change = Object.entries(changes).find(([part]) => request.path.includes(part))?.[1];
		const body = answerTo(request);
		return { status: 200, headers: {}, body: change === undefined ? body : changed(body, change) };
	};
};

const since = {
	connectedAt: '2026-03-01T00:00:00.000Z',
	watermark: null,
	overlapMinutes: 0,
	position: null,
};

describe('the contract of SellerCenter', () => {
	if (!hasContract) {
		it.skip('says nothing here: ../shared/contracts/sellercenter is not beside this repository', () => {});
		return;
	}

	it.each(sent.map((request) => [request.method, request.path, request] as const))(
		'has nothing against %s %s',
		(_method, _path, request) => {
			expect(requestFaults(request)).toEqual([]);
		},
	);

	it('would say so', () => {
		const wrong = { ...requests.setPacked(['5'], leaving), body: { orderItems: [{ id: '5' }] } };
		expect(requestFaults(wrong)).toEqual([
			'body.deliveryType is missing',
			'body.orderItems[0].orderItemId is missing',
			'body.orderItems[0].id is not known',
		]);
		const path = '/v2/orders?limit=100&sort=price&bogus=1';
		expect(requestFaults({ method: 'GET', path })).toEqual([
			'offset is missing',
			'sort is wrong',
			'bogus is not known',
		]);
	});

	it('has the seller and the orders that are read', async () => {
		const order = { currency: 'AUD', items: [{ shipment: { type: 'dropshipping' } }] };
		const http = contractHttp({
			'/v2/orders?': { items: [order], pagination: { hasNext: false } },
		});
		expect(await theIconic.account(http)).toMatchObject({ id: '7', name: 'text' });
		const { orders, unreadable } = await theIconic.orders.page(http, since);
		expect(unreadable).toEqual([]);
		expect(orders).toMatchObject([
			{
				id: '7',
				number: 'text',
				placedAt: '2026-03-02T10:15:00.123Z',
				revisedAt: '2026-03-02T10:15:00.123Z',
				statuses: ['pending'],
				total: { minor: 700, currency: 'AUD' },
				payment: 'text',
				customer: { name: 'text text', email: 'text', phone: 'text' },
				shipTo: { lines: ['text'], city: 'text', district: 'text', postcode: 'text' },
				lines: [
					{
						id: '7',
						sku: 'text',
						listing: '7',
						title: 'text (text)',
						unitPrice: { minor: 700 },
						tax: { amount: { minor: 700 }, percent: 7 },
					},
				],
			},
		]);
	});

	it('has the products and the stock that are read', async () => {
		const http = contractHttp({ '/v2/product-sets': { pagination: { totalCount: 1 } } });
		expect((await theIconic.listings.page(http, null)).listings).toEqual([
			{ id: '7', sku: 'text', title: 'text (text)' },
		]);
		const level = { listing: '7', location: '', quantity: 7 };
		expect((await theIconic.stock.page(http, null)).levels).toEqual([level]);
		expect((await theIconic.stock.get(http, '7')).levels).toEqual([level]);
		expect(await theIconic.stock.push(http, [level])).toMatchObject([{ outcome: 'refused' }]);
	});

	it('has the carriers and reasons that are read', async () => {
		const http = contractHttp();
		expect(await theIconic.carriers.list(http)).toEqual(['text']);
		expect(await theIconic.cancelReasons.list(http)).toEqual(['text']);
	});

	it('has what a parcel is told by', async () => {
		const http = contractHttp({ '/v2/orders/7': { items: [{ status: 'ready_to_ship' }] } });
		const sent = await theIconic.updates.send(http, {
			effect: 'status',
			order: '7',
			number: '21',
			hubStatus: 'ready_to_ship',
			channelStatus: 'ready_to_ship',
			parcels: [
				{
					parcel: 1,
					location: null,
					lines: [{ line: '7', quantity: 1 }],
					tracking: tracking('text'),
				},
			],
		});
		expect(sent.outcome).toBe('already');
	});

	it('has the files that are read', async () => {
		const pdf = Buffer.from('%PDF-1.4').toString('base64');
		const http = contractHttp({ '/status': { processStatus: 'FINISHED' }, '/download/': pdf });
		expect((await documentOf(http, 'label', { order: '7' })).base64).toBe(pdf);
	});
});
