import type { IExecuteFunctions } from 'n8n-workflow';
import { hubStatuses } from '../../domain/hubStatus';
import type { MappedOrder } from '../../domain/order';
import { allItems } from '../shared/allItems';
import { ledgerOf } from '../shared/ledgerOf';
import { isPage, jsonOf, oneOf, orderOf, pageOf, text } from '../shared/parameters';

/** A page goes in with its cursor; order items of one store go in together, without one. */
export const importOrders = allItems(async (context) => {
	const ledger = await ledgerOf(context);
	const items = context.getInputData().map((_, item) => item);
	const pages = items.filter((item) => isPage(jsonOf(context, item)));
	const rows = [];
	for (const item of pages)
		rows.push({ item, json: await ledger.importPage(pageOf(context, item)) });
	for (const [store, members] of storesOf(
		context,
		items.filter((item) => !pages.includes(item)),
	)) {
		const outcomes = await ledger.importOrders(
			store,
			members.map((item) => mapped(context, item)),
		);
		rows.push(...outcomes.map((json, at) => ({ item: members[at], json: { store, ...json } })));
	}
	return rows;
});

function storesOf(context: IExecuteFunctions, items: readonly number[]) {
	const stores = new Map<string, number[]>();
	for (const item of items) {
		const store = text(context, 'store', item);
		stores.set(store, [...(stores.get(store) ?? []), item]);
	}
	return stores;
}

/** What Order Status Map gave, or null where the map knew none of the statuses. */
function mapped(context: IExecuteFunctions, item: number): MappedOrder {
	const { hubStatus } = jsonOf(context, item);
	return {
		...orderOf(context, item),
		hubStatus: typeof hubStatus === 'string' ? oneOf(hubStatuses, hubStatus, 'hubStatus') : null,
	};
}
