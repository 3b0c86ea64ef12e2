import { toOmsOrder } from '../../channels/shopify/omsOrder';
import { Failure } from '../../domain/failure';

const line = (value: string | null, change: object = {}) => ({
	id: 'gid://shopify/LineItem/1',
	title: 'Dress',
	requiresShipping: true,
	customAttributes: value === null ? [] : [{ key: 'order_hub_lines', value }],
	...change,
});

const fulfilment = (change: object = {}) => ({
	id: 'gid://shopify/Fulfillment/1',
	name: '21900-F1',
	status: 'SUCCESS',
	displayStatus: 'FULFILLED',
	location: { id: 'gid://shopify/Location/1' },
	trackingInfo: [{ company: 'Australia Post', number: 'AP1', url: 'https://post.example/AP1' }],
	fulfillmentLineItems: { nodes: [{ quantity: 1, lineItem: line('1, 2') }] },
	...change,
});

const order = (fulfillments: readonly object[], change: object = {}) => ({
	id: 'gid://shopify/Order/1',
	name: '21900',
	updatedAt: '2026-11-29T01:02:03Z',
	cancelledAt: null,
	cancelReason: null,
	metafield: { value: 'theIconic 4711 900' },
	lineItems: {
		nodes: [
			{ ...line('1, 2'), currentQuantity: 1, unfulfilledQuantity: 0 },
			{ ...line(null), currentQuantity: 1, unfulfilledQuantity: 1 },
		],
	},
	fulfillments,
	...change,
});

const read = (raw: object) => {
	const found = toOmsOrder({ ...raw });
	if (found === null) throw new Error('it was expected to be an order');
	return found;
};

describe('what became of an order in Shopify', () => {
	it('says which units left, by the lines of the channel', () => {
		expect(read(order([fulfilment()]))).toEqual({
			id: 'gid://shopify/Order/1',
			number: '21900',
			key: 'theIconic 4711 900',
			revisedAt: '2026-11-29T01:02:03.000Z',
			cancelled: null,
			lines: [
				{
					of: [
						{ line: '1', quantity: 1 },
						{ line: '2', quantity: 1 },
					],
					kept: 1,
					open: 0,
				},
			],
			parcels: [
				{
					id: 'gid://shopify/Fulfillment/1',
					status: 'shipped',
					location: 'gid://shopify/Location/1',
					lines: [
						{
							of: [
								{ line: '1', quantity: 1 },
								{ line: '2', quantity: 1 },
							],
							quantity: 1,
						},
					],
					tracking: { number: 'AP1', carrier: 'Australia Post', url: 'https://post.example/AP1' },
				},
			],
			faults: [],
		});
	});

	it('is nothing where the order was not handed over', () => {
		expect(toOmsOrder({ ...order([fulfilment()]), metafield: null })).toBeNull();
	});

	it.each([
		['SUCCESS', 'IN_TRANSIT', 'shipped'],
		['SUCCESS', null, 'shipped'],
		['SUCCESS', 'DELIVERED', 'delivered'],
		['CANCELLED', 'CANCELED', 'cancelled'],
		['CANCELLED', 'DELIVERED', 'cancelled'],
		['ERROR', null, 'cancelled'],
		['FAILURE', 'FAILURE', 'cancelled'],
	])('takes a fulfilment that is %s and %s for %s', (status, displayStatus, became) => {
		const { parcels } = read(order([fulfilment({ status, displayStatus })]));
		expect(parcels.map((parcel) => parcel.status)).toEqual([became]);
	});

	it.each(['OPEN', 'PENDING'])('does not count a fulfilment that is %s', (status) => {
		expect(read(order([fulfilment({ status })])).parcels).toEqual([]);
	});

	it.each([
		[[]],
		[[{ company: 'DHL', number: null, url: null }]],
		[[{ company: '', number: ' ', url: null }]],
	])('knows no tracking while there is no number: %j', (trackingInfo) => {
		const { parcels, faults } = read(order([fulfilment({ trackingInfo })]));
		expect([parcels[0]?.tracking, faults]).toEqual([null, []]);
	});

	it('gives the first of several tracking numbers, and names the others', () => {
		const trackingInfo = [
			{ company: null, number: '', url: null },
			{ company: '', number: 'AP1', url: null },
			{ company: 'DHL', number: 'AP2', url: null },
			{ company: 'DHL', number: 'AP3', url: null },
		];
		const { parcels, faults } = read(order([fulfilment({ trackingInfo })]));
		expect(parcels[0]?.tracking).toEqual({ number: 'AP1', carrier: null, url: null });
		expect(faults).toEqual([
			expect.stringMatching(/^Fulfilment 21900-F1 .*only AP1 .*not AP2, AP3\.$/),
		]);
	});

	it('leaves out the line that names the channel, and names goods that the channel did not sell', () => {
		const lineItems = [
			{ quantity: 1, lineItem: line(null, { requiresShipping: false, title: 'The Iconic' }) },
			{ quantity: 2, lineItem: line(null, { title: 'Scarf' }) },
			{ quantity: 1, lineItem: line('3') },
		];
		const fulfillmentLineItems = { nodes: lineItems };
		const { parcels, faults } = read(order([fulfilment({ fulfillmentLineItems })]));
		expect(parcels[0]?.lines).toEqual([{ of: [{ line: '3', quantity: 1 }], quantity: 1 }]);
		expect(faults).toEqual([expect.stringMatching(/21900-F1 holds 2 of "Scarf"/)]);
	});

	it.each([
		['CUSTOMER', 'customer_requested'],
		['INVENTORY', 'out_of_stock'],
		['FRAUD', null],
		[null, null],
	])('says why it was cancelled: %s is %s', (cancelReason, reason) => {
		const cancelledAt = '2026-11-29T01:00:00Z';
		expect(read(order([], { cancelledAt, cancelReason })).cancelled).toEqual({ reason });
	});

	it('names the field of an answer that is not as expected', () => {
		const broken = () => read(order([fulfilment({ fulfillmentLineItems: {} })]));
		expect(broken).toThrow(Failure);
		expect(broken).toThrow(/fulfillmentLineItems\.nodes/);
	});
});
