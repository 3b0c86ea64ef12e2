import fc from 'fast-check';
import { lagSeconds, usualLag } from '../../domain/pushLag';

describe('push lag', () => {
	test.each([
		[0, 5],
		[4_999, 5],
		[5_001, 10],
		[60_000, 60],
		[61_000, 90],
		[90_001, 120],
		[601_000, 900],
		[3_601_000, 7_200],
		[90_000_000, 86_400],
	])('%i ms count as %i s', (ms, seconds) => {
		expect(lagSeconds(ms)).toBe(seconds);
	});

	test('is never said to be shorter than it was, up to a day, nor shorter than a shorter one', () => {
		const ms = fc.integer({ min: 0, max: 86_400_000 });
		fc.assert(
			fc.property(ms, ms, (one, other) => {
				expect(lagSeconds(one) * 1_000).toBeGreaterThanOrEqual(one);
				expect(lagSeconds(Math.max(one, other))).toBeGreaterThanOrEqual(
					lagSeconds(Math.min(one, other)),
				);
			}),
		);
	});

	test('that is usual is the one within which 95 of 100 figures were confirmed', () => {
		const lags = [
			{ seconds: 600, figures: 5 },
			{ seconds: 60, figures: 90 },
			{ seconds: 90, figures: 5 },
		];
		expect(usualLag(lags)).toEqual({ seconds: 90, figures: 100 });
		expect(usualLag([...lags, { seconds: 600, figures: 1 }])?.seconds).toBe(600);
		expect(usualLag([])).toBeNull();
	});
});
