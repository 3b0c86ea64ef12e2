import type { IkasState } from '../../../sandbox/ikas/types';
import type { Finding } from '../../auditor/facts';
import type { LedgerRows } from '../../auditor/ledger';

/** What the shop sells that the hub neither has nor lists as left out, and what it has as something else. */
export const findCatalog = ({ stock }: IkasState, ledger: LedgerRows): readonly Finding[] => {
	const listed = new Map(ledger.listings.map(({ listing, sku }) => [listing, sku]));
	const leftOut = new Set(ledger.skipped.map(({ listing }) => listing));
	const sold = new Map(stock.map(({ product, variant, sku }) => [`${product}/${variant}`, sku]));
	return [...sold].flatMap(([listing, sku]): readonly Finding[] => {
		const known = listed.get(listing);
		if (known === undefined) {
			return leftOut.has(listing)
				? []
				: [{ kind: 'lost', what: `listing ${listing} (${sku}) is nowhere in the hub` }];
		}
		return known === sku
			? []
			: [
					{
						kind: 'stuck',
						what: `listing ${listing} is ${sku} in the shop and ${known} in the hub`,
					},
				];
	});
};
