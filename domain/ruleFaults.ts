import { valueFault } from './filterValues';
import {
	filterFields,
	strategies,
	workingHoursRules,
	type RoutingRule,
	type RuleFilter,
	type SplitRule,
} from './routing';
import { shown } from './sku';

/** Everything that makes the rules unusable, each a sentence with its cure; empty when they can be saved. */
export function ruleFaults(
	rules: readonly RoutingRule[],
	hubs: readonly string[],
): readonly string[] {
	if (rules.length === 0) return ['There is no rule, so no order would find a hub. Add one.'];
	return [
		...twice(rules.map(({ name }) => name)).map(
			(name) => `Rule ${shown(name)}: another one has the same name. Rename one of them.`,
		),
		...rules.flatMap((rule) =>
			faultsOf(rule, hubs).map((fault) => `Rule ${shown(rule.name)}: ${fault}`),
		),
	];
}

const faultsOf = (rule: RoutingRule, hubs: readonly string[]): readonly string[] => [
	...(rule.name.trim() === '' ? ['it has no name. Give it one, e.g. "nearest".'] : []),
	...unknown([rule.strategy], strategies, 'strategy'),
	...unknown([rule.workingHours ?? 'ignore'], workingHoursRules, 'choice of working hours'),
	...(rule.hubs === undefined ? [] : hubListFaults(rule.hubs, hubs)),
	...(rule.filters ?? []).flatMap(filterFaults),
	...(rule.split === undefined ? [] : splitFaults(rule.split)),
];

const hubListFaults = (listed: readonly string[], hubs: readonly string[]) => [
	...(listed.length > 0 ? [] : ['its list of hubs is empty. Name one, or leave the list out.']),
	...twice(listed).map((hub) => `it names hub ${shown(hub)} twice. Keep the first.`),
	...[...new Set(listed)]
		.filter((hub) => !hubs.includes(hub))
		.map((hub) => `there is no hub ${shown(hub)}. Save the hub first, or pick one that exists.`),
];

function filterFaults({ field, is, values }: RuleFilter): readonly string[] {
	const strange = unknown([field], filterFields, 'filter');
	if (strange.length > 0) return strange;
	return [
		...unknown([is], ['include', 'exclude'], 'kind of filter'),
		...(values.length > 0 ? [] : [`its filter of ${field} has no values. Give it one.`]),
		...values.flatMap((value) => {
			const cure = valueFault(field, value);
			return cure === null ? [] : [`its filter of ${field} has ${shown(value)}. ${cure}`];
		}),
	];
}

const splitFaults = ({ smallestValue, mostParcels }: SplitRule): readonly string[] => [
	...(Number.isFinite(smallestValue) && smallestValue >= 0
		? []
		: [`its smallest value is ${smallestValue}. Use an amount from 0.`]),
	...(mostParcels === null || (Number.isInteger(mostParcels) && mostParcels >= 2)
		? []
		: [`its most parcels are ${mostParcels}. Use a whole number from 2, or null for any number.`]),
];

const twice = (values: readonly string[]) => [
	...new Set(values.filter((value, at) => values.indexOf(value) !== at)),
];

const unknown = (values: readonly string[], known: readonly string[], what: string) =>
	values
		.filter((value) => !known.includes(value))
		.map((value) => `there is no ${what} ${shown(String(value))}. Use one of ${known.join(', ')}.`);
