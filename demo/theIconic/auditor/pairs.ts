import type { ShopifyOrderState } from '../../../sandbox/shopify/stateTypes';
import type { IconicOrderState } from '../../../sandbox/theIconic/stateTypes';
import type { LedgerRows, OrderRow } from '../../auditor/ledger';
import type { JointEvidence } from './evidence';
import { placedIn } from './orders';

/** One order, as each of the three has it. */
export interface Pair {
	readonly order: IconicOrderState;
	readonly row: OrderRow | null;
	readonly onShopify: readonly ShopifyOrderState[];
	/** A person was told that something of it is not as it should be. */
	readonly isTold: boolean;
}

/** What says on Shopify which order of the channel it is: all that was written there, and the number. */
const marksOf = ({ metafields, sourceIdentifier }: ShopifyOrderState): readonly string[] => [
	...metafields
		.filter(({ namespace, key }) => namespace === 'order_hub' && key === 'order')
		.map(({ value }) => value),
	...(sourceIdentifier === null ? [] : [sourceIdentifier]),
];

const isOf = (made: ShopifyOrderState, { id, number }: IconicOrderState) =>
	made.name === number || marksOf(made).some((mark) => mark.split(' ').at(-1) === id);

/** One that the hub has taken back beside another was a double, and is none any more. */
function standing(made: readonly ShopifyOrderState[]): readonly ShopifyOrderState[] {
	const left = made.filter(({ isCancelledByApi }) => !isCancelledByApi);
	return left.length > 0 ? left : made.slice(0, 1);
}

/** What the shop sells itself is none of the hub's. */
const madeIn = ({ partner }: JointEvidence) => partner.state.orders.filter(({ byApi }) => byApi);

export function pairsIn(evidence: JointEvidence): readonly Pair[] {
	const { state, ledger, facts } = evidence;
	const made = madeIn(evidence);
	return placedIn(state, facts.connectedAt).map((order) => {
		const row = ledger.orders.find(({ channel_id }) => channel_id === order.id) ?? null;
		const onShopify = standing(made.filter((one) => isOf(one, order)));
		return { order, row, onShopify, isTold: isTold({ order, row, onShopify }, ledger) };
	});
}

/** Orders that the hub made on Shopify of none that it answers for. */
export const straysIn = (
	evidence: JointEvidence,
	pairs: readonly Pair[],
): readonly ShopifyOrderState[] =>
	madeIn(evidence).filter((made) => !pairs.some(({ order }) => isOf(made, order)));

function isTold({ order, row, onShopify }: Omit<Pair, 'isTold'>, ledger: LedgerRows): boolean {
	const { id, number } = order;
	const updates = new Set(
		[...ledger.updates, ...ledger.oms.updates]
			.filter(({ order_id }) => order_id === row?.id)
			.map((update) => String(update.id)),
	);
	const names = new Set([id, number, ...onShopify.map((made) => made.id)]);
	return [...ledger.exceptions, ...ledger.oms.exceptions]
		.filter(({ state }) => state === 'open')
		.some(({ kind, reference }) =>
			kind.startsWith('update_')
				? updates.has(reference)
				: names.has(reference) || reference.startsWith(`${id} `),
		);
}
