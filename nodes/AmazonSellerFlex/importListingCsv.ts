import { listingCsv } from '../../channels/amazonSellerFlex/listingCsv';
import { changing } from '../shared/changing';
import { csvOutputs, takeCsv } from '../shared/csvParts';
import { eachItem } from '../shared/eachItem';
import { ledgerOf } from '../shared/ledgerOf';
import { storeServed } from '../channel/storeServed';
import { access } from './access';

/**
 * Takes in the catalog of an Amazon store: links each row with its ASIN, and names the lines that do not go in. What has no
 * ASIN is listed as skipped.
 */
export const importListingCsv = eachItem(async (context, item) => {
	const { ledger, marked } = await changing(context, item);
	const { code: store } = await storeServed(context, access, await ledgerOf(context));
	const counts = { created: 0, updated: 0, unchanged: 0, skipped: 0 };
	const taken = await takeCsv(context, item, listingCsv, async ({ rows, left }) => {
		const linked = await ledger.linkListings(store, rows);
		const skipped = await ledger.skipListings(store, left);
		for (const { outcome } of [...linked, ...skipped.filter((one) => one.outcome === 'skipped')])
			if (outcome in counts) counts[outcome as keyof typeof counts]++;
	});
	return csvOutputs({ store, ...taken, ...counts }, marked);
});
