import { toOrder } from '../../channels/ikas/mapper';
import type { Order, Unreadable } from '../../domain/order';
import { differences } from '../../domain/orderEdit';

/** An answer to the query of reference/ikas.md 8, shortened to what is read. */
const line = {
	id: 'line-1',
	quantity: 3,
	status: 'UNFULFILLED',
	deleted: false,
	price: 249.9,
	finalPrice: 224.91,
	finalUnitPrice: 199.9,
	stockLocationId: 'depo',
	originalOrderLineItemId: null,
	variant: { id: 'v-38', productId: 'p-elbise', sku: 'ELBİSE 38', name: 'Çiçekli Elbise' },
};

const address = {
	firstName: 'Ayşe',
	lastName: 'Yılmaz',
	company: null,
	addressLine1: 'Moda Cad. 12',
	addressLine2: 'Kat 3',
	postalCode: '34710',
	phone: '+905321112233',
	city: { name: 'İstanbul' },
	district: { name: 'Kadıköy' },
	state: null,
	country: { name: 'Türkiye', iso2: 'TR' },
};

const order = {
	id: 'order-1',
	orderNumber: '1001',
	status: 'CREATED',
	orderPaymentStatus: 'PAID',
	orderPackageStatus: 'UNFULFILLED',
	orderedAt: 1_772_446_500_000,
	updatedAt: 1_772_446_500_001,
	currencyCode: 'TRY',
	totalFinalPrice: 599.7,
	stockLocationId: 'depo',
	paymentMethods: [{ type: 'CASH_ON_DELIVERY' }, { type: 'GIFT_CARD' }],
	orderTagIds: ['tag-2', 'tag-1', 'tag-2'],
	customer: {
		fullName: 'Ayşe Yılmaz',
		firstName: 'Ayşe',
		lastName: 'Yılmaz',
		email: 'ayse@example.com',
		phone: null,
	},
	shippingAddress: address,
	orderLineItems: [line],
};

const read = (change: object): Order => {
	const record = toOrder({ ...order, ...change });
	if ('reason' in record) throw new Error(record.reason);
	return record;
};

const unread = (change: object): Unreadable => {
	const record = toOrder({ ...order, ...change });
	if ('reason' in record) return record;
	throw new Error('the order was expected to be unreadable');
};

const lines = (...changes: readonly object[]) => ({
	orderLineItems: changes.map((change, index) => ({ ...line, id: `line-${index + 1}`, ...change })),
});

