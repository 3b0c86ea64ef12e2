import * as fc from 'fast-check';
import {
	common,
	covers,
	minus,
	plus,
	quantities,
	units,
	type Quantities,
} from '../../domain/quantities';

const anyQuantities = fc
	.array(fc.tuple(fc.constantFrom('A', 'B', 'C', '__proto__'), fc.integer({ min: 0, max: 9 })))
	.map(quantities);

const sameAs = (left: Quantities, right: Quantities) =>
	left.size === right.size && [...left].every(([sku, count]) => units(right, sku) === count);

describe('quantities', () => {
	test('adds up what is given twice', () => {
		expect(
			quantities([
				['A', 2],
				['B', 1],
				['A', 3],
			]),
		).toEqual(
			new Map([
				['A', 5],
				['B', 1],
			]),
		);
	});

	test('has none of a SKU that is not in it', () => {
		expect(units(quantities([['A', 2]]), 'B')).toBe(0);
	});

	test.each([
		['more than there is', [['A', 5]], [['A', 7]], []],
		['a part', [['A', 5]], [['A', 2]], [['A', 3]]],
		['another SKU', [['A', 5]], [['B', 2]], [['A', 5]]],
	] as const)('is left with what remains after taking %s', (_, left, right, rest) => {
		expect([...minus(quantities(left), quantities(right))]).toEqual(rest);
	});

	test('never stores none or less', () => {
		fc.assert(
			fc.property(anyQuantities, anyQuantities, (left, right) =>
				[left, plus(left, right), minus(left, right), common(left, right)].every((made) =>
					[...made.values()].every((count) => count > 0),
				),
			),
		);
		expect(
			quantities([
				['A', -1],
				['B', 0],
			]).size,
		).toBe(0);
	});

	test('adds in any order', () => {
		fc.assert(
			fc.property(
				anyQuantities,
				anyQuantities,
				anyQuantities,
				(one, two, three) =>
					sameAs(plus(one, two), plus(two, one)) &&
					sameAs(plus(plus(one, two), three), plus(one, plus(two, three))),
			),
		);
	});

	test('gives back by minus what plus added', () => {
		fc.assert(
			fc.property(anyQuantities, anyQuantities, (left, right) =>
				sameAs(minus(plus(left, right), right), left),
			),
		);
	});

	test('is split by common and minus without a unit lost or doubled', () => {
		fc.assert(
			fc.property(anyQuantities, anyQuantities, (left, right) =>
				sameAs(plus(minus(left, right), common(left, right)), left),
			),
		);
	});

	test('has the same in common both ways, and each covers it', () => {
		fc.assert(
			fc.property(anyQuantities, anyQuantities, (left, right) => {
				const both = common(left, right);
				return sameAs(both, common(right, left)) && covers(left, both) && covers(right, both);
			}),
		);
	});

	test('covers exactly what it has at least as many of', () => {
		fc.assert(
			fc.property(
				anyQuantities,
				anyQuantities,
				(available, wanted) =>
					covers(available, wanted) ===
					[...wanted].every(([sku, count]) => units(available, sku) >= count),
			),
		);
	});
});
