import type { Ledger } from '../../ledger/ledger';
import { priceStates, type LedgerPrice, type PriceFilter } from '../../ledger/priceShapes';
import { eachItem } from '../shared/eachItem';
import { ledgerOf } from '../shared/ledgerOf';
import { count, flag, oneOf, option, runOf, text } from '../shared/parameters';
import { many } from '../shared/row';
import { priceReceiptsOf } from '../shared/runItems';
import { gives, limit, store } from './calls';

/** Prices of one call to the ledger. */
const chunk = 1_000;

/** As many as the patience of a push lasts for, told one by one. */
const mostAtOnce = 100;

/** Reads chunk after chunk, and no further than the limit needs. */
async function* pricesOf(ledger: Ledger, filter: PriceFilter): AsyncIterable<LedgerPrice> {
	let left = filter.limit;
	for (let after: string | undefined = undefined; left > 0; ) {
		const wanted = Math.min(chunk, left);
		const found: readonly LedgerPrice[] = await ledger.getPrices({
			...filter,
			after,
			limit: wanted,
		});
		yield* found;
		left = found.length < wanted ? 0 : left - wanted;
		after = found.at(-1)?.listing;
	}
}

const getMany = eachItem(async function* (context, item) {
	const state = text(context, 'filters.state', item);
	const filter: PriceFilter = {
		store: store(context, item),
		state: state === '' ? undefined : oneOf(priceStates, state, 'state'),
		limit: flag(context, 'returnAll', item) ? Infinity : limit(context, item),
	};
	for await (const row of pricesOf(await ledgerOf(context), filter)) yield* many([row]);
});

export const priceOperations = {
	'price:confirm': gives((ledger, ...at) => ledger.confirmPrices(priceReceiptsOf(...at))),
	'price:getChanges': gives((ledger, context, item) =>
		ledger.getPriceChanges(
			runOf(context, item),
			count(option(context, 'most', item) ?? mostAtOnce, 'most'),
		),
	),
	'price:getMany': getMany,
};
