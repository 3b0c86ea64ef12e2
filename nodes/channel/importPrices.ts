import { priceCsv } from '../../domain/priceCsv';
import type { AccessTo } from '../shared/channelAccess';
import { changing } from '../shared/changing';
import { csvOutputs, takeCsv } from '../shared/csvParts';
import { eachItem } from '../shared/eachItem';
import { ledgerOf } from '../shared/ledgerOf';
import { option } from '../shared/parameters';
import { storeServed } from './storeServed';

/** Keeps the prices of the file until they are pushed, and names each line that does not go in. */
export const importPrices = (access: AccessTo<'prices'>) =>
	eachItem(async (context, item) => {
		const { ledger, marked } = await changing(context, item);
		const { code, account } = await storeServed(context, access, await ledgerOf(context));
		const { currency, faultOf } = access.connector.prices;
		const isAgain = option(context, 'sendAgain', item) === true;
		const format = priceCsv(currency(account), (row) => faultOf(row, account));
		const counts = { set: 0, unchanged: 0 };
		const taken = await takeCsv(context, item, format, async ({ rows }) => {
			const prices = rows.map(({ listing, price }) => ({ listing, price }));
			const ended = await ledger.setPrices(code, prices, isAgain);
			return rows.flatMap(({ line, text: row }, at) => {
				const { outcome = 'unchanged', reason = null } = ended[at] ?? {};
				if (outcome === 'refused') return [{ line, reason: reason ?? '', row }];
				counts[outcome]++;
				return [];
			});
		});
		return csvOutputs({ store: code, ...taken, ...counts }, marked);
	});
