import { toOrder } from '../../channels/amazonSellerFlex/mapper';
import { memoIn } from '../../channels/amazonSellerFlex/memo';
import type { Order } from '../../domain/order';

const amount = (value: string, currencyCode = 'AED') => ({ value, currencyCode });
const charge = (chargeType: string, net: string, currencyCode = 'AED') => ({
	chargeType,
	totalCharge: { netAmount: amount(net, currencyCode) },
});
const level = (required: readonly string[], name: string) =>
	required.includes(name) ? 'REQUIRED' : 'DISALLOWED';

const line = (change: object = {}, required: readonly string[] = []) => ({
	shipmentLineItemId: '1',
	merchantSku: 'KETTLE-1',
	numberOfUnits: 2,
	charges: [charge('PRODUCT', '99.50')],
	complianceAttributes: {
		serialNumberRequirement: level(required, 'serial'),
		hazmatLabelsRequirement: level(required, 'hazmat'),
		countryOfOriginRequirement: level(required, 'country'),
		itemValueRequirement: level(required, 'value'),
	},
	...change,
});

/** By reference/amazon-seller-flex.md 6.2, and the form of Amazon's own samples. */
const shipment = (change: object = {}, info: object = {}) => ({
	id: 'D1',
	locationId: 'EXSB',
	status: 'ACCEPTED',
	marketplaceAttributes: {
		marketplaceId: 'A2VIGQ35RCS4UG',
		channelName: 'FBA',
		merchantId: 'A1SELLER0EXAMPLE',
	},
	shipmentInfo: {
		buyerOrderId: '407-7727827-8514700',
		shipmentType: 'NEW',
		numberOfUnits: 2,
		priority: 'LOW',
		orderStatesEligibleForRejection: ['ACCEPTED', 'CONFIRMED'],
		orderPlacedTimestamp: '1604923992000',
		...info,
	},
	shipmentRequirements: { invoice: { requirement: 'NOT_REQUIRED', status: 'NOT_AVAILABLE' } },
	shippingInfo: { expectedShippingDateTimeInUTC: '2020-11-10T14:00:00Z' },
	charges: [charge('TOTAL', '109.50'), charge('SHIPPING', '10')],
	lineItems: [line()],
	creationDateTime: '2020-11-09T12:15:00Z',
	lastUpdatedDateTime: '2020-11-09 14:00:00Z',
	...change,
});

const orderOf = (raw: unknown): Order => {
	const order = toOrder(raw);
	if ('raw' in order) throw new Error(order.reason);
	return order;
};
const memoOf = (raw: unknown) => memoIn(orderOf(raw).memo);

