import { askRule, type RuleAnswer } from './askRule';
import { placedHubs } from './placedHub';
import type { CandidateHub, RoutingDecision, RoutingRequest, RuleSet } from './routing';
import { shown } from './sku';
import { wallClocks } from './workingHours';

/**
 * Chooses the hub that ships the order, or several that share it. Every candidate is named with what was said about it.
 * Without a hub the order waits for stock (`inventory_not_present`) or for a hub (`not_able_to_route`).
 */
export function route(
	request: RoutingRequest,
	candidates: readonly CandidateHub[],
	ruleSet: RuleSet,
): RoutingDecision {
	const whys = barred(candidates, request);
	const answers = askRules(request, candidates, ruleSet, new Set(whys.keys()));
	for (const { answer } of answers) for (const [hub, why] of answer.whys) whys.set(hub, why);
	const last = answers.at(-1);
	const found = last?.answer.passedOver === null ? last : null;
	const unsaid =
		found === null
			? 'no rule that fits the order names it'
			: `rule ${shown(found.rule)} found a hub and does not name it`;
	const parcels = found?.answer.parcels ?? [];
	return {
		hub: parcels[0]?.hub ?? null,
		parcels,
		splitBy: found?.answer.splitBy ?? null,
		ruleSet: `${ruleSet.code}@${ruleSet.version}`,
		rule: found?.rule ?? null,
		unasked: null,
		runnerUp: found?.answer.runnerUp ?? null,
		holdReason: found === null ? missing(request, candidates, ruleSet, answers) : null,
		passedOver: answers.flatMap(({ rule, answer: { passedOver: why } }) =>
			why === null ? [] : [{ rule, why }],
		),
		verdicts: candidates.map(({ code }) => ({
			hub: code,
			taken: parcels.some(({ hub }) => hub === code),
			why: whys.get(code) ?? unsaid,
		})),
	};
}

interface Asked {
	readonly rule: string;
	readonly answer: RuleAnswer;
}

/** What the rules say one after the other, until one has found a hub. */
function askRules(
	request: RoutingRequest,
	candidates: readonly CandidateHub[],
	{ rules }: RuleSet,
	out: ReadonlySet<string>,
): readonly Asked[] {
	const clockIn = wallClocks(request.at);
	const isOut = ({ code }: CandidateHub) => out.has(code);
	const asked: Asked[] = [];
	for (const rule of rules) {
		const answer = askRule(rule, placedHubs(rule, candidates, isOut, clockIn), request);
		asked.push({ rule: rule.name, answer });
		if (answer.passedOver === null) break;
	}
	return asked;
}

/** Hubs that no rule is asked about, and why. */
function barred(
	candidates: readonly CandidateHub[],
	{ forcedHub }: RoutingRequest,
): Map<string, string> {
	const whys = new Map<string, string>();
	for (const { code, active, openOrders, orderLimit } of candidates) {
		if (forcedHub !== null && code !== forcedHub) {
			whys.set(code, `the channel's location asks for ${forcedHub}`);
		} else if (!active) {
			whys.set(code, 'the hub is closed');
		} else if (orderLimit !== null && openOrders >= orderLimit) {
			whys.set(code, `its limit of open orders is ${orderLimit}, it has ${openOrders}`);
		}
	}
	return whys;
}

/**
 * A hub at its limit or off duty takes orders again by itself. Stock is what is missing only when the order would not
 * leave from these hubs either: stock that arrives is given to orders that wait for it, a hub is looked for by and by.
 */
function missing(
	request: RoutingRequest,
	candidates: readonly CandidateHub[],
	ruleSet: RuleSet,
	asked: readonly Asked[],
): RoutingDecision['holdReason'] {
	const mayWait = candidates.some((hub) => hub.orderLimit !== null || hub.workingHours !== null);
	if (mayWait) {
		const free = candidates.map((hub) => ({ ...hub, orderLimit: null, workingHours: null }));
		const later = route(request, free, ruleSet);
		return later.hub === null ? later.holdReason : 'not_able_to_route';
	}
	const hadHub = asked.some(({ answer }) => answer.whys.size > 0);
	return hadHub ? 'inventory_not_present' : 'not_able_to_route';
}
