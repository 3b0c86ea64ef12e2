import { toOrder } from '../../channels/babyshop/mapper';
import type { Order } from '../../domain/order';

/** The shapes of the published samples, with values of our own. */
const line = {
	lineno: '1',
	skuCode: 'BS-1',
	skuName: 'Romper',
	orderQty: '2',
	cancelledQty: null,
	lineAmount: '150.00',
	unitPrice: '80.00',
	lineStatus: '5',
	invoiceNo: null,
	transName: null,
	awbNo: null,
};

const raw = {
	orderNo: '70000000001-1',
	masterOrderNo: '70000000001',
	orderStatus: '5',
	orderDate: '28/02/2026 23:30:00',
	orderLastUpdateDate: '01/03/2026 00:15:30',
	onHold: '0',
	priority: null,
	orderAmount: '165.00',
	orderCurrency: 'AED',
	paymentMethod: '1',
	customerName: 'Example Customer',
	billToName: 'Payer',
	email: 'customer@example.com',
	phone: '0000000000',
	address1: '1 Example Street',
	address2: '',
	address3: null,
	city: 'Dubai',
	state: null,
	pinCode: null,
	countryCode: 'ARE',
	orderItems: [line],
};

const read = (change: object = {}) => toOrder({ ...raw, ...change }, 'Asia/Dubai');

function order(change: object = {}): Order {
	const found = read(change);
	if ('reason' in found) throw new Error(found.reason);
	return found;
}

const withLine = (change: object) => ({ orderItems: [{ ...line, ...change }] });
const firstLine = (change: object) => order(withLine(change)).lines[0];

