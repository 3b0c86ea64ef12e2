import type { IExecuteFunctions } from 'n8n-workflow';
import type { RoutingRule } from '../../domain/routing';
import { replayStocks, type DraftRules, type ReplayAsked } from '../../ledger/replayShapes';
import { eachItem } from '../shared/eachItem';
import { ledgerOf } from '../shared/ledgerOf';
import { count, oneOf, option, text, whole } from '../shared/parameters';
import { many, one } from '../shared/row';

type RulesOf = (context: IExecuteFunctions, item: number) => readonly RoutingRule[];

/** `rulesOf` gives the rules that were written in the node. */
export const replayOrders = (rulesOf: RulesOf) =>
	eachItem(async (context, item) => {
		const isChanged = text(context, 'output', item) === 'changed';
		const most = count(option(context, 'most', item) ?? 10_000, 'most');
		const asked: ReplayAsked = {
			store:
				text(context, 'replayStores', item) === 'all' ? undefined : text(context, 'store', item),
			days: whole(context, 'days', item),
			draft: draftOf(context, item, rulesOf),
			stock: oneOf(replayStocks, text(context, 'replayStock', item), 'replayStock'),
			most,
			listed: isChanged ? most : 0,
		};
		const { changes, ...comparison } = await (await ledgerOf(context)).replayOrders(asked);
		return isChanged ? many(changes) : one(comparison);
	});

function draftOf(context: IExecuteFunctions, item: number, rulesOf: RulesOf): DraftRules {
	if (text(context, 'rulesInput', item) !== 'saved') return { rules: rulesOf(context, item) };
	const version = option(context, 'version', item);
	return {
		ruleSet: text(context, 'ruleSet', item),
		version: version === null ? undefined : count(version, 'version'),
	};
}
