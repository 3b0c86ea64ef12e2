import type { IconicState } from '../../../sandbox/theIconic/types';
import type { Finding } from '../../auditor/facts';
import type { LedgerRows } from '../../auditor/ledger';
import { isListed } from './catalog';

/** What is on sale that the hub neither has nor lists as left out, and what it has as something else. */
export const findCatalog = ({ products }: IconicState, ledger: LedgerRows): readonly Finding[] => {
	const known = new Map(ledger.listings.map(({ listing, sku }) => [listing, sku]));
	const leftOut = new Set(ledger.skipped.map(({ listing }) => listing));
	return products.filter(isListed).flatMap((product): readonly Finding[] => {
		const listing = String(product.id);
		const sku = known.get(listing);
		const named = `product ${listing} (${product.sku})`;
		if (sku === undefined) {
			return leftOut.has(listing)
				? []
				: [{ kind: 'lost', what: `${named} is not in the catalog of the hub` }];
		}
		return sku === product.sku ? [] : [{ kind: 'stuck', what: `${named} is ${sku} in the hub` }];
	});
};
