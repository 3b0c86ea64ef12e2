import fc from 'fast-check';
import { coverage, covering, heldOf, perHour, sized, unseenDemand } from '../../domain/safetyStock';

const chanceOfAtMost = (units: number, mean: number) => {
	let chance = Math.exp(-mean);
	let sum = chance;
	for (let one = 1; one <= units; one++) {
		chance *= mean / one;
		sum += chance;
	}
	return sum;
};
const means = fc.double({ min: 0, max: 2_000, noNaN: true });
const units = fc.nat({ max: 3_000 });
const run = { numRuns: 300 };

describe('safety stock', () => {
	test.each([
		[0, 0],
		[0.02, 0],
		[0.021, 1],
		[0.1, 1],
		[1, 3],
		[3.358, 8],
		[31, 43],
		[500, 546],
		[501, 548],
	])('a mean demand of %d is covered by %i units', (mean, of) => {
		expect(covering(mean)).toBe(of);
	});

	test('covers the demand so much of the time, and not with a unit more than that takes', () => {
		fc.assert(
			fc.property(fc.double({ min: 0, max: 500, noNaN: true }), (mean) => {
				const of = covering(mean);
				expect(chanceOfAtMost(of, mean)).toBeGreaterThanOrEqual(coverage - 1e-9);
				expect(of === 0 || chanceOfAtMost(of - 1, mean) < coverage).toBe(true);
			}),
			run,
		);
	});

	test('never shrinks where the demand grows', () => {
		fc.assert(
			fc.property(means, means, (one, other) => {
				expect(covering(Math.max(one, other))).toBeGreaterThanOrEqual(
					covering(Math.min(one, other)),
				);
			}),
			run,
		);
	});

	test('a SKU sells as fast as lately, or as over two weeks where that is faster', () => {
		expect(perHour({ lately: 186, long: 200 })).toBe(31);
		expect(perHour({ lately: 1, long: 336 })).toBe(1);
		const blind = { lagSeconds: 90, pollSeconds: 300 };
		expect(unseenDemand({ lately: 186, long: 200 }, blind)).toBeCloseTo(3.358, 3);
	});

	test('grows at once, is never less than the demand takes, and never above the most', () => {
		fc.assert(
			fc.property(means, units, units, (mean, before, most) => {
				const of = sized(mean, before, most);
				expect(of).toBeGreaterThanOrEqual(Math.min(most, covering(mean)));
				expect(of).toBeLessThanOrEqual(most);
			}),
			run,
		);
	});

	test('stays once it was sized, while the demand sways by less than a third', () => {
		const demands = fc.array(fc.double({ min: 0.67, max: 1, noNaN: true }), { maxLength: 20 });
		fc.assert(
			fc.property(means, demands, (mean, sways) => {
				const first = sized(mean, 0, 10_000);
				expect(sways.reduce((before, sway) => sized(mean * sway, before, 10_000), first)).toBe(
					first,
				);
			}),
			run,
		);
	});

	test('is nothing again where nothing is sold any more', () => {
		expect(sized(0, 7, 10)).toBe(0);
	});

	test('is no more than its share of what is free, in whole units, and leaves the rest', () => {
		expect([12, 13, 14, 1, 0, -3].map((free) => heldOf(free, 7, 50))).toEqual([6, 6, 7, 0, 0, 0]);
		expect(heldOf(3, 7, 100)).toBe(3);
		fc.assert(
			fc.property(units, units, fc.integer({ min: 0, max: 100 }), (free, of, percent) => {
				const left = (there: number) => there - heldOf(there, of, percent);
				expect(left(free)).toBeGreaterThanOrEqual(0);
				expect(left(free + 1)).toBeGreaterThanOrEqual(left(free));
			}),
			run,
		);
	});
});
