import type { IExecuteFunctions } from 'n8n-workflow';
import { pushStock, type StockSetting } from '../../channels/omniful/pushing';
import { stockOfSku } from '../../channels/omniful/stockRows';
import { inQuota } from '../channel/inQuota';
import { allItems } from '../shared/allItems';
import { areDryRun } from '../shared/dryRun';
import { eachItem } from '../shared/eachItem';
import { rehearsed } from '../shared/notSent';
import { count, text } from '../shared/parameters';
import { many } from '../shared/row';
import { access } from './access';

export const stockOf = eachItem(async (context, item) => {
	const sku = text(context, 'listing', item);
	return many(await inQuota(context, access, (http) => stockOfSku(http, sku)));
});

const rowOf = (context: IExecuteFunctions, item: number): StockSetting => ({
	sku: text(context, 'listing', item),
	hub: text(context, 'location', item),
	quantity: count(context.getNodeParameter('quantity', item), 'quantity'),
});

/** Sends the rows of all items together, and answers each: a row that is refused costs no other. */
export const pushAll = allItems(async (context) => {
	const isDryRun = areDryRun(context);
	const rows = context.getInputData().map((_, item) => rowOf(context, item));
	const pushing = inQuota(context, access, (http) => pushStock(http, rows), { isDryRun });
	if (isDryRun) return [{ json: await rehearsed(pushing) }];
	const ends = await pushing;
	return rows.map((row, item) => ({ item, json: { ...row, ...ends[item] } }));
});
