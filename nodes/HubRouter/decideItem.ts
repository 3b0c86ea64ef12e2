import type { IExecuteFunctions } from 'n8n-workflow';
import { refused } from '../../domain/failure';
import { instant } from '../../domain/instant';
import { route } from '../../domain/route';
import type { RoutingDecision, RuleSet } from '../../domain/routing';
import { ruleFaults } from '../../domain/ruleFaults';
import { ledgerOf } from '../shared/ledgerOf';
import { momentOf, option, text } from '../shared/parameters';
import { readAs } from '../shared/readAs';
import { rulesSchema } from '../shared/rulesSchema';
import { candidatesSchema, orderSchema, requestOf } from './given';

/** Routes the order of the item over the hubs of the item. Nothing is read that would change by it, and nothing stored. */
export async function decideItem(
	context: IExecuteFunctions,
	item: number,
): Promise<RoutingDecision> {
	const candidates = readAs(context, 'candidates', item, candidatesSchema);
	const ruleSet = await ruleSetOf(context, item);
	const request = requestOf(readAs(context, 'order', item, orderSchema), {
		channel: text(context, 'options.channel', item),
		store: text(context, 'options.storeCode', item),
		forcedHub: text(context, 'options.forcedHub', item) || null,
		maySplit: option(context, 'maySplit', item) !== false,
		at: momentOf(context, 'options.decidedAt', item) ?? instant(Date.now()),
	});
	return route(request, candidates, ruleSet);
}

async function ruleSetOf(context: IExecuteFunctions, item: number): Promise<RuleSet> {
	if (text(context, 'ruleSource', item) === 'ledger') {
		return await (await ledgerOf(context)).getRuleSet(text(context, 'ruleSet', item));
	}
	const rules = readAs(context, 'rulesJson', item, rulesSchema);
	const [fault] = ruleFaults(
		rules,
		rules.flatMap(({ hubs = [] }) => hubs),
	);
	if (fault !== undefined) throw refused(fault);
	return { code: 'item', version: 1, rules };
}
