import * as fc from 'fast-check';
import { shown, skuFault } from '../../domain/sku';

describe('a SKU', () => {
	test.each([
		['letters, digits and hyphens', 'TSHIRT-M-01'],
		['single and double quotes', `12" O'Neill "XL"`],
		['SQL that wants to be run', `'); DROP TABLE stock; --`],
		['spaces inside', 'blue shirt M'],
		['200 characters of Turkish text', 'çğıöşüİĞŞÇ'.repeat(20)],
		['another alphabet', 'قميص-١'],
		['255 emoji', '👕'.repeat(255)],
		['255 characters', 'x'.repeat(255)],
	])('may hold %s', (_, sku) => {
		expect(skuFault(sku)).toBeNull();
	});

	test.each([
		['nothing', '', 'it is blank'],
		['only spaces', ' \u00a0 ', 'it is blank'],
		['a space in front', ' A-12', 'it starts or ends with a space'],
		['a space behind', 'A-12 ', 'it starts or ends with a space'],
		['a newline', 'A\n12', 'it holds a line break or another control character'],
		['a carriage return', 'A\r12', 'it holds a line break or another control character'],
		['a tab', 'A\t12', 'it holds a line break or another control character'],
		['a null character', 'A\u000012', 'it holds a line break or another control character'],
		['a delete character', 'A\u007f12', 'it holds a line break or another control character'],
		['a next-line character', 'A\u008512', 'it holds a line break or another control character'],
		['a Unicode line separator', 'A\u202812', 'it holds a line break or another control character'],
		[
			'a Unicode paragraph separator',
			'A\u202912',
			'it holds a line break or another control character',
		],
		['256 characters', 'x'.repeat(256), 'it is longer than 255 characters'],
	])('must not be or hold %s', (_, sku, fault) => {
		expect(skuFault(sku)).toBe(fault);
	});
});

describe('a text in a message', () => {
	test('is quoted', () => {
		expect(shown(`12" O'Neill`)).toBe(`"12\\" O'Neill"`);
	});

	test('is cut', () => {
		expect(shown('x'.repeat(60))).toBe(`"${'x'.repeat(60)}"`);
		expect(shown('x'.repeat(61))).toBe(`"${'x'.repeat(60)}…"`);
	});

	test('stays on one line, whatever it holds', () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom('a', '"', '\n', '\r', '\\', 'ş') }), (text) => {
				expect(shown(text)).toMatch(/^".*"$/);
			}),
		);
	});
});