describe('an order of ikas', () => {
	it('becomes an order in the words of the hub', () => {
		expect(read({})).toEqual<Order>({
			id: 'order-1',
			number: '1001',
			placedAt: '2026-03-02T10:15:00.000Z',
			revisedAt: '2026-03-02T10:15:00.001Z',
			statuses: ['payment:PAID', 'package:UNFULFILLED', 'status:CREATED'],
			location: 'depo',
			total: { minor: 59970, currency: 'TRY' },
			payment: 'CASH_ON_DELIVERY',
			tags: ['tag-1', 'tag-2'],
			weight: null,
			customer: { name: 'Ayşe Yılmaz', email: 'ayse@example.com', phone: null },
			shipTo: {
				name: 'Ayşe Yılmaz',
				company: null,
				lines: ['Moda Cad. 12', 'Kat 3'],
				district: 'Kadıköy',
				city: 'İstanbul',
				region: null,
				postcode: '34710',
				country: 'TR',
				phone: '+905321112233',
				latitude: null,
				longitude: null,
			},
			lines: [
				{
					id: 'line-1',
					listing: 'p-elbise/v-38',
					sku: 'ELBİSE 38',
					title: 'Çiçekli Elbise',
					ordered: 3,
					cancelled: 0,
					unitPrice: { minor: 19990, currency: 'TRY' },
				},
			],
		});
	});

	it.each([
		['CREATED', 'PAID', 'FULFILLED', ['package:FULFILLED', 'payment:PAID', 'status:CREATED']],
		[
			'CANCELLED',
			'REFUNDED',
			'CANCELLED',
			['status:CANCELLED', 'package:CANCELLED', 'payment:REFUNDED'],
		],
		[
			'PARTIALLY_CANCELLED',
			'PAID',
			'UNFULFILLED',
			['status:PARTIALLY_CANCELLED', 'payment:PAID', 'package:UNFULFILLED'],
		],
		['DRAFT', null, null, ['status:DRAFT']],
		['CREATED', 'WAITING', null, ['payment:WAITING', 'status:CREATED']],
		[
			'TELEPORTED',
			'IN_SHELLS',
			'ON_THE_MOON',
			['status:TELEPORTED', 'package:ON_THE_MOON', 'payment:IN_SHELLS'],
		],
	])('that is %s, %s and %s says so, the most telling first', (status, payment, parcel, keys) => {
		const statuses = { status, orderPaymentStatus: payment, orderPackageStatus: parcel };
		expect(read(statuses).statuses).toEqual(keys);
	});

	it('may have no number, customer or address', () => {
		const bare = { orderNumber: null, customer: null, shippingAddress: null };
		expect(read(bare)).toMatchObject({ number: 'order-1', customer: null, shipTo: null });
	});

	it.each([null, undefined, []])('may say nothing of payment and tags: %j', (nothing) => {
		const said = read({ paymentMethods: nothing, orderTagIds: nothing });
		expect(said).toMatchObject({ payment: null, tags: [] });
	});

	it('carries tags by name, in the same order whatever ikas does, and else by id', () => {
		const tagsOf = (orderTagIds: readonly string[]) =>
			toOrder({ ...order, orderTagIds }, new Map([['tag-1', 'zor']]));
		expect(tagsOf(['tag-1', 'tag-2'])).toMatchObject({ tags: ['tag-2', 'zor'] });
		expect(tagsOf(['tag-2', 'tag-1'])).toEqual(tagsOf(['tag-1', 'tag-2']));
	});

	it('is the same piece of work whatever its tags and payment are', () => {
		const other = read({ orderTagIds: [], paymentMethods: [{ type: 'CREDIT_CARD' }] });
		expect(differences(read({}), other)).toEqual([]);
	});

	it.each([
		[{ fullName: null }, 'Ayşe Yılmaz'],
		[{ fullName: null, firstName: null }, 'Yılmaz'],
		[{ fullName: '', firstName: null, lastName: null }, 'ayse@example.com'],
	])('names its customer by what there is: %j', (change, name) => {
		expect(read({ customer: { ...order.customer, ...change } }).customer?.name).toBe(name);
	});

	it('has no customer where nothing is known of one', () => {
		expect(read({ customer: { fullName: null, email: null } }).customer).toBeNull();
	});

	it('goes to a country by name where there is no code', () => {
		const country = { name: 'Türkiye', iso2: null };
		expect(read({ shippingAddress: { ...address, country } }).shipTo?.country).toBe('Türkiye');
	});

	it.each([
		['order', 'mağaza', [{ stockLocationId: 'depo' }], 'mağaza'],
		['lines, which agree', null, [{}, {}], 'depo'],
		['lines, which differ', null, [{}, { stockLocationId: 'mağaza' }], null],
		['lines, of which one says nothing', null, [{}, { stockLocationId: null }], null],
	])('takes its location from the %s', (_, stockLocationId, changes, location) => {
		expect(read({ stockLocationId, ...lines(...changes) }).location).toBe(location);
	});

	it.each([
		[{}, 19990],
		[{ finalUnitPrice: null }, 22491],
		[{ finalUnitPrice: null, finalPrice: null }, 24990],
		[{ finalUnitPrice: 0 }, 0],
	])('has the unit price that was paid: %j', (change, minor) => {
		expect(read(lines(change)).lines[0]?.unitPrice).toEqual({ minor, currency: 'TRY' });
	});

	it('counts in the minor units of its currency', () => {
		const dinars = read({
			currencyCode: 'KWD',
			totalFinalPrice: 1.234,
			...lines({ finalUnitPrice: 0.617 }),
		});
		expect([dinars.total.minor, dinars.lines[0]?.unitPrice.minor]).toEqual([1234, 617]);
	});

	it.each(['"quoted" \'sku\'', ' padded ', 'two\nlines', 'ğüşöçıİ'.repeat(30)])(
		'keeps the SKU %j as it is',
		(sku) => {
			expect(read(lines({ variant: { ...line.variant, sku } })).lines[0]?.sku).toBe(sku);
		},
	);

	it.each([{ sku: null }, { id: null }, { productId: null }])(
		'may sell a variant with %j',
		(change) => {
			const [sold] = read(lines({ variant: { ...line.variant, ...change } })).lines;
			expect(sold?.sku).toBe('sku' in change ? null : 'ELBİSE 38');
			expect(sold?.listing).toBe('sku' in change ? 'p-elbise/v-38' : null);
		},
	);
});

