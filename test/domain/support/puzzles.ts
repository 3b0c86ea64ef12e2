import * as fc from 'fast-check';
import { money } from '../../../domain/money';
import { quantities, units } from '../../../domain/quantities';
import type {
	CandidateHub,
	RoutingRequest,
	SplitRule,
	StrategyName,
} from '../../../domain/routing';
import { request, stocked } from './routes';
import { routed, splitRule } from './splits';

export const skus = ['A', 'B', 'C', 'D'];
export const counts = (most: number) =>
	fc.array(fc.integer({ min: 0, max: most }), { minLength: skus.length, maxLength: skus.length });
export const stockOf = (of: readonly number[]) =>
	Object.fromEntries(skus.map((sku, at) => [sku, of[at] ?? 0]));

export interface Puzzle {
	readonly request: RoutingRequest;
	readonly hubs: readonly CandidateHub[];
}

/** Hubs that have little of an order: what one has is rarely enough. */
export const anyPuzzle = (least: number, most: number): fc.Arbitrary<Puzzle> =>
	fc
		.record({
			wanted: counts(5).filter((of) => of.some((count) => count > 0)),
			prices: counts(20),
			stocks: fc.array(counts(3), { minLength: least, maxLength: most }),
		})
		.map(({ wanted, prices, stocks }) => ({
			request: request({
				shipTo: { ...request().shipTo, latitude: 36, longitude: 30 },
				wanted: quantities(Object.entries(stockOf(wanted))),
				prices: new Map(skus.map((sku, at) => [sku, money(prices[at] ?? 0, 'TRY')])),
			}),
			hubs: stocks.map((of, at) =>
				stocked(`h${at}`, stockOf(of), {
					openOrders: (at * 7) % 5,
					latitude: 36 + ((at * 5) % 7),
					longitude: 30,
				}),
			),
		}));

export const splitBy = (
	{ request: asked, hubs }: Puzzle,
	strategy: StrategyName,
	limits: Partial<SplitRule> = {},
) => routed(asked, hubs, splitRule(strategy, limits));

/** Every set of hubs, as their places; those with fewer come first, and of these those with earlier ones. */
export function everySet(count: number): readonly (readonly number[])[] {
	const sets = Array.from({ length: 2 ** count }, (_, bits) =>
		Array.from({ length: count }, (__, at) => at).filter(
			(at) => Math.floor(bits / 2 ** at) % 2 === 1,
		),
	);
	const asText = (set: readonly number[]) => set.map((at) => String.fromCharCode(65 + at)).join('');
	return sets.sort(
		(left, right) => left.length - right.length || (asText(left) < asText(right) ? -1 : 1),
	);
}

export const hasAll = ({ request: { wanted }, hubs }: Puzzle, set: readonly number[]) =>
	[...wanted].every(
		([sku, count]) =>
			set.reduce((sum, at) => sum + units(hubs[at]?.available ?? new Map(), sku), 0) >= count,
	);

/** The hubs of the first set that has everything, by trying all. */
export const best = (puzzle: Puzzle): readonly string[] | null => {
	const set = everySet(puzzle.hubs.length).find((places) => hasAll(puzzle, places));
	return set?.map((at) => puzzle.hubs[at]?.code ?? '') ?? null;
};

export const check = <T>(any: fc.Arbitrary<T>, holds: (value: T) => void) =>
	fc.assert(fc.property(any, holds), { numRuns: 500, endOnFailure: true });
