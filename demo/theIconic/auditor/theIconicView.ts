import type { IconicCall } from '../../../sandbox/theIconic/types';
import { figureOf, type ChannelView } from '../../auditor/channel';
import { sum } from '../../auditor/units';
import type { IconicEvidence } from './evidence';
import { shownOf } from './figures';
import { findCatalog } from './findCatalog';
import { findEffects } from './findEffects';
import { findPushes } from './findPushes';
import { placedIn, toChannelOrder } from './orders';
import { seenWithShopify } from './seenWithShopify';

/** What the pretend Seller Center says in the end, and the pretend Shopify where it ships. */
export function theIconicView(evidence: IconicEvidence): ChannelView {
	const { state, calls, partner, ledger, facts } = evidence;
	const joint = partner && seenWithShopify({ ...evidence, partner });
	return {
		orders: placedIn(state, facts.connectedAt).map(toChannelOrder),
		polls: seqOf(calls.filter(isPoll)),
		pushes: seqOf(calls.filter(({ kind }) => kind === 'setStock')),
		rowsPushed: state.products.flatMap(({ history }) => history).filter(isPushed).length,
		figures: sum(
			state.products.map((product) => [
				figureOf(String(product.id), ''),
				shownOf(product, state, ledger),
			]),
		),
		findings: [
			...findEffects(state, calls),
			...findPushes(evidence),
			...findCatalog(state, ledger),
			...(joint?.findings ?? []),
		],
		counts: joint?.counts ?? { shopifyOrders: 0, unmatchedSkus: 0, trackingPushed: 0 },
	};
}

/** One that asks for orders by id or number is no question for what has changed. */
const isPoll = ({ kind, path }: IconicCall) =>
	kind === 'getOrders' && path.includes('updateDateStart=');

const isPushed = ({ what }: { readonly what: string }) => what === 'pushed';

const seqOf = (calls: readonly IconicCall[]): readonly number[] => calls.map(({ seq }) => seq);
