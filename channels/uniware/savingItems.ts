import type { Http } from '../connector';
import { ask, attempt } from './answer';
import { refusalOf } from './refusal';
import { itemWithSku, saveItem } from './requests';

/** A SKU as it is to be in the catalog; its category has to be there. */
export interface ItemInput {
	readonly skuCode: string;
	readonly categoryCode: string;
	readonly name: string;
	readonly [field: string]: unknown;
}

/** Creates the SKU or edits it: Uniware has a call for each, so it is looked for first. */
export async function saveItemType(http: Http, item: ItemInput): Promise<'created' | 'edited'> {
	const what = `SKU ${item.skuCode}`;
	const found = await attempt(http, itemWithSku(item.skuCode), what);
	if ('name' in found && found.name !== 'INVALID_ITEM_TYPE') throw refusalOf(found, what);
	const isNew = 'name' in found;
	await ask(http, saveItem(item, isNew), what);
	return isNew ? 'created' : 'edited';
}
