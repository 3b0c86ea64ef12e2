import * as fc from 'fast-check';
import { covers, quantities } from '../../../domain/quantities';
import type {
	CandidateHub,
	Coordinates,
	RoutingRequest,
	RoutingRule,
	RuleSet,
} from '../../../domain/routing';

export const hub = (code: string, change: Partial<CandidateHub> = {}): CandidateHub => ({
	code,
	active: true,
	latitude: null,
	longitude: null,
	available: quantities([
		['A', 10],
		['B', 10],
	]),
	...change,
});

export const request = (change: Partial<RoutingRequest> = {}): RoutingRequest => ({
	wanted: quantities([
		['A', 2],
		['B', 1],
	]),
	forcedHub: null,
	shipTo: { latitude: null, longitude: null },
	...change,
});

export const ruleSet = (...rules: readonly RoutingRule[]): RuleSet => ({
	code: 'house',
	version: 3,
	rules,
});

export interface Routing {
	readonly request: RoutingRequest;
	readonly candidates: readonly CandidateHub[];
	readonly ruleSet: RuleSet;
}

/** Open and not barred by the channel's location: what a rule may choose from. */
export const isOpen = (hub: CandidateHub, { forcedHub }: RoutingRequest): boolean =>
	hub.active && (forcedHub === null || forcedHub === hub.code);

export const isInRule = (hub: CandidateHub, rule: RoutingRule): boolean =>
	rule.hubs === undefined || rule.hubs.includes(hub.code);

export const ableIn = (
	rule: RoutingRule,
	{ request, candidates }: Routing,
): readonly CandidateHub[] =>
	candidates.filter(
		(hub) => isOpen(hub, request) && isInRule(hub, rule) && covers(hub.available, request.wanted),
	);

const codes = ['h1', 'h2', 'h3', 'h4', 'h5'];
const stock = (most: number) =>
	fc
		.array(fc.tuple(fc.constantFrom('A', 'B', 'C'), fc.integer({ min: 0, max: most })), {
			maxLength: 4,
		})
		.map(quantities);

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
			active: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.constant(false)),
			available: stock(6),
		}),
		somewhere,
	)
	.map(([hub, place]) => ({ ...hub, ...place }));

const anyRule = fc.record(
	{
		name: fc.constantFrom('first', 'second', 'third'),
		strategy: fc.constantFrom('priority' as const, 'nearest' as const),
		hubs: fc.shuffledSubarray([...codes, 'h9']),
	},
	{ requiredKeys: ['name', 'strategy'] },
);

/** Any order, any hubs and any rules, many of which fit each other. */
export const anyRouting: fc.Arbitrary<Routing> = fc.record({
	request: fc.record({
		wanted: stock(3),
		forcedHub: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, fc.constantFrom(...codes)),
		shipTo: somewhere,
	}),
	candidates: fc.uniqueArray(anyHub, { selector: ({ code }) => code }),
	ruleSet: fc
		.uniqueArray(anyRule, { selector: ({ name }) => name, minLength: 1, maxLength: 3 })
		.map((rules) => ruleSet(...rules)),
});
