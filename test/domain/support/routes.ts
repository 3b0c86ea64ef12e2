import { money } from '../../../domain/money';
import { covers, quantities } from '../../../domain/quantities';
import type {
	CandidateHub,
	RoutingDecision,
	RoutingRequest,
	RoutingRule,
	RuleSet,
	WorkingHours,
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
	openOrders: 0,
	orderLimit: null,
	workingHours: null,
	...change,
});

/** A hub that has just these units. */
export const stocked = (
	code: string,
	units: Readonly<Record<string, number>>,
	change: Partial<CandidateHub> = {},
): CandidateHub => hub(code, { available: quantities(Object.entries(units)), ...change });

/** On a Monday, a quarter past one in Istanbul. Each SKU costs ten lira. */
export const request = (change: Partial<RoutingRequest> = {}): RoutingRequest => ({
	wanted: quantities([
		['A', 2],
		['B', 1],
	]),
	forcedHub: null,
	shipTo: { latitude: null, longitude: null, country: 'TR', region: 'İstanbul', postcode: '34710' },
	channel: 'ikas',
	store: 'ikas-tr',
	tags: ['gift', 'Express'],
	payment: 'credit_card',
	value: money(30, 'TRY'),
	weight: 1500,
	prices: new Map(['A', 'B', 'C'].map((sku) => [sku, money(10, 'TRY')])),
	maySplit: true,
	at: '2026-03-02T10:15:00.000Z',
	...change,
});

export const wanting = (
	units: Readonly<Record<string, number>>,
	change: Partial<RoutingRequest> = {},
): RoutingRequest => request({ wanted: quantities(Object.entries(units)), ...change });

export const ruleSet = (...rules: readonly RoutingRule[]): RuleSet => ({
	code: 'house',
	version: 3,
	rules,
});

/** Every hub's verdict by its code. */
export const verdicts = ({ verdicts: said }: RoutingDecision) =>
	Object.fromEntries(said.map(({ hub: code, why }) => [code, why]));

/** What each hub sends, by its code. */
export const sent = ({ parcels }: RoutingDecision) =>
	Object.fromEntries(
		parcels.map(({ hub: code, contents }) => [code, Object.fromEntries(contents)]),
	);

export interface Routing {
	readonly request: RoutingRequest;
	readonly candidates: readonly CandidateHub[];
	readonly ruleSet: RuleSet;
}

export const atNight: WorkingHours = {
	timeZone: 'Europe/Istanbul',
	days: [1, 2, 3, 4, 5, 6, 7],
	opens: '22:00',
	closes: '06:00',
	cutOff: null,
};
export const byDay: WorkingHours = { ...atNight, opens: '09:00', closes: '18:00' };

/** Open, not full and not barred by the channel's location: what a rule may choose from. */
export const isOpen = (hub: CandidateHub, { forcedHub }: RoutingRequest): boolean =>
	hub.active &&
	(forcedHub === null || forcedHub === hub.code) &&
	(hub.orderLimit === null || hub.openOrders < hub.orderLimit);

/** The orders of `anyRouting` are all for Turkey and come by day: its rules and hubs differ in that alone. */
export const worksNow = ({ workingHours }: CandidateHub): boolean =>
	workingHours?.opens !== '22:00';

export const fits = ({ filters = [] }: RoutingRule): boolean =>
	filters.every(({ values }) => values.includes('TR'));

export const isInRule = (hub: CandidateHub, rule: RoutingRule): boolean =>
	fits(rule) &&
	(rule.hubs === undefined || rule.hubs.includes(hub.code)) &&
	(rule.workingHours !== 'require' || worksNow(hub));

/** What the rule may choose from. */
export const choosable = (rule: RoutingRule, { request, candidates }: Routing) =>
	candidates.filter((hub) => isOpen(hub, request) && isInRule(hub, rule));

/** Those that have the whole order. */
export const ableIn = (rule: RoutingRule, routing: Routing): readonly CandidateHub[] =>
	choosable(rule, routing).filter((hub) => covers(hub.available, routing.request.wanted));

/** Whether the rule has to find something: one hub with everything, or several where it may split. */
export const canServe = (rule: RoutingRule, routing: Routing): boolean => {
	const { request } = routing;
	if (ableIn(rule, routing).length > 0) return true;
	const together = choosable(rule, routing).flatMap(({ available }) => [...available]);
	return (
		rule.split !== undefined && request.maySplit && covers(quantities(together), request.wanted)
	);
};
