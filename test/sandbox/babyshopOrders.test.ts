import { sampleProducts, samples } from '../../sandbox/babyshop/samples';
import {
	type Panel,
	closePanels,
	codeOf,
	numbersOf,
	openPanel,
	startAt,
	steps,
} from './support/babyshopPanel';

const minute = 60_000;

describe('orders of the Babyshop sandbox', () => {
	let panel: Panel;
	beforeEach(async () => {
		panel = await openPanel();
	});
	afterEach(closePanels);

	const list = async (asked: object) => numbersOf(await panel.ask('orderList', asked));

	describe('the list', () => {
		it('has five texts of each order', async () => {
			panel.place({ number: '70000000001-1', placedAt: startAt, onHold: true });
			const { body } = await panel.ask('orderList', { updateDate: '01/01/2015 00:00:00' });
			expect(body).toEqual({
				responseCode: 0,
				responseMessage: 'Success',
				orderList: [
					{
						orderNo: '70000000001-1',
						orderStatus: '5',
						orderDate: '02/03/2026 15:30:00',
						orderLastUpdateDate: '02/03/2026 15:30:00',
						onHold: '1',
					},
				],
			});
		});

		it('goes by the time of change, to the second and with the second itself', async () => {
			panel.place({ number: 'A', placedAt: startAt - minute, updatedAt: startAt + 999 });
			expect(await list({ updateDate: '02/03/2026 15:30:00' })).toEqual(['A']);
			expect(await list({ updateDate: '02/03/2026 15:30:01' })).toEqual([]);
		});

		it('writes and reads dates in the zone that it is told', async () => {
			const gulf = await openPanel({ timeZone: 'Asia/Dubai' });
			gulf.place({ number: 'A', placedAt: startAt });
			const answer = await gulf.ask('orderList', { updateDate: '02/03/2026 14:00:00' });
			expect(answer.body.orderList).toMatchObject([{ orderDate: '02/03/2026 14:00:00' }]);
			const later = await gulf.ask('orderList', { updateDate: '02/03/2026 14:00:01' });
			expect(numbersOf(later)).toEqual([]);
		});

		it('compares across months and years', async () => {
			panel.place({ number: 'A', placedAt: Date.parse('2025-12-31T12:00:00Z') });
			expect(await list({ updateDate: '01/12/2025 00:00:00' })).toEqual(['A']);
			expect(await list({ updateDate: '01/01/2026 00:00:00' })).toEqual([]);
		});

		it('takes statuses, alone and with a date', async () => {
			panel.place({ number: 'A', status: '1', placedAt: startAt - 60 * minute });
			panel.place({ number: 'B', status: '1' });
			panel.place({ number: 'C', status: '18' });
			expect(await list({ filterStatusList: '1,18' })).toEqual(['A', 'B', 'C']);
			expect(await list({ filterStatusList: '1' })).toEqual(['A', 'B']);
			const both = { filterStatusList: '1', updateDate: '02/03/2026 15:00:00' };
			expect(await list(both)).toEqual(['B']);
		});

		it('is in pages, sorted by number, without a word about more', async () => {
			for (const number of ['C', 'A', 'B']) panel.place({ number });
			const asked = { filterStatusList: '5', limit: 2 };
			const first = await panel.ask('orderList', { ...asked, pageNumber: 1 });
			expect(numbersOf(first)).toEqual(['A', 'B']);
			expect(Object.keys(first.body)).toEqual(['responseCode', 'responseMessage', 'orderList']);
			expect(await list({ ...asked, pageNumber: 2 })).toEqual(['C']);
			expect(await list({ ...asked, pageNumber: 3 })).toEqual([]);
		});

		it.each([
			['newest', ['B', 'A']],
			['oldest', ['A', 'B']],
		] as const)('can be sorted by the %s', async (listOrder, numbers) => {
			const other = await openPanel({ listOrder });
			other.place({ number: 'B', placedAt: startAt });
			other.place({ number: 'A', placedAt: startAt - minute });
			expect(numbersOf(await other.ask('orderList', { filterStatusList: '5' }))).toEqual(numbers);
		});

		it('is null or nothing in turn when it is empty', async () => {
			const empty = async (of: Panel) =>
				(await of.ask('orderList', { filterStatusList: '5' })).body.orderList;
			expect([await empty(panel), await empty(panel), await empty(panel)]).toEqual([
				null,
				[],
				null,
			]);
			const odd = await openPanel({ emptyLists: ['object', 'absent'] });
			expect([await empty(odd), await empty(odd)]).toEqual([{}, undefined]);
		});

		it.each([
			['neither date nor status', { pageNumber: 1 }],
			['a date of another kind', { updateDate: '2026-03-02 15:30:00' }],
			['a day that there is not', { updateDate: '31/02/2026 00:00:00' }],
			['a date without a time', { updateDate: '02/03/2026' }],
			['statuses as a list', { filterStatusList: ['5'] }],
			['a status that there is not', { filterStatusList: '5,6' }],
			['more than 100 rows', { filterStatusList: '5', limit: 101 }],
			['page 0', { filterStatusList: '5', pageNumber: 0 }],
			['the field of productFetch', { filterStatusList: '5', updatedDate: '01/01/2015 00:00:00' }],
		])('refuses %s', async (_, asked) => {
			expect(codeOf(await panel.ask('orderList', asked))).toEqual([200, 9]);
		});
	});

	describe('late rows', () => {
		beforeEach(async () => await panel.control('faults', { lateRows: 1 }));

		it('keep an order out of the list up to five minutes, and its date as it was', async () => {
			const number = panel.place({ placedAt: startAt });
			expect(await list({ filterStatusList: '5' })).toEqual([]);
			expect(panel.sandbox.state().counts).toMatchObject({ orders: 1, visible: 0 });
			await panel.letPass(5 * minute);
			const { body } = await panel.ask('orderList', { filterStatusList: '5' });
			expect(body.orderList).toMatchObject([
				{ orderNo: number, orderLastUpdateDate: '02/03/2026 15:30:00' },
			]);
		});

		it('show the order as it was before a late change, and what a call did at once', async () => {
			await panel.control('faults', {});
			const number = panel.place();
			await panel.control('faults', { lateRows: 1 });
			panel.sandbox.advance(number, { status: '18' });
			expect(await list({ filterStatusList: '5' })).toEqual([number]);
			await steps(panel, number).cancel();
			expect(await list({ filterStatusList: '8' })).toEqual([number]);
			await panel.letPass(5 * minute);
			expect(await list({ filterStatusList: '8' })).toEqual([number]);
		});
	});

	describe('whole orders', () => {
		const fetched = async (orderNo: readonly string[], over: object = {}) =>
			(await panel.ask('orderFetch', { orderNo, ...over })).body.orders;

		it('are texts and null throughout', async () => {
			const number = panel.place({ placedAt: startAt, shippingCharge: 15 });
			const [order] = (await fetched([number])) ?? [];
			expect(order).toMatchObject({
				orderNo: number,
				masterOrderNo: number.replace('-1', ''),
				orderStatus: '5',
				orderDate: '02/03/2026 15:30:00',
				onHold: '0',
				orderAmount: '315.00',
				orderCurrency: 'AED',
				orderTaxAmount: '14.28',
				shippingCharge: '15.00',
				discountAmount: null,
				countryCode: 'ARE',
				bill_CountryCode: 'ARE',
				orderItems: [
					{
						lineno: '1',
						skuCode: 'BS-1',
						orderQty: '2',
						cancelledQty: null,
						unitPrice: '50.00',
						lineAmount: '100.00',
						invoiceNo: null,
						awbNo: null,
						lineStatus: '5',
					},
					{ lineno: '2', skuCode: 'BS-2', orderQty: '1', lineAmount: '200.00' },
				],
			});
			const { orderItems, ...fields } = order ?? { orderItems: [] };
			for (const value of [fields, ...orderItems].flatMap((row) => Object.values(row))) {
				expect(value === null || typeof value === 'string').toBe(true);
			}
		});

		it('have three digits of money in Kuwait', async () => {
			const lines = [{ sku: 'BS-1', quantity: 3, price: 3.725, discount: 0.5 }];
			const number = panel.place({ country: 'KWT', lines, shippingCharge: 1.25 });
			expect(await fetched([number])).toMatchObject([
				{
					orderCurrency: 'KWD',
					orderAmount: '11.925',
					orderTaxAmount: '0.000',
					discountAmount: '0.500',
					countryCode: 'KWT',
					orderItems: [{ unitPrice: '3.725', lineAmount: '10.675' }],
				},
			]);
		});

		it('can write quantities with decimals', async () => {
			const other = await openPanel({ decimalQuantities: true });
			const order = await steps(other, other.place()).read();
			expect(order?.orderItems).toMatchObject([{ orderQty: '2.00' }, { orderQty: '1.00' }]);
		});

		it('leave out what is not known, and come in pages', async () => {
			for (const number of ['C', 'A', 'B']) panel.place({ number });
			const numbers = async (over: object) =>
				(await fetched(['C', 'nobody', 'B', 'A', 'A'], over))?.map(({ orderNo }) => orderNo) ?? [];
			expect(await numbers({})).toEqual(['A', 'B', 'C']);
			expect(await numbers({ limit: 2, pageNumber: 2 })).toEqual(['C']);
			expect(await fetched(['nobody'])).toBeNull();
		});

		it.each([
			['no number', { orderNo: [] }],
			['a number that is no list', { orderNo: 'A' }],
			['more than 100 rows', { orderNo: ['A'], limit: 200 }],
		])('refuse %s', async (_, asked) => {
			expect(codeOf(await panel.ask('orderFetch', asked))).toEqual([200, 9]);
		});

		it('may be spoiled, in the list and as a whole', async () => {
			const number = panel.place({
				overrides: { orderItems: [{ orderQty: 'two' }] },
				listOverrides: { orderLastUpdateDate: 'soon' },
			});
			expect(await fetched([number])).toMatchObject([{ orderItems: [{ orderQty: 'two' }, {}] }]);
			const { body } = await panel.ask('orderList', { filterStatusList: '5' });
			expect(body.orderList).toMatchObject([{ orderLastUpdateDate: 'soon' }]);
			panel.sandbox.edit(number, { overrides: null, listOverrides: null });
			expect(await fetched([number])).toMatchObject([{ orderItems: [{ orderQty: '2' }, {}] }]);
		});
	});

	it('has samples of every kind', async () => {
		panel.sandbox.seed(sampleProducts);
		const placed = panel.sandbox.place(samples);
		const { body } = await panel.ask('orderFetch', { orderNo: placed.map(({ id }) => id) });
		const currencies = body.orders?.map(({ orderCurrency }) => orderCurrency);
		expect(new Set(currencies)).toEqual(new Set(['AED', 'SAR', 'KWD']));
		expect(placed.map(({ status }) => status)).toEqual(['5', '5', '5', '1', '5', '20', '8']);
	});

	it('may have envelopes in an array, and codes as texts', async () => {
		const odd = await openPanel({ arrayEnvelopes: true, textCodes: true });
		const number = odd.place();
		const { text } = await odd.ask('orderList', { filterStatusList: '5' });
		expect(JSON.parse(text)).toMatchObject([{ responseCode: '0', orderList: [{}] }]);
		const { body } = await odd.ask('orderCancellation', { orderNo: `${number}0` });
		expect(body.responseCode).toBe('9');
	});
});
