import fc from 'fast-check';
import { boxFault, stacked, toBox, type Box } from '../../domain/box';

const side = fc.integer({ min: 1, max: 100_000 }).map((steps) => steps / 100);
const box = fc.record({ length: side, width: side, height: side, weight: side });
const units = fc.array(fc.record({ box, quantity: fc.integer({ min: 1, max: 50 }) }), {
	minLength: 1,
	maxLength: 8,
});

const sorted = ({ length, width, height }: Box) => [length, width, height].sort((a, b) => a - b);
const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0);

const book: Box = { length: 20, width: 3, height: 13, weight: 400 };
const mug: Box = { length: 10, width: 12, height: 9.5, weight: 350.5 };

describe('the box of a parcel', () => {
	test('is that of the only unit, turned to lie', () => {
		expect(stacked([{ box: book, quantity: 1 }])).toEqual({
			...{ length: 20, width: 13, height: 3, weight: 400 },
		});
	});

	test('is as long and as wide as the largest unit, and as high and heavy as all of them', () => {
		const parcel = stacked([
			{ box: book, quantity: 2 },
			{ box: mug, quantity: 3 },
		]);
		expect(parcel).toEqual({ length: 20, width: 13, height: 34.5, weight: 1851.5 });
	});

	test('is not known while that of one unit is not, nor without units', () => {
		expect(
			stacked([
				{ box: book, quantity: 1 },
				{ box: null, quantity: 1 },
			]),
		).toBeNull();
		expect(stacked([])).toBeNull();
	});

	test('adds fractions as a person would', () => {
		const thin = { length: 1, width: 1, height: 0.1, weight: 0.1 };
		expect(stacked([{ box: thin, quantity: 3 }])).toEqual({ ...thin, height: 0.3, weight: 0.3 });
	});

	test('holds all units, one upon the other', () => {
		fc.assert(
			fc.property(units, (all) => {
				const parcel = stacked(all);
				if (parcel === null) throw new Error('no box');
				for (const { box: unit } of all) {
					const [, width = 0, length = 0] = sorted(unit);
					expect(parcel.length).toBeGreaterThanOrEqual(length);
					expect(parcel.width).toBeGreaterThanOrEqual(width);
				}
				const heights = all.map(({ box: unit, quantity }) => (sorted(unit)[0] ?? 0) * quantity);
				const weights = all.map(({ box: unit, quantity }) => unit.weight * quantity);
				expect(parcel.height).toBeCloseTo(sum(heights), 4);
				expect(parcel.weight).toBeCloseTo(sum(weights), 4);
				expect(boxFault(parcel)).toBeNull();
			}),
		);
	});

	test('does not depend on the order of the units, nor on how they are counted', () => {
		const shuffled = units.chain((all) =>
			fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
		);
		fc.assert(
			fc.property(shuffled, ([all, others]) => {
				const apart = others.flatMap(({ box: unit, quantity }) =>
					Array.from({ length: quantity }, () => ({ box: unit, quantity: 1 })),
				);
				expect(stacked(apart)).toEqual(stacked(all));
			}),
		);
	});
});

describe('a size and weight', () => {
	test.each([
		['length', 0],
		['width', -1],
		['height', NaN],
		['weight', Infinity],
		['length', 0.001],
		['weight', 1_000_001],
	])('is refused where the %s is %d', (name, value) => {
		expect(boxFault({ ...book, [name]: value })).toBe(
			`${name} "${value}" is no number above 0, up to 1000000`,
		);
	});

	test('is kept to a tenth of a millimetre and a hundredth of a gram', () => {
		expect(boxFault(book)).toBeNull();
		expect(toBox({ ...book, length: 31.1151, weight: 0.999 })).toEqual({
			...{ ...book, length: 31.12, weight: 1 },
		});
	});
});
