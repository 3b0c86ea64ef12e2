import { refused } from '../../domain/failure';
import type { StockFigure } from '../../domain/stockFigure';
import type { ChannelConnector, Http } from '../connector';
import { number, reading, rows, sound, text } from '../fields';
import { ask } from './answer';
import { listingId, variantIds } from './listingId';
import { faultless, nextPage, pageAt } from './paged';
import type { Paged } from './paged';
import { readInventories } from './permissions';
import { batch, push } from './pushing';
import * as requests from './requests';
import { stockWrite } from './stockWrite';
import type { IkasList, IkasStock } from './types';

export const stock = {
	batch,
	push,

	faultOf(row: StockFigure) {
		const write = stockWrite(row);
		return typeof write === 'string' ? write : null;
	},

	/** ikas names no sort for stock, so a row that moves meanwhile may be passed by until the next walk. */
	async page(http: Http, position: string | null) {
		const at = pageAt(position);
		const answer = await ask(http, requests.stockLevels(at), readInventories);
		const page = faultless(answer, 'listProductStockLocation');
		return { account: page.account, levels: levelsOf(page), next: nextPage(at, page) };
	},

	async get(http: Http, listing: string) {
		const ids = variantIds(listing);
		if (ids === null) throw noListing(listing);
		const answer = await ask(http, requests.stockOf(ids), readInventories);
		const page = faultless(answer, 'listProductStockLocation');
		return { account: page.account, levels: levelsOf(page) };
	},
} satisfies NonNullable<ChannelConnector['stock']>;

function levelsOf({ raws }: Paged): readonly StockFigure[] {
	const from = reading<IkasList<IkasStock>>({ data: raws });
	const levels = rows(from, 'data')
		.filter(({ fields }) => fields.deleted !== true)
		.map((row) => ({
			listing: listingId(text(row, 'productId'), text(row, 'variantId')),
			location: text(row, 'stockLocationId'),
			// Part of a unit counts as one: rounded down, it would look like what was confirmed, and stay on sale.
			quantity: Math.ceil(number(row, 'stockCount')),
		}));
	sound('ikas', from);
	return levels;
}

const noListing = (listing: string) =>
	refused(`ikas: "${listing}" is no listing. Give the ids of product and variant as "p/v".`);
