import type { Http } from '../connector';
import { isFields, reading, rows, sound } from '../fields';
import { ask, fieldsOf, listOf } from './answer';
import { nextPlace, offsetAt, paged } from './paged';
import * as requests from './requests';
import type { IconicList, IconicProductSet } from './types';
import { id, wordOrNull } from './values';

/** So many that the calls for each of them end within the time of one page. */
const setsOfPage = 25;

export interface ProductSet {
	readonly id: string;
	readonly name: string | null;
}

export interface SetsPage {
	readonly sets: readonly ProductSet[];
	readonly next: string | null;
}

/** Products by what they are sizes of: there is no list of the sizes themselves (reference/the-iconic-sellercenter.md 5). */
export async function setsAt(http: Http, position: string | null): Promise<SetsPage> {
	const asked = { offset: offsetAt(position), limit: setsOfPage };
	const request = requests.productSets(asked.offset, asked.limit);
	const page = paged(fieldsOf(await ask(http, request, 'the list of products')), asked);
	const from = reading<Omit<IconicList, 'items'> & { readonly items: readonly IconicProductSet[] }>(
		{ items: page.raws },
	);
	const sets = rows(from, 'items').map((row) => ({
		id: id(row, 'id'),
		name: wordOrNull(row, 'name'),
	}));
	sound('theIconic', from);
	return { sets, next: nextPlace(asked.offset, page) };
}

/** The sizes of one product, as they came. */
export const productsIn = async (http: Http, set: string): Promise<readonly unknown[]> =>
	listOf(await ask(http, requests.productsOf(set), `the sizes of product ${set}`));

/** What was deleted is sold no more, and its SKU may be another's by now. */
export const isDeleted = (raw: unknown): boolean => isFields(raw) && raw.status === 'deleted';
