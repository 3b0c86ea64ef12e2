import type { IExecuteFunctions } from 'n8n-workflow';
import { refused } from '../../domain/failure';
import { hubStatuses } from '../../domain/hubStatus';
import type { MappedOrder } from '../../domain/order';
import { allItems } from '../shared/allItems';
import { byStore } from '../shared/byStore';
import { changingAll } from '../shared/changing';
import { ledgerOf } from '../shared/ledgerOf';
import { isPage, jsonOf, oneOf, orderOf, pageOf } from '../shared/parameters';

/** A page goes in with its cursor; order items of one store go in together, without one. */
export const importOrders = allItems(async (context) => {
	const { ledger: changed, marked, isTried } = await changingAll(context);
	const ledger = await ledgerOf(context);
	const items = [...context.getInputData().keys()];
	const pages = items.filter((item) => isPage(jsonOf(context, item)));
	if (pages.length > 0 && isTried) throw noDryRun();
	const rows = [];
	for (const item of pages)
		rows.push({ item, json: await ledger.importPage(pageOf(context, item)) });
	const single = items.filter((item) => !pages.includes(item));
	const outcomes = await byStore(context, single, {
		most: 200,
		take: (store, members) =>
			changed.importOrders(
				store,
				members.map((item) => mapped(context, item)),
			),
	});
	return [...rows, ...outcomes.map(({ item, json }) => ({ item, json: marked(json) }))];
});

export const noDryRun = () =>
	refused('A page of a sync has no dry run: its cursor would move. Switch Dry Run off.');

/** What Order Status Map gave, or null where the map knew none of the statuses. */
function mapped(context: IExecuteFunctions, item: number): MappedOrder {
	const { hubStatus } = jsonOf(context, item);
	return {
		...orderOf(context, item),
		hubStatus: typeof hubStatus === 'string' ? oneOf(hubStatuses, hubStatus, 'hubStatus') : null,
	};
}