describe('the mapper of babyshop', () => {
	it('reads an order in the time zone of the credential', () => {
		expect(order()).toEqual({
			id: '70000000001-1',
			number: '70000000001-1',
			placedAt: '2026-02-28T19:30:00.000Z',
			revisedAt: '2026-02-28T20:15:30.000Z',
			statuses: ['5'],
			location: null,
			total: { minor: 16_500, currency: 'AED' },
			payment: '1',
			tags: [],
			weight: null,
			customer: { name: 'Example Customer', email: 'customer@example.com', phone: '0000000000' },
			shipTo: {
				name: 'Example Customer',
				company: null,
				lines: ['1 Example Street'],
				district: null,
				city: 'Dubai',
				region: null,
				postcode: null,
				country: 'AE',
				phone: '0000000000',
				latitude: null,
				longitude: null,
			},
			lines: [
				{
					id: '1',
					listing: 'BS-1',
					sku: 'BS-1',
					title: 'Romper',
					ordered: 2,
					cancelled: 0,
					unitPrice: { minor: 7_500, currency: 'AED' },
				},
			],
			memo: '{"master":"70000000001","lines":[{"id":"1","open":2,"invoice":null,"awb":null,"carrier":null}]}',
			isWhole: true,
		});
	});

	it('writes countries in two letters where it knows them', () => {
		const written = 'ARE SAU KWT BHR QAT OMN IND EGY JOR LBN sa Narnia'.split(' ');
		const read = written.map((countryCode) => order({ countryCode }).shipTo?.country);
		expect(read.join(' ')).toBe('AE SA KW BH QA OM IN EG JO LB SA Narnia');
	});

	it('reads amounts of currencies with three decimals, and prices where a line has no amount', () => {
		const kuwait = order({ orderCurrency: 'KWD', orderAmount: '12.345' });
		expect(kuwait.total).toEqual({ minor: 12_345, currency: 'KWD' });
		expect(firstLine({ lineAmount: null })?.unitPrice).toEqual({ minor: 8_000, currency: 'AED' });
		expect(firstLine({ lineAmount: '' })?.unitPrice.minor).toBe(8_000);
	});

	it.each(['8', '50'])('has nothing left of an order with status %s', (orderStatus) => {
		expect(order({ orderStatus }).lines).toMatchObject([{ ordered: 2, cancelled: 2 }]);
		expect(order({ orderStatus }).statuses).toEqual([...new Set(['8', orderStatus])]);
	});

	it('takes an order of which every line is cancelled for cancelled, and one with a part for what it is', () => {
		expect(order(withLine({ cancelledQty: '2.00' })).statuses).toEqual(['8', '5']);
		expect(order(withLine({ lineStatus: '8' })).statuses).toEqual(['8', '5']);
		const part = order(withLine({ cancelledQty: '1.00' }));
		expect(part.statuses).toEqual(['5']);
		expect(part.lines[0]).toMatchObject({ ordered: 2, cancelled: 1 });
		const two = [line, { ...line, lineno: '2', lineStatus: '50' }];
		expect(order({ orderItems: two }).lines.map(({ cancelled }) => cancelled)).toEqual([0, 2]);
	});

	it('keeps at hand what telling of the order needs', () => {
		const made = { invoiceNo: 'INV1', transName: 'Falcon', awbNo: 'FC1', cancelledQty: '1' };
		const { memo } = order({ ...withLine(made), masterOrderNo: null });
		expect(JSON.parse(memo ?? '')).toEqual({
			master: null,
			lines: [{ id: '1', open: 1, invoice: 'INV1', awb: 'FC1', carrier: 'Falcon' }],
		});
	});

	it('reads numbers that are no text, lines in the other spelling, and codes that nobody knew', () => {
		const other = { ...line, lineno: undefined, lineNo: 3, orderQty: 2 };
		const numbers = { orderNo: 7, orderAmount: 165, orderStatus: 77 };
		const found = order({ ...numbers, orderItems: [other] });
		expect(found).toMatchObject({ id: '7', statuses: ['77'], total: { minor: 16_500 } });
		expect(found.lines[0]).toMatchObject({ id: '3', ordered: 2 });
	});

	it('shows what the channel says beside it, whatever it means', () => {
		const change = { onHold: '1', priority: '2', sellerId: 'mwhc1', sla: '05/03/2026 10:00:00' };
		expect(order(change).tags).toEqual([
			'onHold:1',
			'priority:2',
			'sellerId:mwhc1',
			'sla:05/03/2026 10:00:00',
		]);
	});

	it('goes without what the marketplace keeps to itself', () => {
		const nobody = { customerName: null, billToName: '', email: null, phone: null };
		const nowhere = { address1: null, city: null, countryCode: null };
		expect(order({ ...nobody, ...nowhere })).toMatchObject({ customer: null, shipTo: null });
		expect(order({ customerName: '' }).shipTo?.name).toBe('Payer');
		const unnamed = { customerName: '', billToName: '', ...nowhere };
		expect(order(unnamed).customer?.name).toBe('customer@example.com');
		expect(order({ city: '', state: 'Sharjah' }).shipTo).toMatchObject({
			city: 'Sharjah',
			region: 'Sharjah',
		});
		expect(firstLine({ skuName: null })?.title).toBe('BS-1');
	});

	it.each([
		[{ orderNo: '' }, 'orderNo'],
		[{ orderStatus: null }, 'orderStatus'],
		[{ orderDate: '2026-02-28' }, 'orderDate'],
		[{ orderLastUpdateDate: null }, 'orderLastUpdateDate'],
		[{ orderAmount: '1,650.00' }, 'orderAmount'],
		[{ orderCurrency: 'Dirham' }, 'orderCurrency'],
		[{ orderItems: [] }, 'orderItems has no line'],
		[{ orderItems: null }, 'orderItems'],
		[{ orderItems: [line, line] }, 'twice'],
		[{ orderItems: ['romper'] }, 'orderItems[0]'],
		[{ countryCode: '' }, 'countryCode'],
		[{ city: '' }, 'city'],
		[{ customerName: '', billToName: null }, 'customerName'],
		[{ paymentMethod: {} }, 'paymentMethod'],
		[withLine({ lineno: null }), 'lineno'],
		[withLine({ skuCode: ' ' }), 'skuCode'],
		[withLine({ orderQty: '0.00' }), 'orderQty'],
		[withLine({ orderQty: '1.50' }), 'orderQty'],
		[withLine({ cancelledQty: '-1' }), 'cancelledQty'],
		[withLine({ lineAmount: 'free' }), 'lineAmount'],
	])('cannot read %j, and says which field it is', (change, field) => {
		expect(read(change)).toMatchObject({
			id: 'orderNo' in change ? null : '70000000001-1',
			reason: expect.stringContaining(field),
			raw: { ...raw, ...change },
		});
	});

	it('cannot read what is no object', () => {
		expect(toOrder('order', 'UTC')).toMatchObject({ id: null, raw: 'order' });
	});
});
