import * as fc from 'fast-check';
import { decimalMoney, major, money } from '../../domain/money';

describe('money', () => {
	test.each([
		[19.99, 'TRY', 1999],
		[0.1 + 0.2, 'EUR', 30],
		[1.005, 'TRY', 101],
		[0.285, 'TRY', 29],
		[1999, 'JPY', 1999],
		[0.6, 'KRW', 1],
		[1.2345, 'KWD', 1235],
		[12.345, 'BHD', 12345],
		[0.001, 'OMR', 1],
		[-4.35, 'TRY', -435],
		[0, 'TRY', 0],
	])('%p %s is %p minor units', (amount, currency, minor) => {
		expect(money(amount, currency)).toEqual({ minor, currency });
	});

	test.each(['TRY', 'JPY', 'KWD'])('comes back from major units of %s unchanged', (currency) => {
		fc.assert(
			fc.property(fc.integer({ min: -1e12, max: 1e12 }), (minor) => {
				expect(money(major({ minor, currency }), currency)).toEqual({ minor, currency });
			}),
		);
	});

	test('adds up to the cent what floating point does not', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 0, max: 99_999 }), { maxLength: 200 }), (cents) => {
				const floating = cents.reduce((sum, cent) => sum + cent / 100, 0);
				expect(money(floating, 'TRY').minor).toBe(cents.reduce((sum, cent) => sum + cent, 0));
			}),
		);
	});

	test.each([
		['19.99', 'AED', 1999],
		['160', 'INR', 16_000],
		['0.285', 'AED', 29],
		['1.2344', 'KWD', 1234],
		['0.5', 'JPY', 1],
		['-4.355', 'AED', -436],
		['-0.00', 'AED', 0],
		['999999999999.99', 'AED', 99_999_999_999_999],
	])('reads %p %s as %p minor units', (text, currency, minor) => {
		expect(decimalMoney(text, currency)).toEqual({ minor, currency });
	});

	test.each(['', ' 1', '1e3', '1,5', '.5', '1.', 'NaN', '0x1', '1234567890123'])(
		'takes %p for no decimal number',
		(text) => {
			expect(decimalMoney(text, 'AED')).toBeNull();
		},
	);
});
