import * as fc from 'fast-check';
import { major, money } from '../../domain/money';

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
});
