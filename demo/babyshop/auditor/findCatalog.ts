import type { BabyshopProductState } from '../../../sandbox/babyshop/stateTypes';
import type { BabyshopState } from '../../../sandbox/babyshop/types';
import type { Finding } from '../../auditor/facts';
import type { LedgerRows } from '../../auditor/ledger';

/** The seller's code of it, or '' where there is none. */
const codeOf = ({ vendorSkuCode }: BabyshopProductState) => (vendorSkuCode ?? '').trim();

const isLeftOut = ({ sku }: BabyshopProductState, { skipped }: LedgerRows) =>
	skipped.some(({ listing }) => listing === sku);

/** Products without a code of the seller's that the hub lists as left out. */
export const countSkipped = ({ products }: BabyshopState, ledger: LedgerRows): number =>
	products.filter((product) => codeOf(product) === '' && isLeftOut(product, ledger)).length;

/** What is on sale that the hub neither has nor lists as left out, and what it has as something else. */
export const findCatalog = (
	{ products }: BabyshopState,
	ledger: LedgerRows,
): readonly Finding[] => {
	const known = new Map(ledger.listings.map(({ listing, sku }) => [listing, sku]));
	return products.flatMap((product): readonly Finding[] => {
		const named = `product ${product.sku} (${codeOf(product) || 'no code'})`;
		const sku = known.get(product.sku);
		if (sku === undefined) {
			const isWrong = codeOf(product) !== '' || !isLeftOut(product, ledger);
			return isWrong ? [{ kind: 'lost', what: `${named} is not in the catalog of the hub` }] : [];
		}
		// What has no code is whatever a person says.
		return ['', sku].includes(codeOf(product))
			? []
			: [{ kind: 'stuck', what: `${named} is ${sku} in the hub` }];
	});
};
