import { refused } from '../../domain/failure';
import type { OmsLevel } from '../../domain/oms';
import type { Http, OmsStockPage } from '../connector';
import { itemPage } from './items';
import { sellerOf } from './seller';
import { snapshots } from './snapshots';

/** A page of SKUs. Those that a facility has never had have nothing to promise there. */
export async function omsStock(
	http: Http,
	locations: readonly string[],
	position: string | null,
): Promise<OmsStockPage> {
	if (locations.length === 0) throw refused('uniware: no facility is mapped to a hub. Map one.');
	const { account } = sellerOf(http);
	const { items, next } = await itemPage(http, position);
	const skus = items.filter(({ isEnabled }) => isEnabled).map(({ sku }) => sku);
	const levels: OmsLevel[] = [];
	for (const location of locations) {
		const found = await snapshots(http, skus, location);
		const known = new Map(found.map(({ sku, available }) => [sku, available]));
		levels.push(...skus.map((sku) => ({ listing: sku, location, available: known.get(sku) ?? 0 })));
	}
	return { account, levels, next };
}
