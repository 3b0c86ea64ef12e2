import type { IExecuteFunctions } from 'n8n-workflow';
import {
	adjustments,
	adjustStock,
	mostAdjustments,
	type Adjusted,
	type StockAdjustment,
} from '../../channels/uniware/adjusting';
import { snapshots } from '../../channels/uniware/snapshots';
import { refused } from '../../domain/failure';
import { inQuota } from '../channel/inQuota';
import { allItems } from '../shared/allItems';
import { areDryRun } from '../shared/dryRun';
import { eachItem } from '../shared/eachItem';
import { rehearsed } from '../shared/notSent';
import { count, oneOf, text } from '../shared/parameters';
import { one } from '../shared/row';
import { access } from './access';

export const stockOf = eachItem(async (context, item) => {
	const sku = text(context, 'listing', item);
	const facility = text(context, 'facility', item);
	const [found] = await inQuota(context, access, (http) => snapshots(http, [sku], facility));
	if (found !== undefined) return one(found);
	throw refused(
		`Uniware: facility ${facility} has never had SKU ${sku}, or there is no such SKU. Case counts.`,
	);
});

const rowOf = (context: IExecuteFunctions, item: number): StockAdjustment => ({
	sku: text(context, 'listing', item),
	facility: text(context, 'facility', item),
	adjustment: oneOf(adjustments, text(context, 'adjustment', item), 'adjustment'),
	quantity: count(context.getNodeParameter('quantity', item), 'quantity'),
	remarks: text(context, 'remarks', item),
});

/** Sends the rows of all items together, and answers each: a row that is refused costs no other. */
export const adjust = allItems(async (context) => {
	const isTried = areDryRun(context);
	const rows = context.getInputData().map((_, item) => rowOf(context, item));
	const ends: Adjusted[] = [];
	for (let start = 0; start < rows.length; start += mostAdjustments) {
		const batch = rows.slice(start, start + mostAdjustments);
		const adjusting = inQuota(context, access, (http) => adjustStock(http, batch), {
			isDryRun: isTried,
		});
		if (isTried) return [{ json: await rehearsed(adjusting) }];
		ends.push(...(await adjusting));
	}
	return rows.map((row, item) => ({ item, json: { ...row, ...ends[item] } }));
});
