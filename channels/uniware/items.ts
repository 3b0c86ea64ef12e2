import { refused } from '../../domain/failure';
import type { Http } from '../connector';
import { rows, sound, text, textOrNull } from '../fields';
import type { Reading } from '../fields';
import { ask } from './answer';
import { items, rowsPerCall } from './requests';
import type { UniwareItemType } from './types';

/** A SKU of the tenant. */
export interface ItemType {
	readonly sku: string;
	readonly name: string;
	readonly isEnabled: boolean;
}

export interface ItemPage {
	readonly items: readonly ItemType[];
	readonly next: string | null;
}

/** A page of all SKUs; the position is how many come before. */
export async function itemPage(http: Http, position: string | null): Promise<ItemPage> {
	const skip = skipIn(position);
	const { from } = await ask(http, items(skip), 'the items');
	const found = rows(from, 'elements').map(itemIn);
	sound('uniware', from);
	const isLast = found.length < rowsPerCall.items;
	return { items: found, next: isLast ? null : positionAfter(skip + found.length) };
}

const itemIn = (from: Reading<UniwareItemType>): ItemType => {
	const sku = text(from, 'skuCode');
	return {
		sku,
		name: textOrNull(from, 'name') || sku,
		isEnabled: from.fields.enabled !== false,
	};
};

export const positionAfter = (rows: number): string => `after ${rows}`;

export function skipIn(position: string | null): number {
	if (position === null) return 0;
	const [, skip] = /^after ([1-9]\d{0,8})$/.exec(position) ?? [];
	if (skip !== undefined) return Number(skip);
	throw refused(`uniware: "${position}" is no position in a list. Begin the sync anew.`);
}
