import { units } from './quantities';
import type { CandidateHub, HubVerdict, RoutingDecision, RoutingRequest, RuleSet } from './routing';
import { shown } from './sku';
import { rank, type RankedHub } from './strategies';

/**
 * Chooses the hub that ships the whole order. Every candidate is named with what was said about it.
 * Without a hub: `not_able_to_route` when no rule had a hub to ask, `inventory_not_present` when one had.
 */
export function route(
	request: RoutingRequest,
	candidates: readonly CandidateHub[],
	ruleSet: RuleSet,
): RoutingDecision {
	const verdicts = new Map<string, HubVerdict>();
	const reject = (hub: string, why: string) => verdicts.set(hub, { hub, taken: false, why });
	const open = candidates.filter((hub) => {
		const why = closedWhy(hub, request);
		if (why !== null) reject(hub.code, why);
		return why === null;
	});
	const rejectOthers = (why: string) => {
		for (const { code } of open) if (!verdicts.has(code)) reject(code, why);
	};
	const said = () => [...verdicts.values()];
	const made = { ruleSet: `${ruleSet.code}@${ruleSet.version}`, unasked: null };
	let asked = false;
	for (const rule of ruleSet.rules) {
		const inRule = open.filter((hub) => rule.hubs?.includes(hub.code) ?? true);
		const able = inRule.filter((hub) => {
			const why = lacking(hub, request);
			if (why !== null) reject(hub.code, why);
			return why === null;
		});
		asked ||= inRule.length > 0;
		if (able.length === 0) continue;
		// A rule without a list means the store's hub map, in which hubs that cannot ship keep their place.
		const hubs = rule.hubs ?? candidates.map(({ code }) => code);
		const ranked = rank({ ...rule, hubs }, able, request);
		ranked.forEach(({ hub: { code }, why }, at) =>
			verdicts.set(code, { hub: code, taken: at === 0, why }),
		);
		rejectOthers(`rule ${shown(rule.name)} found a hub and does not name it`);
		return { ...made, ...best(ranked), rule: rule.name, holdReason: null, verdicts: said() };
	}
	rejectOthers('no rule names it');
	const holdReason = asked ? 'inventory_not_present' : 'not_able_to_route';
	return { ...made, hub: null, rule: null, runnerUp: null, holdReason, verdicts: said() };
}

const best = (ranked: readonly RankedHub[]) => ({
	hub: ranked[0]?.hub.code ?? null,
	runnerUp: ranked[1]?.hub.code ?? null,
});

const closedWhy = (hub: CandidateHub, { forcedHub }: RoutingRequest): string | null => {
	if (forcedHub !== null && hub.code !== forcedHub)
		return `the channel's location asks for ${forcedHub}`;
	return hub.active ? null : 'the hub is closed';
};

function lacking({ available }: CandidateHub, { wanted }: RoutingRequest): string | null {
	for (const [sku, asked] of wanted) {
		const free = units(available, sku);
		if (free < asked) return `${asked} of SKU ${shown(sku)} wanted, ${free} free`;
	}
	return null;
}
