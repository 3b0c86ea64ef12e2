import type { ShopifyState } from '../../../sandbox/shopify/types';
import type { IconicFigureChange, IconicProductState } from '../../../sandbox/theIconic/stateTypes';
import type { IconicCall, IconicState } from '../../../sandbox/theIconic/types';
import type { Finding } from '../../auditor/facts';
import { unmatchedIn } from './catalog';
import type { IconicEvidence } from './evidence';

/** Figures that The Iconic was told and should not have been: what it had just been told, and what nobody has. */
export const findPushes = (evidence: IconicEvidence): readonly Finding[] => [
	...findAgain(evidence),
	...(evidence.partner ? findUnmatched(evidence.state, evidence.partner.state) : []),
];

export const isPush = ({ kind, effect }: IconicCall): boolean =>
	kind === 'setStock' && effect !== null;

const isPushed = ({ what }: IconicFigureChange) => what === 'pushed';

interface Repeat {
	readonly sku: string;
	readonly quantity: number;
	readonly call: number;
}

/** A call whose answer was lost is made again, and so is one that n8n did not outlive: one for each kill. */
function findAgain({ state, calls, facts }: IconicEvidence): readonly Finding[] {
	const repeats = state.products.flatMap((product) => repeatsOf(product, calls));
	return [...Map.groupBy(repeats, ({ call }) => call)].slice(facts.kills).map(([call, rows]) => ({
		kind: 'effectsDoubled',
		what: `call ${call} told again: ${rows.map(({ sku, quantity }) => `${quantity} of ${sku}`).join(', ')}`,
	}));
}

/** Each figure that was pushed belongs to a call, the first to the first. */
function repeatsOf(
	{ id, sku, history }: IconicProductState,
	calls: readonly IconicCall[],
): readonly Repeat[] {
	const telling = calls.filter((call) => isPush(call) && tells(call, id));
	return history.flatMap((change, at) => {
		const before = history[at - 1];
		if (!isPushed(change) || !before || !isPushed(before)) return [];
		const nth = history.slice(0, at).filter(isPushed).length;
		const isAnswered = telling[nth - 1]?.fault === null;
		const { quantity } = change;
		return before.quantity === quantity && isAnswered
			? [{ sku, quantity, call: telling[nth]?.seq ?? 0 }]
			: [];
	});
}

const tells = ({ body }: IconicCall, product: number) =>
	Array.isArray(body) && body.some((row) => Object(row).productId === product);

/** One that ended at nothing had a counterpart before. */
const findUnmatched = (state: IconicState, shopify: ShopifyState): readonly Finding[] =>
	unmatchedIn(state, shopify).flatMap(({ sku, history }): readonly Finding[] => {
		const told = history.filter(isPushed).map(({ quantity }) => quantity);
		const last = told.at(-1);
		if (last === undefined || (last === 0 && told.some((quantity) => quantity > 0))) return [];
		const what = `${sku} was told as ${last}, and Shopify has no such SKU`;
		return [{ kind: last > 0 ? 'oversold' : 'effectsDoubled', what }];
	});
