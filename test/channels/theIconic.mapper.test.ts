import { toOrder } from '../../channels/theIconic/mapper';
import { statusesOf } from '../../channels/theIconic/statuses';
import { isFields } from '../../channels/fields';

/** Made for this test, by the fields of reference/the-iconic-sellercenter.md 7. */
const item = (change: object = {}) => ({
	id: 5_000_001,
	orderId: 1_900_001,
	status: 'pending',
	isProcessable: true,
	product: { name: 'Linen Dress', sku: 'IC81AU', variation: 'M', sellerSku: 'LD-M' },
	unitPrice: 120,
	paidPrice: 99.95,
	taxAmount: 9.09,
	taxPercent: 10,
	shipment: { type: 'dropshipping', trackingCode: null },
	actions: ['status_set_to_ready_to_ship'],
	createdAt: '2026-03-02T10:15:00.000037Z',
	updatedAt: '2026-03-02T10:16:00.123456Z',
	...change,
});

const shipping = {
	firstName: 'Jo',
	lastName: 'Bloggs',
	phone: ['', '+61491570006'],
	address: ['Unit 4', '1 Example Street', '', '', ''],
	email: 'jo@example.com',
	city: 'Sydney',
	ward: '',
	region: 'NSW',
	postCode: '2000',
	country: 'Australia',
};

const order = (change: object = {}) => ({
	id: 1_900_001,
	number: '210000123',
	sellerId: 4711,
	customer: { firstName: 'Jo', lastName: 'Bloggs' },
	address: { shipping, billing: { ...shipping, city: 'Perth' } },
	currency: 'AUD',
	grandTotal: 219.9,
	unitPriceSumWithFees: 240,
	paymentMethod: 'CreditCard',
	createdAt: '2026-03-02T10:15:00.000037Z',
	updatedAt: '2026-03-02T10:16:00.123456Z',
	items: [item(), item({ id: 5_000_002, status: 'canceled' })],
	...change,
});

const read = (change: object = {}) => toOrder(order(change));

const shipTo = (change: object) =>
	read({ address: { shipping: { ...shipping, ...change }, billing: null } });

