import { inOrder, mostFirst } from '../../domain/coveringSets';
import { offersOf } from '../../domain/offer';
import { quantities, units } from '../../domain/quantities';
import { strategies } from '../../domain/routing';
import { anyPuzzle, best, check, hasAll, splitBy } from './support/puzzles';

describe('whatever is split', () => {
	test('fewest parcels finds the set that trying all of them finds', () => {
		check(anyPuzzle(1, 8), (puzzle) => {
			const { parcels } = splitBy(puzzle, 'fewestParcels');
			expect(parcels.map(({ hub }) => hub)).toEqual(best(puzzle) ?? []);
		});
	});

	test('it never takes more parcels than one hub after the other does', () => {
		check(anyPuzzle(2, 10), (puzzle) => {
			const { parcels, hub } = splitBy(puzzle, 'fewestParcels');
			if (hub === null) return;
			const { wanted } = puzzle.request;
			const offers = offersOf(puzzle.hubs, wanted);
			for (const pick of [inOrder, mostFirst]) {
				const set = pick(offers, [...wanted.values()]);
				expect(parcels.length).toBeLessThanOrEqual(set?.length ?? 0);
			}
			for (const strategy of strategies) {
				expect(parcels.length).toBeLessThanOrEqual(splitBy(puzzle, strategy).parcels.length);
			}
		});
	});

	test('among more than ten hubs none that has a parcel could be left out', () => {
		check(anyPuzzle(11, 16), (puzzle) => {
			for (const strategy of strategies) {
				const { parcels } = splitBy(puzzle, strategy);
				const taken = parcels.map(({ hub }) => puzzle.hubs.findIndex(({ code }) => code === hub));
				for (const out of taken) {
					expect(
						hasAll(
							puzzle,
							taken.filter((at) => at !== out),
						),
					).toBe(false);
				}
			}
		});
	});

	test('every strategy sends just what is wanted whenever all the hubs together have it', () => {
		check(anyPuzzle(2, 16), (puzzle) => {
			const isPossible = hasAll(puzzle, [...puzzle.hubs.keys()]);
			const wanted = isPossible ? [...puzzle.request.wanted].sort() : [];
			for (const strategy of strategies) {
				const { parcels } = splitBy(puzzle, strategy);
				const sum = quantities(parcels.flatMap(({ contents }) => contents));
				expect([...sum].sort()).toEqual(wanted);
				for (const { hub, contents } of parcels) {
					const has = puzzle.hubs.find(({ code }) => code === hub)?.available ?? new Map();
					for (const [sku, count] of contents) {
						expect(count).toBeLessThanOrEqual(units(has, sku));
					}
				}
			}
		});
	});
});
