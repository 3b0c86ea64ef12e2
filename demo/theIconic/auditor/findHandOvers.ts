import type { Finding } from '../../auditor/facts';
import { holding } from '../../auditor/findOrders';
import type { OrderRow } from '../../auditor/ledger';
import { difference, inWords } from '../../auditor/units';
import type { JointEvidence } from './evidence';
import { orderedOf } from './lines';
import { isOver, wantedOf } from './orders';
import { straysIn, type Pair } from './pairs';

/** Whether Shopify is to have it: the sale has happened, also where the hub has found no goods or no hub for it. */
const isDue = ({ status, hold_reason }: OrderRow) =>
	holding.includes(status) || (status === 'on_hold' && soldAllTheSame.includes(hold_reason ?? ''));

const soldAllTheSame = ['inventory_not_present', 'not_able_to_route'];

/** What is wrong between the orders of The Iconic and those that the hub made of them on Shopify. */
export const findHandOvers = (
	evidence: JointEvidence,
	pairs: readonly Pair[],
): readonly Finding[] => [
	...pairs.flatMap((pair) => [
		...findOnce(pair),
		...findContents(pair),
		...findBooks(pair, evidence),
		...findCancel(pair),
	]),
	...straysIn(evidence, pairs).map(({ name }) =>
		doubled(name, 'was made on Shopify, and nobody placed it on The Iconic'),
	),
	...evidence.ledger.oms.orders.map(({ number }) =>
		doubled(number, 'of Shopify came in as an order of a channel'),
	),
];

function findOnce({ order, row, onShopify, isTold }: Pair): readonly Finding[] {
	const { length } = onShopify;
	if (length > 1) return [doubled(order.number, `is on Shopify ${length} times`)];
	const isMissed = length === 0 && row !== null && isDue(row) && !isOver(order) && !isTold;
	return isMissed ? [lost(order.number, `is ${row.status} in the hub and not on Shopify`)] : [];
}

function findContents({ order, onShopify, isTold }: Pair): readonly Finding[] {
	const [made] = onShopify;
	if (!made || made.cancelledAt !== null || isOver(order) || isTold) return [];
	const apart = difference(orderedOf(made), wantedOf(order));
	if (apart.size === 0) return [];
	const what = `has ${inWords(orderedOf(made))} on Shopify and ${inWords(wantedOf(order))} on The Iconic`;
	const isMore = [...apart.values()].every((count) => count > 0);
	return [isMore ? doubled(order.number, what) : lost(order.number, what)];
}

/** Both have to know of it: else the units are kept twice, or by nobody. */
function findBooks(
	{ order, row, onShopify, isTold }: Pair,
	{ ledger }: JointEvidence,
): readonly Finding[] {
	const known = ledger.oms.handOvers.find(({ order_id }) => order_id === row?.id);
	const isConfirmed = known !== undefined && known.handed_over_at !== null;
	const isThere = onShopify.some(({ id }) => id === known?.oms_id);
	if (isConfirmed && !isThere) {
		return [lost(order.number, `is said to be ${known.oms_id} on Shopify, which is not there`)];
	}
	if (!isConfirmed && onShopify.length > 0 && row !== null && !isTold) {
		return [doubled(order.number, 'is on Shopify, and the hub still keeps it as its own')];
	}
	return [];
}

function findCancel({ order, row, onShopify, isTold }: Pair): readonly Finding[] {
	if (isTold || row === null) return [];
	const isGone = row.status === 'cancelled';
	return onShopify.flatMap(({ cancelledAt }): readonly Finding[] => {
		if (cancelledAt === null && (isOver(order) || isGone)) {
			const where = isOver(order) ? 'on The Iconic' : 'in the hub';
			return [lost(order.number, `is cancelled ${where} and stands on Shopify`)];
		}
		return cancelledAt !== null && !isGone
			? [lost(order.number, `is cancelled on Shopify and ${row.status} in the hub`)]
			: [];
	});
}

const lost = (number: string, what: string): Finding => ({
	kind: 'lost',
	what: `order ${number} ${what}`,
});

const doubled = (number: string, what: string): Finding => ({
	kind: 'doubled',
	what: `order ${number} ${what}`,
});
