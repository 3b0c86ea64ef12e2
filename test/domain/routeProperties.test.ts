import * as fc from 'fast-check';
import { distanceKm } from '../../domain/distance';
import { quantities, units } from '../../domain/quantities';
import { route } from '../../domain/route';
import type { CandidateHub, RoutingDecision, RoutingRule } from '../../domain/routing';
import { anyRouting } from './support/anyRouting';
import {
	ableIn,
	canServe,
	choosable,
	fits,
	isOpen,
	ruleSet,
	worksNow,
	type Routing,
} from './support/routes';

const always = (holds: (routing: Routing, decision: RoutingDecision) => void) =>
	fc.assert(
		fc.property(anyRouting, (routing) =>
			holds(routing, route(routing.request, routing.candidates, routing.ruleSet)),
		),
		{ numRuns: 1000, endOnFailure: true },
	);

/** The rule that has to decide: the first that can. */
const deciding = (routing: Routing) =>
	routing.ruleSet.rules.find((rule) => canServe(rule, routing));

/** The hubs among which a strategy chooses one: those that work now, if hours are preferred and any does. */
const preferred = (rule: RoutingRule, routing: Routing): readonly CandidateHub[] => {
	const able = ableIn(rule, routing);
	const working = rule.workingHours === 'prefer' ? able.filter(worksNow) : [];
	return working.length > 0 ? working : able;
};

const lifted = (routing: Routing): Routing => ({
	...routing,
	candidates: routing.candidates.map((hub) => ({ ...hub, orderLimit: null, workingHours: null })),
});

describe('whatever is routed', () => {
	test('the first rule that can decides, over hubs that it may choose', () => {
		always((routing, decision) => {
			const rule = deciding(routing);
			expect(decision.rule).toBe(rule?.name ?? null);
			const mine = rule === undefined ? [] : choosable(rule, routing).map(({ code }) => code);
			for (const { hub } of decision.parcels) expect(mine).toContain(hub);
		});
	});

	test('the rules before it are listed with a reason, all of them when none decides', () => {
		always(({ ruleSet: { rules } }, { rule, passedOver }) => {
			const names = rules.map(({ name }) => name);
			const before = rule === null ? names : names.slice(0, names.indexOf(rule));
			expect(passedOver.map((one) => one.rule)).toEqual(before);
			for (const { why } of passedOver) expect(why).not.toBe('');
		});
	});

	test('an order that one hub can ship is not split, and one hub is not split over', () => {
		always((routing, { parcels, splitBy }) => {
			const rule = deciding(routing);
			if (rule === undefined) return;
			const isWhole = ableIn(rule, routing).length > 0;
			expect(parcels.length === 1).toBe(isWhole);
			expect(splitBy === null).toBe(isWhole);
		});
	});

	test('an order waits for stock when hubs at work and without limits could not ship it, else for a hub', () => {
		always((routing, decision) => {
			expect(decision.hub === null).toBe(deciding(routing) === undefined);
			const free = lifted(routing);
			const isAsked = free.candidates.some(
				(hub) =>
					isOpen(hub, free.request) &&
					free.ruleSet.rules.some((rule) => fits(rule) && (rule.hubs?.includes(hub.code) ?? true)),
			);
			const waitsForStock = isAsked && deciding(free) === undefined;
			const reason = waitsForStock ? 'inventory_not_present' : 'not_able_to_route';
			expect(decision.holdReason).toBe(decision.hub === null ? reason : null);
		});
	});

	test('every candidate has exactly one verdict, and those with a parcel are taken', () => {
		always(({ candidates }, { verdicts, hub, parcels }) => {
			expect(verdicts.map((verdict) => verdict.hub)).toEqual(candidates.map(({ code }) => code));
			expect(
				verdicts
					.filter(({ taken }) => taken)
					.map((verdict) => verdict.hub)
					.sort(),
			).toEqual(parcels.map((parcel) => parcel.hub).sort());
			expect(hub).toBe(parcels[0]?.hub ?? null);
			for (const { why } of verdicts) expect(why).not.toBe('');
		});
	});

	test('the parcels together are exactly what is wanted, none has nothing, and no hub gives more than it has', () => {
		always(({ request, candidates }, { parcels }) => {
			if (parcels.length === 0) return;
			const sum = quantities(parcels.flatMap(({ contents }) => contents));
			expect(new Map([...sum].sort())).toEqual(new Map([...request.wanted].sort()));
			expect(new Set(parcels.map(({ hub }) => hub)).size).toBe(parcels.length);
			for (const { hub, contents } of parcels) {
				const has = candidates.find(({ code }) => code === hub)?.available ?? new Map();
				expect(contents.length).toBeGreaterThan(0);
				for (const [sku, count] of contents) {
					expect(count).toBeGreaterThan(0);
					expect(count).toBeLessThanOrEqual(units(has, sku));
				}
			}
		});
	});

	test('an order of a forced hub leaves from it or not at all', () => {
		always(({ request: { forcedHub } }, { parcels }) => {
			if (forcedHub === null || parcels.length === 0) return;
			expect(parcels.map(({ hub }) => hub)).toEqual([forcedHub]);
		});
	});

	test('priority and fewest parcels take the first of the list that can ship it whole', () => {
		always((routing, decision) => {
			const rule = deciding(routing);
			if (rule?.strategy !== 'priority' && rule?.strategy !== 'fewestParcels') return;
			const list = rule.hubs ?? routing.candidates.map(({ code }) => code);
			const able = preferred(rule, routing).map(({ code }) => code);
			if (able.length > 0) expect(decision.hub).toBe(list.find((code) => able.includes(code)));
		});
	});

	test('nearest, most stock and least loaded take none when another is better', () => {
		always((routing, decision) => {
			const { request } = routing;
			const weigh = {
				nearest: (hub: CandidateHub) => distanceKm(hub, request.shipTo) ?? Infinity,
				mostStock: (hub: CandidateHub) =>
					-[...request.wanted.keys()].reduce((sum, sku) => sum + units(hub.available, sku), 0),
				leastLoaded: (hub: CandidateHub) => hub.openOrders,
				priority: () => 0,
				fewestParcels: () => 0,
			};
			const rule = deciding(routing);
			const able = rule === undefined ? [] : preferred(rule, routing);
			if (rule === undefined || able.length === 0) return;
			const weights = new Map(able.map((hub) => [hub.code, weigh[rule.strategy](hub)]));
			expect(weights.get(decision.hub ?? '')).toBe(Math.min(...weights.values()));
		});
	});

	test('the runner-up of a whole order is what the rule would choose without the chosen hub', () => {
		always((routing, decision) => {
			const rule = deciding(routing);
			if (rule === undefined) return expect(decision.runnerUp).toBeNull();
			if (decision.splitBy !== null) return;
			const others = routing.candidates.filter(({ code }) => code !== decision.hub);
			const whole = { ...rule, split: undefined };
			expect(decision.runnerUp).toBe(route(routing.request, others, ruleSet(whole)).hub);
		});
	});
});
