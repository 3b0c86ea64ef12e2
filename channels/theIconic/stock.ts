import { refused } from '../../domain/failure';
import type { StockFigure } from '../../domain/stockFigure';
import { noLocation } from '../../domain/store';
import type { ChannelConnector, Http } from '../connector';
import { isFields, reading, rows, sound } from '../fields';
import { accountIdOf } from './account';
import { ask, attempt, fieldsOf, listOf } from './answer';
import { isDeleted, productsIn, setsAt } from './productSets';
import { batch, push } from './pushing';
import { refusalOf } from './refusals';
import * as requests from './requests';
import { rowFault } from './stockRow';
import type { IconicStock } from './types';
import { idIn, isId, whole } from './values';

export const stock = {
	batch,
	push,
	faultOf: rowFault,

	async page(http: Http, position: string | null) {
		const { sets, next } = await setsAt(http, position);
		const levels: StockFigure[] = [];
		for (const set of sets) levels.push(...(await levelsOf(http, set.id)));
		return { account: await accountIdOf(http), levels, next };
	},

	async get(http: Http, listing: string) {
		if (!isId(listing)) {
			throw refused(`theIconic: "${listing}" is no listing. Give the number of a product.`);
		}
		const answer = await attempt(http, requests.stockOf(listing), `the stock of ${listing}`);
		const account = await accountIdOf(http);
		if (!('refusal' in answer)) {
			const from = reading<IconicStock>(fieldsOf(answer));
			const quantity = whole(from, 'quantity');
			sound('theIconic', from);
			return { account, levels: [{ listing, location: noLocation, quantity }] };
		}
		if (answer.refusal.status !== 404) throw refusalOf(answer.refusal);
		return { account, levels: [] };
	},
} satisfies NonNullable<ChannelConnector['stock']>;

/** What was told is compared with what was told: not with what is left of it after open orders (reference/the-iconic-sellercenter.md 6). */
async function levelsOf(http: Http, set: string): Promise<readonly StockFigure[]> {
	const products = await productsIn(http, set);
	const listings = new Map(products.filter((one) => !isDeleted(one)).flatMap(bySku));
	if (listings.size === 0) return [];
	const raws = listOf(await ask(http, requests.stockOfSet(set), `the stock of product ${set}`));
	const from = reading<{ readonly list: readonly IconicStock[] }>({ list: raws });
	const levels = rows(from, 'list').flatMap((row) => {
		const listing = listings.get(row.fields.sellerSku);
		if (listing === undefined) return [];
		return [{ listing, location: noLocation, quantity: whole(row, 'quantity') }];
	});
	sound('theIconic', from);
	return levels;
}

/** Rows of stock name the SKU, not the product. */
function bySku(raw: unknown): readonly (readonly [unknown, string])[] {
	const { id, sellerSku } = isFields(raw) ? raw : {};
	const listing = idIn(id);
	return listing === null ? [] : [[sellerSku, listing]];
}
