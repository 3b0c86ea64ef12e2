import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import type { RoutingRule } from '../../domain/routing';
import { listed, text } from '../shared/parameters';
import { readAs } from '../shared/readAs';
import {
	filterField,
	filterIs,
	rulesSchema,
	strategy,
	workingHoursRule,
} from '../shared/rulesSchema';
import { changes, code, lists } from './calls';
import { replayOrders } from './replayOrders';

/** A row as the editor stores it. */
const rowSchema = z.object({
	name: z.string(),
	strategy,
	hubs: z.string().default(''),
	filters: z
		.object({
			rows: z.array(z.object({ field: filterField, is: filterIs, values: z.string() })).default([]),
		})
		.default({}),
	workingHours: workingHoursRule.default('ignore'),
	split: z.boolean().default(false),
	splitOptions: z
		.object({
			smallestValue: z.number().default(0),
			mostParcels: z.number().nullable().default(null),
		})
		.default({}),
});

export const ruleSetOperations = {
	'ruleSet:getMany': lists((ledger) => ledger.getRuleSets()),
	'ruleSet:replayOrders': replayOrders(rulesOf),
	'ruleSet:save': changes((ledger, ...at) =>
		ledger.saveRuleSet({ code: code(...at), rules: rulesOf(...at) }),
	),
};

function rulesOf(context: IExecuteFunctions, item: number): readonly RoutingRule[] {
	return text(context, 'rulesInput', item) === 'json'
		? readAs(context, 'rulesJson', item, rulesSchema)
		: readAs(context, 'rules.rows', item, z.array(rowSchema).default([])).map(ruleOf);
}

function ruleOf(row: z.infer<typeof rowSchema>): RoutingRule {
	const hubs = listed(row.hubs);
	const filters = row.filters.rows.map((filter) => ({ ...filter, values: listed(filter.values) }));
	return {
		name: row.name,
		strategy: row.strategy,
		...(hubs.length > 0 && { hubs }),
		...(filters.length > 0 && { filters }),
		...(row.split && { split: row.splitOptions }),
		...(row.workingHours !== 'ignore' && { workingHours: row.workingHours }),
	};
}
