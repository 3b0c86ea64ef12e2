import * as fc from 'fast-check';
import { quantities } from '../../domain/quantities';
import { route } from '../../domain/route';
import type { RoutingDecision } from '../../domain/routing';
import { anyHubs, anyRequest, anyRouting, anyRule, stock } from './support/anyRouting';
import { ruleSet } from './support/routes';

const check = <T>(any: fc.Arbitrary<T>, holds: (value: T) => void) =>
	fc.assert(fc.property(any, holds), { numRuns: 1000, endOnFailure: true });

describe('a decision', () => {
	test('is the same when asked for again, and changes nothing that was given', () => {
		check(anyRouting, (routing) => {
			const decide = () => route(routing.request, routing.candidates, routing.ruleSet);
			const before = structuredClone(routing);
			expect(decide()).toEqual(decide());
			expect(routing).toEqual(before);
		});
	});

	test('does not depend on the order in which hubs come where the rule has its own', () => {
		const anyListing = anyHubs.chain((hubs) =>
			fc.record({
				request: anyRequest,
				hubs: fc.constant(hubs),
				shuffled: fc.shuffledSubarray([...hubs], { minLength: hubs.length }),
				rule: anyRule.map((rule) => ({ ...rule, hubs: hubs.map(({ code }) => code) })),
			}),
		);
		const sorted = (decision: RoutingDecision) => ({
			...decision,
			verdicts: decision.verdicts.toSorted((left, right) => left.hub.localeCompare(right.hub)),
		});
		check(anyListing, ({ request, hubs, shuffled, rule }) => {
			expect(sorted(route(request, shuffled, ruleSet(rule)))).toEqual(
				sorted(route(request, hubs, ruleSet(rule))),
			);
		});
	});

	test('never puts an order on hold because there is more stock', () => {
		const anyGrowth = fc.record({ routing: anyRouting, arriving: stock(5), at: fc.nat(4) });
		check(anyGrowth, ({ routing: { request, candidates, ruleSet: rules }, arriving, at }) => {
			if (route(request, candidates, rules).hub === null) return;
			const grown = candidates.map((hub, place) =>
				place === at % candidates.length
					? { ...hub, available: quantities([...hub.available, ...arriving]) }
					: hub,
			);
			expect(route(request, grown, rules).hub).not.toBeNull();
		});
	});
});
