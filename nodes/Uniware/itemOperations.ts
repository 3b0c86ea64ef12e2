import { saveItemType } from '../../channels/uniware/savingItems';
import type { ItemInput } from '../../channels/uniware/savingItems';
import { refused } from '../../domain/failure';
import { flag, groupOf, text } from '../shared/parameters';
import { acting } from './acting';

export const saveItem = acting((context, item) => {
	const { more, ...fields } = groupOf(context, 'moreFields', item) ?? {};
	const wanted: ItemInput = {
		...furtherOf(more),
		...fields,
		skuCode: text(context, 'sku', item),
		categoryCode: text(context, 'category', item),
		name: text(context, 'itemName', item),
		enabled: flag(context, 'enabled', item),
	};
	for (const [name, typed] of [
		['sku', wanted.skuCode],
		['category', wanted.categoryCode],
		['itemName', wanted.name],
	] as const) {
		if (typed === '') throw refused(`${name}: it is empty. Uniware wants it of every SKU.`);
	}
	return {
		about: { sku: wanted.skuCode },
		work: async (http) => ({ outcome: await saveItemType(http, wanted) }),
	};
});

/** n8n gives what was typed as text where it is no object. */
function furtherOf(given: unknown): object {
	if (given === undefined || given === '') return {};
	const typed = typeof given === 'string' ? parsed(given) : given;
	if (typeof typed === 'object' && typed !== null && !Array.isArray(typed)) return typed;
	throw refused('more: it is no JSON object. Write it like { "hsnCode": "6109" }.');
}

function parsed(typed: string): unknown {
	try {
		return JSON.parse(typed);
	} catch {
		return null;
	}
}
