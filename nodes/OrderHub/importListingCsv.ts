import { listingCsv } from '../../domain/listingCsv';
import { changing } from '../shared/changing';
import { csvOutputs, takeCsv } from '../shared/csvParts';
import { eachItem } from '../shared/eachItem';
import { store } from './calls';

/** Links the rows of the file, and names each line that does not go in. A repeated upload changes what has changed. */
export const importListingCsv = eachItem(async (context, item) => {
	const { ledger, marked } = await changing(context, item);
	const code = store(context, item);
	const counts = { created: 0, updated: 0, unchanged: 0 };
	const taken = await takeCsv(context, item, listingCsv, async ({ rows }) => {
		for (const { outcome } of await ledger.linkListings(code, rows))
			if (outcome in counts) counts[outcome as keyof typeof counts]++;
	});
	return csvOutputs({ store: code, ...taken, ...counts }, marked);
});
