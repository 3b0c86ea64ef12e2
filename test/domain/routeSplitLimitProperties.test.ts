import * as fc from 'fast-check';
import { money } from '../../domain/money';
import { quantities, units } from '../../domain/quantities';
import { strategies } from '../../domain/routing';
import {
	anyPuzzle,
	best,
	check,
	counts,
	everySet,
	hasAll,
	skus,
	splitBy,
	stockOf,
	type Puzzle,
} from './support/puzzles';

/** What each parcel is worth when every hub of the set gives all it has, one after the other. */
function worths({ request: { wanted, prices }, hubs }: Puzzle, set: readonly number[]) {
	const missing = new Map(wanted);
	return set.map((at) =>
		skus.reduce((worth, sku) => {
			const given = Math.min(missing.get(sku) ?? 0, units(hubs[at]?.available ?? new Map(), sku));
			missing.set(sku, (missing.get(sku) ?? 0) - given);
			return worth + given * (prices.get(sku)?.minor ?? 0);
		}, 0),
	);
}

describe('whatever is split within limits', () => {
	test('no more parcels are made than allowed, and an order is held only when it takes more', () => {
		const any = fc.record({ puzzle: anyPuzzle(2, 7), mostParcels: fc.integer({ min: 2, max: 4 }) });
		check(any, ({ puzzle, mostParcels }) => {
			const fewest = best(puzzle)?.length ?? Infinity;
			for (const strategy of strategies) {
				const { parcels, hub } = splitBy(puzzle, strategy, { mostParcels });
				expect(parcels.length).toBeLessThanOrEqual(mostParcels);
				expect(hub !== null).toBe(fewest <= mostParcels);
			}
		});
	});

	test('more stock never puts an order on hold, however few parcels are allowed', () => {
		const any = fc.record({
			puzzle: anyPuzzle(2, 8),
			arriving: counts(3),
			at: fc.nat(7),
			mostParcels: fc.integer({ min: 2, max: 3 }),
			strategy: fc.constantFrom(...strategies),
		});
		check(any, ({ puzzle, arriving, at, mostParcels, strategy }) => {
			if (splitBy(puzzle, strategy, { mostParcels }).hub === null) return;
			const hubs = puzzle.hubs.map((hub, place) =>
				place === at % puzzle.hubs.length
					? {
							...hub,
							available: quantities([...hub.available, ...Object.entries(stockOf(arriving))]),
						}
					: hub,
			);
			expect(splitBy({ ...puzzle, hubs }, strategy, { mostParcels }).hub).not.toBeNull();
		});
	});

	test('no parcel of several is worth less than the smallest value, and none is refused that could simply be filled', () => {
		const any = fc.record({
			puzzle: anyPuzzle(2, 7),
			smallestValue: fc.integer({ min: 1, max: 40 }),
		});
		check(any, ({ puzzle, smallestValue }) => {
			const least = money(smallestValue, 'TRY').minor;
			const fillable = everySet(puzzle.hubs.length).find(
				(set) =>
					set.length > 1 &&
					hasAll(puzzle, set) &&
					worths(puzzle, set).every((worth) => worth >= least),
			);
			for (const strategy of strategies) {
				const { parcels } = splitBy(puzzle, strategy, { smallestValue });
				if (fillable !== undefined) expect(parcels.length).toBeGreaterThan(0);
				if (strategy === 'fewestParcels' && fillable !== undefined) {
					expect(parcels.length).toBeLessThanOrEqual(fillable.length);
				}
				if (parcels.length < 2) continue;
				for (const { contents } of parcels) {
					const worth = contents.reduce(
						(sum, [sku, count]) => sum + count * (puzzle.request.prices.get(sku)?.minor ?? 0),
						0,
					);
					expect(worth).toBeGreaterThanOrEqual(least);
				}
			}
		});
	});
});
