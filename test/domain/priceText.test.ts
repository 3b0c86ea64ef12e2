import { csvReader } from '../../domain/csv';
import { csvRows } from '../../domain/csvRows';
import { decimalOf } from '../../domain/money';
import { priceCsv } from '../../domain/priceCsv';
import { amountIn } from '../../domain/priceText';

const read = (text: string, currency = 'AED') => {
	const found = amountIn(text, currency);
	return 'amount' in found ? decimalOf(found.amount) : found.fault;
};

test.each([
	['99.5', '99.50'],
	['99,5', '99.50'],
	['99', '99.00'],
	['1234', '1234.00'],
	['1.234,50', '1234.50'],
	['1,234.50', '1234.50'],
	['1 234,5', '1234.50'],
	['1\u00a0234,50', '1234.50'],
	["12'345.60", '12345.60'],
	['1.234.567', '1234567.00'],
	['1,234,567.8', '1234567.80'],
	['1 234', '1234.00'],
	['0,500', '0.50'],
	['1234.500', '1234.50'],
	['19.9900', '19.99'],
	['0', '0.00'],
	['4503599627370.49', '4503599627370.49'],
])('"%s" is %s', (text, amount) => {
	expect(read(text)).toBe(amount);
});

test.each([
	['1.234', /may be 1234 or a little more than 1/],
	['12,345', /may be 12345/],
	['0.005', /more decimals than AED/],
	['19.999', /may be 19999/],
	['1234.567', /more decimals/],
	['-5', /no amount/],
	['5.', /no amount/],
	['.5', /no amount/],
	['12.34.56', /no amount/],
	['1,23,456.00', /no amount/],
	['1.2345,00', /no amount/],
	['AED 5', /no amount/],
	['1e3', /no amount/],
	['٥', /no amount/],
	['99999999999999999', /too large/],
	['', /no amount/],
])('"%s" is refused', (text, why) => {
	expect(read(text)).toMatch(why);
});

test('decimals are those of the currency', () => {
	expect(read('1,234', 'JPY')).toBe('1234');
	expect(read('1.5', 'JPY')).toMatch(/more decimals than JPY/);
	expect(read('12.5', 'KWD')).toBe('12.500');
	expect(read('0.125', 'KWD')).toBe('0.125');
	expect(read('1.250', 'KWD')).toMatch(/may be 1250/);
});

test('a file of prices says of each line what it is or why not', () => {
	const format = priceCsv('AED', ({ price }) => (price.currency === 'AED' ? null : 'only AED'));
	const rows = csvRows(format);
	const reader = csvReader();
	const text =
		'Seller SKU;Selling Price;Currency\nA;99,5;\n;1;\nB;1.234;\nC;5;usd\nD;7;dirham\nE;8;aed\nF;0;\n';
	const { rows: taken, refused } = rows.take([...reader.push(text), ...reader.end()]);
	expect(taken).toEqual([
		{ line: 2, listing: 'A', price: { minor: 9950, currency: 'AED' }, text: 'A | 99,5 | ' },
		{ line: 7, listing: 'E', price: { minor: 800, currency: 'AED' }, text: 'E | 8 | aed' },
	]);
	expect(refused.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
		'3 the seller SKU is not usable, it is blank',
		expect.stringMatching(/^4 the price is not usable: "1.234" may be/),
		'5 only AED',
		'6 "DIRHAM" is no currency; write three letters such as AED',
		'8 a price has to be above 0',
	]);
});
