import type { Location } from '../../domain/store';
import type { Http } from '../connector';
import { rows, sound, text, textOrNull } from '../fields';
import { ask } from './answer';
import { listings } from './listings';
import { everyPage } from './paged';
import { hubs, skuStock } from './requests';
import { sellerOf } from './seller';
import type { OmnifulHub, OmnifulStockRow } from './types';

/** Every hub that is switched on. With credentials of the seller family alone those that stock shows (reference/omniful.md 1.4). */
export async function locationsOf(http: Http): Promise<readonly Location[]> {
	const { hasTenant, hub } = sellerOf(http);
	if (hasTenant) return await hubsOfTenant(http);
	const seen = await hubsWithStock(http);
	const codes = new Set([...(hub === '' ? [] : [hub]), ...seen]);
	return [...codes].map((id) => ({ id, name: id }));
}

async function hubsOfTenant(http: Http): Promise<readonly Location[]> {
	const asked = { request: hubs, what: 'the hubs' };
	const found = await everyPage<OmnifulHub, readonly Location[]>(http, asked, (from) =>
		rows(from, 'data').map((row) => {
			const id = text(row, 'code');
			const name = textOrNull(row, 'name') || id;
			return row.fields.is_active === false ? [] : [{ id, name }];
		}),
	);
	return found.flat();
}

/** One SKU is shown at all hubs that the integration is mapped to. */
async function hubsWithStock(http: Http): Promise<readonly string[]> {
	const { listings: found } = await listings.page(http, null);
	const sku = found.find(({ unusable }) => unusable === undefined)?.id;
	if (sku === undefined) return [];
	const { from } = await ask<readonly OmnifulStockRow[]>(
		http,
		skuStock(sku),
		`the stock of ${sku}`,
	);
	const codes = rows(from, 'data').map((row) => text(row, 'hub_code'));
	sound('omniful', from);
	return codes;
}
