import { matches } from './filterValues';
import { major } from './money';
import type { FilterField, RoutingRequest, RoutingRule, RuleFilter } from './routing';
import { shown } from './sku';

type Facts = (request: RoutingRequest) => readonly (string | null)[];

const factsOf: Readonly<Record<FilterField, Facts>> = {
	channel: ({ channel }) => [channel],
	store: ({ store }) => [store],
	country: ({ shipTo }) => [shipTo.country],
	region: ({ shipTo }) => [shipTo.region],
	postcode: ({ shipTo }) => [shipTo.postcode],
	sku: ({ wanted }) => [...wanted.keys()],
	tag: ({ tags }) => tags,
	payment: ({ payment }) => [payment],
	value: ({ value }) => [String(major(value))],
	weight: ({ weight }) => [weight === null ? null : String(weight)],
};

/** Why the rule is not asked for the order: the first filter that does not hold. Null when all do. */
export function unfit({ filters = [] }: RoutingRule, request: RoutingRequest): string | null {
	for (const filter of filters) {
		const why = failing(filter, request);
		if (why !== null) return why;
	}
	return null;
}

function failing({ field, is, values }: RuleFilter, request: RoutingRequest): string | null {
	const facts = factsOf[field](request).filter(
		(fact): fact is string => fact !== null && fact.trim() !== '',
	);
	const found = facts.filter((fact) => values.some((value) => matches(field, value, fact)));
	if (found.length > 0 === (is === 'include')) return null;
	const rule = `the rule ${is}s ${shown(values.join(', '))}`;
	if (facts.length === 0) return `the order has no ${field}, ${rule}`;
	return `the order's ${field} is ${shown((is === 'include' ? facts : found).join(', '))}, ${rule}`;
}
