import type { ShopifyCall, ShopifyState } from '../../../sandbox/shopify/types';
import type { Finding } from '../../auditor/facts';
import type { Partner } from './evidence';
import type { Pair } from './pairs';

/** Mishaps in which the call never reached what it was meant for. */
const withoutEffect = ['dropBefore', 'rate429', 'rate500', 'html', 'expireTokens'];

/** What Shopify was made to do twice. */
export const findOmsEffects = (
	{ state, calls }: Partner,
	pairs: readonly Pair[],
): readonly Finding[] => [
	...findCancels(calls),
	...findCustomers(state, pairs),
	...findDefinitions(state),
];

const findCancels = (calls: readonly ShopifyCall[]): readonly Finding[] => {
	const cancels = calls
		.filter(
			({ fields, code, userErrors, fault }) =>
				fields.includes('orderCancel') &&
				code === null &&
				userErrors.length === 0 &&
				!withoutEffect.includes(fault ?? ''),
		)
		.map(({ variables }) => String(Object(variables).orderId));
	return [...Map.groupBy(cancels, (order) => order)]
		.filter(([, times]) => times.length > 1)
		.map(([order, { length }]) => doubled(`${order} was cancelled on Shopify ${length} times`));
};

/** All that the channel sells, Shopify sells to one customer. */
function findCustomers({ customers }: ShopifyState, pairs: readonly Pair[]): readonly Finding[] {
	const buyers = new Set(
		pairs.flatMap(({ onShopify }) => onShopify.map(({ customer }) => customer)),
	);
	const names = new Set(customers.filter(({ id }) => buyers.has(id)).map(({ name }) => name));
	const same = customers.filter(({ name }) => names.has(name));
	return same.length > 1
		? [doubled(`Shopify has ${same.length} customers for one channel: ${[...names].join(', ')}`)]
		: [];
}

const findDefinitions = ({ definitions }: ShopifyState): readonly Finding[] =>
	[
		...Map.groupBy(
			definitions,
			({ ownerType, namespace, key }) => `${ownerType} ${namespace}.${key}`,
		),
	]
		.filter(([, { length }]) => length > 1)
		.map(([name, { length }]) => doubled(`${name} is defined ${length} times`));

const doubled = (what: string): Finding => ({ kind: 'effectsDoubled', what });
