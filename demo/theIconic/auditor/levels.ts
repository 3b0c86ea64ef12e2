import type { ShopifyState } from '../../../sandbox/shopify/types';
import type { LedgerRows } from '../../auditor/ledger';
import { sum, type Units } from '../../auditor/units';
import { skusOn } from './catalog';

export const placeOf = (sku: string, hub: string) => `${sku} at ${hub}`;

/** What Shopify may still sell, by SKU and hub; below zero is nothing. */
export function levelsIn(shopify: ShopifyState, { oms }: LedgerRows): Units {
	const known = skusOn(shopify);
	return sum(
		shopify.stock.flatMap(({ sku, location, available }) =>
			oms.places
				.filter((place) => place.location === location && known.has(sku ?? ''))
				.map(({ hub }) => [placeOf(sku ?? '', hub), Math.max(0, available)] as const),
		),
	);
}
