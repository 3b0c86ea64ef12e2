import type { PlacedHub } from './placedHub';
import { units } from './quantities';
import type { CandidateHub, RoutingDecision, RoutingRequest, RoutingRule } from './routing';
import { unfit } from './ruleFilters';
import { shown } from './sku';
import { split } from './splitting';
import { rank, type RankedHub } from './strategies';

/** What one rule made of an order. */
export interface RuleAnswer extends Pick<RoutingDecision, 'parcels' | 'splitBy' | 'runnerUp'> {
	/** Why it found no hub, or null when it did. */
	readonly passedOver: string | null;
	/** What is said of each hub that it was asked about. */
	readonly whys: ReadonlyMap<string, string>;
}

type Whys = Map<string, string>;

/** Chooses among the rule's hubs: one that has everything, else several where the rule and the store allow that. */
export function askRule(
	rule: RoutingRule,
	hubs: readonly PlacedHub[],
	request: RoutingRequest,
): RuleAnswer {
	const whys: Whys = new Map();
	const misfit = unfit(rule, request);
	if (misfit !== null) return passOver(misfit, whys);
	const without = (why: (placed: PlacedHub) => string | null) => (placed: PlacedHub) => {
		const said = why(placed);
		if (said !== null) whys.set(placed.hub.code, said);
		return said === null;
	};
	const working = hubs.filter(without(({ off }) => (rule.workingHours === 'require' ? off : null)));
	const able = working.filter(without(({ hub }) => lacking(hub, request)));
	if (able.length > 0) return whole(rank(rule.strategy, able, request), whys, request);
	if (hubs.length === 0) return passOver('none of its hubs may take the order', whys);
	if (working.length === 0) return passOver('none of its hubs works now', whys);
	return several(rule, working, whys, request);
}

/** An order that one hub can ship is never split. */
function whole(ranked: readonly RankedHub[], whys: Whys, { wanted }: RoutingRequest): RuleAnswer {
	for (const { hub, why } of ranked) whys.set(hub.code, why);
	return {
		parcels: ranked.slice(0, 1).map(({ hub }) => ({ hub: hub.code, contents: [...wanted] })),
		splitBy: null,
		runnerUp: ranked[1]?.hub.code ?? null,
		passedOver: null,
		whys,
	};
}

/** A hub that the channel's location forces is alone among the hubs, so its orders are not split either. */
function several(
	rule: RoutingRule,
	working: readonly PlacedHub[],
	whys: Whys,
	request: RoutingRequest,
): RuleAnswer {
	const refuse = (why: string) => passOver(`none of its hubs has everything, and ${why}`, whys);
	if (rule.split === undefined) return refuse('it does not split orders');
	if (request.isWhole === true) return refuse('its channel takes it only as a whole');
	if (!request.maySplit) return refuse('the store does not split orders');
	const ranked = rank(rule.strategy, working, request);
	const hubs = ranked.map(({ hub }) => hub);
	const { parcels, by, refused, tooSmall } = split(rule.strategy, rule.split, hubs, request);
	const taken = new Set(parcels.map(({ hub }) => hub));
	for (const { hub, why } of ranked) {
		if (taken.has(hub.code)) whys.set(hub.code, `${why}, one of ${taken.size} parcels`);
	}
	const spare = hubs.filter((hub) => !taken.has(hub.code) && hasSome(hub, request));
	for (const { code } of spare) {
		const why = tooSmall.get(code) ?? refused ?? 'the others have everything';
		whys.set(code, `${whys.get(code)}; ${why}`);
	}
	if (refused !== null) return refuse(refused);
	return { parcels, splitBy: by, runnerUp: spare[0]?.code ?? null, passedOver: null, whys };
}

const passOver = (passedOver: string, whys: Whys): RuleAnswer => ({
	parcels: [],
	splitBy: null,
	runnerUp: null,
	passedOver,
	whys,
});

function lacking({ available }: CandidateHub, { wanted }: RoutingRequest): string | null {
	for (const [sku, asked] of wanted) {
		const free = units(available, sku);
		if (free < asked) return `${asked} of SKU ${shown(sku)} wanted, ${free} free`;
	}
	return null;
}

const hasSome = ({ available }: CandidateHub, { wanted }: RoutingRequest) =>
	[...wanted.keys()].some((sku) => units(available, sku) > 0);
