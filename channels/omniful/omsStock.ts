import { refused } from '../../domain/failure';
import type { OmsLevel } from '../../domain/oms';
import type { Http, OmsStockPage } from '../connector';
import { rows } from '../fields';
import { numberedPage } from './paged';
import { hubStock } from './requests';
import { sellerOf } from './seller';
import { stockRowIn } from './stockRows';
import type { StockRow } from './stockRows';
import type { OmnifulStockRow } from './types';

/** A page of one hub after the other. A SKU that a hub has never had has no row there. */
export async function omsStock(
	http: Http,
	locations: readonly string[],
	position: string | null,
): Promise<OmsStockPage> {
	const { account } = sellerOf(http);
	const { hub, page } = placeIn(locations, position);
	const asked = { request: hubStock(hub, page), what: `the stock of hub ${hub}` };
	const { rows: found, isLast } = await numberedPage<OmnifulStockRow, StockRow>(
		http,
		asked,
		(from) => rows(from, 'data').map(stockRowIn),
	);
	const levels = found.map(({ sku, available }): OmsLevel => {
		return { listing: sku, location: hub, available };
	});
	return { account, levels, next: isLast ? hubAfter(locations, hub) : at(hub, page + 1) };
}

const at = (hub: string, page: number) => `page ${page} of ${hub}`;

function hubAfter(locations: readonly string[], hub: string): string | null {
	const next = locations[locations.indexOf(hub) + 1];
	return next === undefined ? null : at(next, 1);
}

function placeIn(locations: readonly string[], position: string | null) {
	const [first] = locations;
	if (first === undefined) throw refused('omniful: no hub of Omniful is mapped to a hub. Map one.');
	if (position === null) return { hub: first, page: 1 };
	const [, page, hub = ''] = /^page ([1-9]\d{0,8}) of (.+)$/.exec(position) ?? [];
	if (page !== undefined && locations.includes(hub)) return { hub, page: Number(page) };
	throw refused(`omniful: "${position}" is no position of its stock. Begin the sync anew.`);
}