describe('an order of Amazon', () => {
	it('is a shipment, under the number that people know', () => {
		const { memo, ...order } = orderOf(shipment());
		expect(order).toEqual({
			id: 'D1',
			number: '407-7727827-8514700',
			placedAt: '2020-11-09T12:13:12.000Z',
			revisedAt: '2020-11-09T14:00:00.000Z',
			statuses: ['ACCEPTED'],
			location: 'EXSB',
			total: { minor: 10_950, currency: 'AED' },
			payment: null,
			tags: [],
			weight: null,
			customer: null,
			shipTo: null,
			lines: [
				{
					id: '1',
					listing: 'KETTLE-1',
					sku: 'KETTLE-1',
					title: 'KETTLE-1',
					ordered: 2,
					cancelled: 0,
					unitPrice: { minor: 4_975, currency: 'AED' },
				},
			],
		});
		expect(typeof memo).toBe('string');
	});

	it.each([
		['2020-06-09T14:00:00Z', '2020-06-09T14:00:00.000Z'],
		['2020-06-09 14:00:00Z', '2020-06-09T14:00:00.000Z'],
		['2020-06-09T14:00:00.123+04:00', '2020-06-09T10:00:00.123Z'],
		['2020-06-09T14:00:00', '2020-06-09T14:00:00.000Z'],
		['1604923992000', '2020-11-09T12:13:12.000Z'],
	])('was placed at %s', (orderPlacedTimestamp, at) => {
		expect(orderOf(shipment({}, { orderPlacedTimestamp })).placedAt).toBe(at);
	});

	it.each([undefined, '', 'yesterday', 17])(
		'was placed when the shipment was made, where the time is %p',
		(orderPlacedTimestamp) => {
			const { placedAt } = orderOf(shipment({}, { orderPlacedTimestamp }));
			expect(placedAt).toBe('2020-11-09T12:15:00.000Z');
		},
	);

	it.each([
		[{ status: 'SHIPPED', subStatus: 'UNDELIVERABLE' }, ['subStatus:UNDELIVERABLE', 'SHIPPED']],
		[{ status: 'DELIVERED', subStatus: 'DELIVERED' }, ['DELIVERED', 'subStatus:DELIVERED']],
		[{ status: 'CANCELLED', subStatus: 'LOST' }, ['CANCELLED', 'subStatus:LOST']],
		[
			{ status: 'CONFIRMED', subStatus: 'OUT_FOR_DELIVERY' },
			['CONFIRMED', 'subStatus:OUT_FOR_DELIVERY'],
		],
		[{ status: 'ON_THE_MOON', subStatus: null }, ['ON_THE_MOON']],
	])('carries the statuses of %j', (change, statuses) => {
		expect(orderOf(shipment(change)).statuses).toEqual(statuses);
	});

	it('is tagged with what makes it urgent, a gift or a replacement', () => {
		const marketplaceAttributes = {
			...shipment().marketplaceAttributes,
			customAttributes: ['PRIME', 'FASTTRACK', 'SOMETHING_NEW'],
		};
		const giftAttributes = { giftWrapRequirement: 'DISALLOWED', giftMessagePresence: 'PRESENT' };
		const order = orderOf(
			shipment(
				{ marketplaceAttributes, lineItems: [line({ giftAttributes })] },
				{ priority: 'HIGH', shipmentType: 'REPLACEMENT', paymentMethod: 'CASH_ON_DELIVERY' },
			),
		);
		expect(order.tags).toEqual([
			'FASTTRACK',
			'GIFT',
			'HIGH',
			'PRIME',
			'REPLACEMENT',
			'SOMETHING_NEW',
		]);
		expect(order.payment).toBe('CASH_ON_DELIVERY');
	});

	it.each([
		['as Amazon adds it up', [charge('TOTAL', '0.285'), charge('GIFT', '1')], 29],
		['as the sum of its charges', [charge('PRODUCT', '99.50'), charge('SHIPPING', '0.10')], 9_960],
		['as the sum of its lines', [], 9_950],
		['as the sum of its lines', undefined, 9_950],
	])('costs %s', (_how, charges, minor) => {
		expect(orderOf(shipment({ charges })).total).toEqual({ minor, currency: 'AED' });
	});

	it('costs nothing in the currency of the marketplace, where nothing is charged', () => {
		const order = orderOf(shipment({ charges: [], lineItems: [line({ charges: [] })] }));
		expect([order.total, order.lines[0]?.unitPrice]).toEqual([
			{ minor: 0, currency: 'AED' },
			{ minor: 0, currency: 'AED' },
		]);
	});

	it('has lines that are cancelled with it, or as far as Amazon says', () => {
		const cancellations = [{ cancelledQuantity: 1, cancellationType: 'MARKETPLACE_CANCELLED' }];
		const cancelled = (change: object) => orderOf(shipment(change)).lines[0]?.cancelled;
		expect(cancelled({ status: 'CANCELLED' })).toBe(2);
		expect(cancelled({ lineItems: [line({ cancellations })] })).toBe(1);
	});

	it.each([
		[{ id: '' }, 'id is ""'],
		[{ lineItems: [] }, 'lineItems has no line'],
		[{ lineItems: [line(), line()] }, 'lineItems has an ID twice'],
		[{ lineItems: [line({ numberOfUnits: 1.5 })] }, 'numberOfUnits is 1.5'],
		[{ lineItems: [line({ merchantSku: null })] }, 'merchantSku is missing'],
		[{ lastUpdatedDateTime: 'soon' }, 'lastUpdatedDateTime is "soon", not a date and time'],
		[{ charges: [charge('TOTAL', '1,5')] }, 'value is "1,5", not a decimal number'],
		[{ locationId: undefined }, 'locationId is missing'],
		[{ shipmentInfo: undefined }, 'shipmentInfo is missing'],
	])('is unreadable with %j, and says why', (change, reason) => {
		expect(toOrder(shipment(change))).toMatchObject({
			reason: expect.stringContaining(reason),
			raw: expect.anything(),
		});
	});

	it.each([null, 'text', 7, []])('is unreadable as %p', (raw) => {
		expect(toOrder(raw)).toMatchObject({ id: null, raw });
	});
});