describe('lines of an order of ikas', () => {
	it('count what was cancelled within what was ordered', () => {
		const { lines: counted } = read(
			lines({}, { status: 'CANCELLED' }, { status: 'CANCEL_REQUESTED' }),
		);
		expect(counted.map(({ ordered, cancelled }) => [ordered, cancelled])).toEqual([
			[3, 0],
			[3, 3],
			[3, 0],
		]);
	});

	it('are all cancelled where the order is', () => {
		expect(read({ status: 'CANCELLED', ...lines({}) }).lines).toMatchObject([
			{ ordered: 3, cancelled: 3 },
		]);
	});

	it('that were split off go back to the line they came from, also piece of piece and in any order', () => {
		const pieces = lines(
			{
				id: 'c',
				quantity: 1,
				status: 'CANCELLED',
				originalOrderLineItemId: 'b',
				finalUnitPrice: 2,
			},
			{ id: 'a', quantity: 2 },
			{ id: 'b', quantity: 4, originalOrderLineItemId: 'a', finalUnitPrice: 1 },
			{ id: 'x', quantity: 5 },
		);
		expect(read(pieces).lines).toMatchObject([
			{ id: 'a', ordered: 7, cancelled: 1, unitPrice: { minor: 19990 } },
			{ id: 'x', ordered: 5, cancelled: 0 },
		]);
	});

	it('that were taken off are no lines of it, but said, and nothing wrong with them matters', () => {
		const { lines: left, linesGone } = read(
			lines({ id: 'a' }, { id: 'b', deleted: true }, { id: 'c', deleted: true, quantity: null }),
		);
		expect(left.map(({ id }) => id)).toEqual(['a']);
		expect(linesGone).toMatchObject([{ id: 'b', ordered: 3, cancelled: 3 }]);
		expect(read(lines({ id: 'a' }))).not.toHaveProperty('linesGone');
	});

	it('keep their identity where the line they came from is gone', () => {
		const pieces = lines({ id: 'b', originalOrderLineItemId: 'a' }, { id: 'a', deleted: true });
		expect(read(pieces).lines).toMatchObject([{ id: 'a', ordered: 3 }]);
	});

	it('that point at each other in a circle end nowhere for ever', () => {
		const pieces = lines(
			{ id: 'a', originalOrderLineItemId: 'b' },
			{ id: 'b', originalOrderLineItemId: 'a' },
		);
		const units = read(pieces).lines.reduce((sum, { ordered }) => sum + ordered, 0);
		expect(units).toBe(6);
	});
});

describe('a row of ikas that is no order', () => {
	it.each([
		['orderedAt', { orderedAt: null }],
		['updatedAt', { updatedAt: null }],
		['updatedAt', { updatedAt: 'yesterday' }],
		['updatedAt', { updatedAt: 1e300 }],
		['status', { status: null }],
		['currencyCode', { currencyCode: 'XX' }],
		['currencyCode', { currencyCode: null }],
		['totalFinalPrice', { totalFinalPrice: null }],
		['totalFinalPrice', { totalFinalPrice: Infinity }],
		['orderLineItems', { orderLineItems: null }],
		['orderLineItems', { orderLineItems: [] }],
		['orderLineItems', lines({ deleted: true })],
		['orderLineItems', lines({ id: 'a' }, { id: 'a' })],
		['orderLineItems[0]', { orderLineItems: ['x'] }],
		['orderLineItems[0].id', lines({ id: null })],
		['orderLineItems[1].quantity', lines({}, { quantity: 0.5 })],
		['orderLineItems[0].quantity', lines({ quantity: 0 })],
		['orderLineItems[0].quantity', lines({ quantity: -1 })],
		['orderLineItems[0].finalUnitPrice', lines({ finalUnitPrice: NaN })],
		['orderLineItems[0].variant', lines({ variant: null })],
		['paymentMethods', { paymentMethods: 'CASH' }],
		['paymentMethods[0].type', { paymentMethods: [{ type: 7 }] }],
		['orderTagIds', { orderTagIds: ['tag-1', 7] }],
		['shippingAddress.addressLine1', { shippingAddress: { ...address, addressLine1: null } }],
		['shippingAddress.city', { shippingAddress: { ...address, city: null } }],
		['shippingAddress.country.name', { shippingAddress: { ...address, country: {} } }],
	])('names %s', (field, change) => {
		const { id, reason, raw } = unread(change);
		expect(id).toBe('order-1');
		expect(reason).toContain(`${field} `);
		expect(raw).toEqual({ ...order, ...change });
	});

	it.each([null, 'order', 7, []])('is not an object: %j', (raw) => {
		expect(toOrder(raw)).toMatchObject({ id: null, raw });
	});

	it.each([null, '', 7])('has no id: %j', (id) => {
		expect(unread({ id })).toMatchObject({ id: null, reason: expect.stringContaining('id ') });
	});

	it('gives a short reason, however much is wrong', () => {
		const { reason } = unread({
			currencyCode: 'x'.repeat(9_999),
			...lines(...Array.from({ length: 500 }, () => ({ quantity: 0 }))),
		});
		expect(reason.length).toBeLessThan(1_000);
		expect(reason).toMatch(/ and more\.$/);
	});
});
