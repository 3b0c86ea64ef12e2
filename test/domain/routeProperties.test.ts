import * as fc from 'fast-check';
import { distanceKm } from '../../domain/distance';
import { route } from '../../domain/route';
import type { RoutingDecision } from '../../domain/routing';
import { ableIn, anyRouting, isInRule, isOpen, ruleSet, type Routing } from './support/routes';

const always = (holds: (routing: Routing, decision: RoutingDecision) => void) =>
	fc.assert(
		fc.property(anyRouting, (routing) =>
			holds(routing, route(routing.request, routing.candidates, routing.ruleSet)),
		),
		{ numRuns: 1000 },
	);

/** The rule that has to decide: the first that has a hub able to ship. */
const deciding = (routing: Routing) =>
	routing.ruleSet.rules.find((rule) => ableIn(rule, routing).length > 0);

describe('whatever is routed', () => {
	test('the hub has everything, is open, is not foreign to the location, and the first rule that has one chose it', () => {
		always((routing, decision) => {
			const rule = deciding(routing);
			const able = rule === undefined ? [] : ableIn(rule, routing);
			expect(decision.rule).toBe(rule?.name ?? null);
			if (decision.hub !== null) expect(able.map(({ code }) => code)).toContain(decision.hub);
		});
	});

	test('an order stays without a hub only when none could ship it, and the reason says whether one was asked', () => {
		always((routing, decision) => {
			expect(decision.hub === null).toBe(deciding(routing) === undefined);
			const asked = routing.candidates.some(
				(hub) =>
					isOpen(hub, routing.request) && routing.ruleSet.rules.some((rule) => isInRule(hub, rule)),
			);
			const reason = asked ? 'inventory_not_present' : 'not_able_to_route';
			expect(decision.holdReason).toBe(decision.hub === null ? reason : null);
		});
	});

	test('every candidate has exactly one verdict, and only the chosen one is taken', () => {
		always(({ candidates }, { verdicts, hub }) => {
			expect(verdicts.map((verdict) => verdict.hub).sort()).toEqual(
				candidates.map(({ code }) => code).sort(),
			);
			expect(verdicts.filter(({ taken }) => taken).map((verdict) => verdict.hub)).toEqual(
				hub === null ? [] : [hub],
			);
			for (const { why } of verdicts) expect(why).not.toBe('');
		});
	});

	test('priority takes the first of its list that can ship', () => {
		always((routing, decision) => {
			const rule = deciding(routing);
			if (rule?.strategy !== 'priority') return;
			const list = rule.hubs ?? routing.candidates.map(({ code }) => code);
			const able = ableIn(rule, routing).map(({ code }) => code);
			expect(decision.hub).toBe(list.find((code) => able.includes(code)));
		});
	});

	test('nearest takes none that is farther than another', () => {
		always((routing, decision) => {
			const rule = deciding(routing);
			if (rule?.strategy !== 'nearest') return;
			const km = new Map(
				ableIn(rule, routing).map((hub) => [
					hub.code,
					distanceKm(hub, routing.request.shipTo) ?? Infinity,
				]),
			);
			expect(km.get(decision.hub ?? '')).toBe(Math.min(...km.values()));
		});
	});

	test('the runner-up is what would be chosen without the chosen one', () => {
		always((routing, decision) => {
			const rule = deciding(routing);
			if (rule === undefined) return expect(decision.runnerUp).toBeNull();
			const others = routing.candidates.filter(({ code }) => code !== decision.hub);
			expect(decision.runnerUp).toBe(route(routing.request, others, ruleSet(rule)).hub);
		});
	});

	test('the answer is the same when asked again, and nothing that was given has changed', () => {
		always((routing, decision) => {
			const before = structuredClone(routing);
			expect(route(routing.request, routing.candidates, routing.ruleSet)).toEqual(decision);
			expect(routing).toEqual(before);
		});
	});
});
