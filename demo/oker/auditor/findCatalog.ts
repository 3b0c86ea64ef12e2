import type { OkerListingState } from '../../../sandbox/oker/stateTypes';
import type { OkerState } from '../../../sandbox/oker/types';
import type { Finding } from '../../auditor/facts';
import type { LedgerRows } from '../../auditor/ledger';
import { listingOf } from './okerView';

/** Longer ones no warehouse can write on a shelf. */
const longest = 255;

/** Whether anybody can find in a warehouse what it says. */
const isSku = ({ sku }: OkerListingState): boolean =>
	sku !== '' && sku === sku.trim() && sku.length <= longest && !/[\r\n]/.test(sku);

/** What is on sale that the hub neither has nor lists as left out, and what it has as something else. */
export const findCatalog = ({ listings }: OkerState, ledger: LedgerRows): readonly Finding[] => {
	const known = new Map(ledger.listings.map(({ listing, sku }) => [listing, sku]));
	const leftOut = new Set(ledger.skipped.map(({ listing }) => listing));
	return listings.flatMap((one): readonly Finding[] => {
		const listing = listingOf(one.productId, one.variantId);
		const named = `listing ${listing} (${one.sku || 'no SKU'})`;
		const sku = known.get(listing);
		if (sku === undefined) {
			const isWrong = isSku(one) || !leftOut.has(listing);
			return isWrong ? [{ kind: 'lost', what: `${named} is not in the catalog of the hub` }] : [];
		}
		// What has no SKU is whatever a person says.
		return !isSku(one) || sku === one.sku
			? []
			: [{ kind: 'stuck', what: `${named} is ${sku} in the hub` }];
	});
};