describe('the memo of an order of Amazon', () => {
	it('is the same whatever becomes of the order', () => {
		const packages = [{ id: 'P1', status: 'SHIPPED' }];
		const invoice = { requirement: 'NOT_REQUIRED', status: 'AVAILABLE' };
		const later = shipment({
			status: 'SHIPPED',
			subStatus: 'PICKED_UP',
			lastUpdatedDateTime: '2020-11-12T14:00:00Z',
			packages,
			shipmentRequirements: { invoice },
		});
		expect(orderOf(later).memo).toBe(orderOf(shipment()).memo);
	});

	it('says what packing and cancelling need', () => {
		const recommendedPackages = [
			{
				dimensions: {
					length: { value: '10', dimensionUnit: 'IN' },
					width: { value: '0.2', dimensionUnit: 'M' },
					height: { value: '5.5', dimensionUnit: 'CM' },
				},
				weight: { value: '1.2', weightUnit: 'KG' },
				lineItems: [{ lineItemId: '1' }],
			},
			{ dimensions: {}, weight: {}, lineItems: [] },
		];
		const memo = memoOf(
			shipment({
				earliestPackDateTime: '2020-06-09 14:00:00Z',
				shipmentRequirements: { invoice: { requirement: 'REQUIRED' } },
				shippingInfo: { recommendedPackages },
			}),
		);
		expect(memo).toEqual({
			packAfter: '2020-06-09T14:00:00.000Z',
			isInvoiced: true,
			rejectable: ['ACCEPTED', 'CONFIRMED'],
			lines: [{ id: '1', units: 2 }],
			boxes: [{ box: { length: 25.4, width: 20, height: 5.5, weight: 1_200 }, lines: ['1'] }],
		});
	});

	it.each([
		[{}, ['value'], { value: amount('49.75') }],
		[{ itemValue: amount('7', 'USD') }, ['value'], { value: amount('7', 'USD') }],
		[{ recommendedCurrencyCode: 'USD' }, ['value'], { lacks: ['the value of the item'] }],
		[{ recommendedCountryOfOrigin: 'AE' }, ['country'], { country: 'AE' }],
		[{ countryOfOrigin: 'TR', recommendedCountryOfOrigin: 'AE' }, ['country'], { country: 'TR' }],
		[{}, ['country'], { lacks: ['a country of origin'] }],
		[{ hazmatLabels: ['UN3481'] }, ['hazmat'], { hazmat: ['UN3481'] }],
		[{}, ['hazmat', 'serial'], { lacks: ['serial numbers', 'hazmat labels'] }],
		[{ pieceType: 'MULTIPLE' }, [], { lacks: ['the number of pieces'] }],
		[{ countryOfOrigin: 'TR', itemValue: amount('7'), hazmatLabels: ['UN3481'] }, [], {}],
	])('says of a line with %j what Amazon wants for %j', (change, required, said) => {
		const memo = memoOf(shipment({ lineItems: [line(change, required)] }));
		expect(memo?.lines).toEqual([{ id: '1', units: 2, ...said }]);
	});

	it('costs no order where it cannot be read', () => {
		const memo = memoOf(
			shipment({
				shipmentRequirements: 'none',
				shippingInfo: [],
				earliestPackDateTime: 'soon',
				lineItems: [line({ complianceAttributes: 'none' })],
			}),
		);
		expect(memo).toEqual({
			isInvoiced: false,
			rejectable: ['ACCEPTED', 'CONFIRMED'],
			lines: [{ id: '1', units: 2 }],
			boxes: [],
		});
	});
});