describe('an order of theIconic', () => {
	it('becomes one line for each unit, with price, tax and what is cancelled', () => {
		const line = {
			listing: null,
			sku: 'LD-M',
			title: 'Linen Dress (M)',
			ordered: 1,
			unitPrice: { minor: 9_995, currency: 'AUD' },
			tax: { amount: { minor: 909, currency: 'AUD' }, percent: 10 },
		};
		expect(read()).toEqual({
			id: '1900001',
			number: '210000123',
			placedAt: '2026-03-02T10:15:00.000Z',
			revisedAt: '2026-03-02T10:16:00.123Z',
			statuses: ['pending'],
			location: null,
			total: { minor: 21_990, currency: 'AUD' },
			payment: 'CreditCard',
			tags: [],
			weight: null,
			customer: { name: 'Jo Bloggs', email: 'jo@example.com', phone: '+61491570006' },
			shipTo: {
				name: 'Jo Bloggs',
				company: null,
				lines: ['Unit 4', '1 Example Street'],
				district: null,
				city: 'Sydney',
				region: 'NSW',
				postcode: '2000',
				country: 'AU',
				phone: '+61491570006',
				latitude: null,
				longitude: null,
			},
			lines: [
				{ ...line, id: '5000001', cancelled: 0 },
				{ ...line, id: '5000002', cancelled: 1 },
			],
		});
	});

	it.each([
		[
			['pending', 'shipped', 'pending'],
			['pending', 'shipped'],
		],
		[
			['shipped', 'ready_to_ship', 'canceled'],
			['ready_to_ship', 'shipped'],
		],
		[['canceled', 'canceled'], ['canceled']],
		[
			['delivered', 'returned'],
			['delivered', 'returned'],
		],
		[
			['failed', 'shipped'],
			['shipped', 'failed'],
		],
		[['payment_pending', 'pending'], ['payment_pending']],
		[['pending', 'not_processable'], ['not_processable']],
		[
			['lost_in_space', 'shipped'],
			['shipped', 'lost_in_space'],
		],
	])('of items that are %j is %j', (items, statuses) => {
		expect(statusesOf(items)).toEqual(statuses);
	});

	it('is held back where nobody may handle it yet', () => {
		expect(read({ items: [item({ isProcessable: false }), item({ id: 5 })] })).toMatchObject({
			statuses: ['not_processable'],
		});
		const shipped = item({ status: 'shipped', isProcessable: false });
		expect(read({ items: [shipped] })).toMatchObject({ statuses: ['shipped'] });
	});

	it('leaves out what lies in the warehouse of the marketplace, and is none where all does', () => {
		const theirs = item({ id: 6, status: 'shipped', shipment: { type: 'warehouse' } });
		expect(read({ items: [item(), theirs] })).toMatchObject({
			statuses: ['pending'],
			lines: [{ id: '5000001' }],
		});
		expect(read({ items: [theirs] })).toBeNull();
	});

	it.each([
		[{ phone: ['#####'], email: '#####' }, { phone: null }],
		[{ phone: ['+614#####06', '+61491570006'] }, { phone: '+61491570006' }],
		[{ address: ['#12/5 Main Road', '######'] }, { lines: ['#12/5 Main Road'] }],
		[{ firstName: '####', lastName: 'Bloggs' }, { name: 'Bloggs' }],
		[{ firstName: null, lastName: null }, { name: 'Jo Bloggs' }],
		[{ country: 'New Zealand' }, { country: 'NZ' }],
		[{ country: 'nz' }, { country: 'NZ' }],
		[{ country: 'Narnia' }, { country: 'Narnia' }],
		[{ city: '', region: 'NSW' }, { city: 'NSW' }],
		[{ ward: ' Haymarket ' }, { district: 'Haymarket' }],
		[
			{ phone: null, address: null, postCode: null },
			{ phone: null, lines: [], postcode: null },
		],
	])('ships to %j as %j', (change, expected) => {
		expect(shipTo(change)).toMatchObject({ shipTo: expected });
	});

	it('knows nothing of who it is for where all of that is masked', () => {
		const masked = { ...shipping, firstName: '###', lastName: null, phone: ['##'], email: '####' };
		expect(read({ customer: null, address: { shipping: masked, billing: [] } })).toMatchObject({
			customer: null,
			shipTo: { name: '', phone: null },
		});
	});

	it.each([
		['no address', { address: { shipping: null, billing: null } }, { shipTo: null }],
		['a list for an object', { customer: [], address: [] }, { customer: null, shipTo: null }],
		['no payment', { paymentMethod: null }, { payment: null }],
		['no grand total', { grandTotal: null }, { total: { minor: 24_000 } }],
		[
			'no paid price',
			{ items: [item({ paidPrice: null })] },
			{ lines: [{ unitPrice: { minor: 12_000 } }] },
		],
		['no shipment', { items: [item({ shipment: [] })] }, { lines: [{ id: '5000001' }] }],
		[
			'no variation',
			{ items: [item({ product: { sellerSku: ' a ' } })] },
			{ lines: [{ sku: ' a ', title: ' a ' }] },
		],
		[
			'ids as texts',
			{ id: '1900001', items: [item({ id: '7' })] },
			{ id: '1900001', lines: [{ id: '7' }] },
		],
		['a number for a number', { number: 210000123 }, { number: '210000123' }],
		[
			'another zone',
			{ createdAt: '2026-03-02 21:15:00+11:00' },
			{ placedAt: '2026-03-02T10:15:00.000Z' },
		],
		['no zone', { createdAt: '2026-03-02 10:15:00' }, { placedAt: '2026-03-02T10:15:00.000Z' }],
	])('is read with %s', (_what, change, expected) => {
		expect(read(change)).toMatchObject(expected);
	});

	it('says no tax where the channel says none', () => {
		const [line] = lines(read({ items: [item({ taxAmount: null })] }));
		expect(line).not.toHaveProperty('tax');
		expect(lines(read({ items: [item({ taxPercent: null })] }))).toMatchObject([
			{ tax: { percent: null } },
		]);
	});

	it.each([
		['an item', { items: [item({ updatedAt: '2026-03-02T12:00:00Z' })] }],
		['the status of an item', { items: [item({ lastStatusChangedAt: '2026-03-02T12:00:00Z' })] }],
		['its address', { addressUpdatedAt: '2026-03-02T12:00:00Z' }],
		['itself', { updatedAt: '2026-03-02T12:00:00Z' }],
	])('was revised when %s was', (_what, change) => {
		expect(read(change)).toMatchObject({ revisedAt: '2026-03-02T12:00:00.000Z' });
	});

	it('has no revision where the channel does not say when it changed', () => {
		const undated = item({ updatedAt: null });
		expect(read({ updatedAt: null, items: [undated] })).toMatchObject({ revisedAt: null });
	});

	it.each([
		['id is missing', { id: null }],
		['number is " ", not a text', { number: ' ' }],
		['currency is missing', { currency: null }],
		['items is missing', { items: null }],
		['items is empty', { items: [] }],
		['createdAt is "yesterday"', { createdAt: 'yesterday' }],
		['createdAt is "2026-02-30T', { createdAt: '2026-02-30T99:00:00Z' }],
		['grandTotal is missing', { grandTotal: null, unitPriceSumWithFees: null }],
		['items[0].id is 0, not an ID', { items: [item({ id: 0 })] }],
		['items[0].status is missing', { items: [item({ status: null })] }],
		['items[0].product is missing', { items: [item({ product: null })] }],
		[
			'items[0].product.sellerSku is "", not a text',
			{ items: [item({ product: { sellerSku: '' } })] },
		],
		['items[0].paidPrice is "99"', { items: [item({ paidPrice: '99', unitPrice: null })] }],
		['address.shipping.country is ""', { address: { shipping: { ...shipping, country: '' } } }],
		[
			'address.shipping.city is ""',
			{ address: { shipping: { ...shipping, city: '', region: '' } } },
		],
	])('is unreadable where %s', (flaw, change) => {
		const raw = order(change);
		expect(toOrder(raw)).toMatchObject({ reason: expect.stringContaining(flaw), raw });
	});

	it.each([null, 'order', [order()]])('is none where it is %j', (raw) => {
		expect(toOrder(raw)).toMatchObject({ id: null, reason: 'The order is not an object.' });
	});
});

function lines(record: unknown): readonly unknown[] {
	return isFields(record) && Array.isArray(record.lines) ? record.lines : [];
}
