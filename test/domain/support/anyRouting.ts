import * as fc from 'fast-check';
import { quantities } from '../../../domain/quantities';
import {
	strategies,
	workingHoursRules,
	type CandidateHub,
	type Coordinates,
	type RoutingRule,
} from '../../../domain/routing';
import { atNight, byDay, hub, request, ruleSet, type Routing } from './routes';

const codes = ['h1', 'h2', 'h3', 'h4', 'h5'];
const skus = ['A', 'B', 'C'];

export const stock = (most: number) =>
	fc
		.array(fc.tuple(fc.constantFrom(...skus), fc.integer({ min: 0, max: most })), { maxLength: 4 })
		.map(quantities);

const mostly = <T>(usual: T, ...others: readonly T[]) =>
	fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, fc.constantFrom(...others));

const somewhere: fc.Arbitrary<Coordinates> = fc.oneof(
	{
		weight: 4,
		arbitrary: fc.record({
			latitude: fc.integer({ min: 36, max: 42 }),
			longitude: fc.integer({ min: 26, max: 45 }),
		}),
	},
	{ weight: 1, arbitrary: fc.constant({ latitude: null, longitude: null }) },
);

const anyHub: fc.Arbitrary<CandidateHub> = fc
	.tuple(
		fc.record({
			code: fc.constantFrom(...codes),
			active: mostly(true, false),
			available: stock(6),
			openOrders: fc.integer({ min: 0, max: 3 }),
			orderLimit: mostly(null, 0, 2),
			workingHours: mostly(null, byDay, atNight),
		}),
		somewhere,
	)
	.map(([change, place]) => hub(change.code, { ...change, ...place }));

const anyFilter = fc.record({
	field: fc.constant('country' as const),
	is: fc.constant('include' as const),
	values: mostly(['DE', 'TR'], ['DE']),
});

/** With a split that nothing limits, so that what stock allows is all that decides. */
export const anyRule: fc.Arbitrary<RoutingRule> = fc.record(
	{
		name: fc.constantFrom('first', 'second', 'third'),
		strategy: fc.constantFrom(...strategies),
		hubs: fc.shuffledSubarray([...codes, 'h9']),
		filters: fc.array(anyFilter, { maxLength: 2 }),
		split: fc.constant({ smallestValue: 0, mostParcels: null }),
		workingHours: fc.constantFrom(...workingHoursRules),
	},
	{ requiredKeys: ['name', 'strategy'] },
);

export const anyRequest = fc
	.record({
		wanted: stock(3).filter(({ size }) => size > 0),
		forcedHub: mostly(null, ...codes),
		place: somewhere,
		maySplit: fc.boolean(),
	})
	.map(({ place, ...change }) => {
		const plain = request(change);
		return { ...plain, shipTo: { ...plain.shipTo, ...place } };
	});

export const anyHubs = fc.uniqueArray(anyHub, { selector: ({ code }) => code });

/** Any order, any hubs and any rules, many of which fit each other. */
export const anyRouting: fc.Arbitrary<Routing> = fc.record({
	request: anyRequest,
	candidates: anyHubs,
	ruleSet: fc
		.uniqueArray(anyRule, { selector: ({ name }) => name, minLength: 1, maxLength: 3 })
		.map((rules) => ruleSet(...rules)),
});
