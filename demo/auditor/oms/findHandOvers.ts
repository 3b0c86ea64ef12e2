import type { Finding } from '../facts';
import { holding } from '../findOrders';
import type { OrderRow } from '../ledger';
import { difference, inWords } from '../units';
import { straysIn, type OmsEvidence, type Pair } from './pairs';

/** Whether the OMS is to have it: the sale has happened, also where the hub has found no goods or no hub for it. */
const isDue = ({ status, hold_reason }: OrderRow) =>
	holding.includes(status) || (status === 'on_hold' && soldAllTheSame.includes(hold_reason ?? ''));

const soldAllTheSame = ['inventory_not_present', 'not_able_to_route'];

/** What is wrong between the orders of the channel and those that the hub made of them in the OMS. */
export const findHandOvers = (
	evidence: OmsEvidence,
	pairs: readonly Pair[],
): readonly Finding[] => [
	...pairs.flatMap((pair) => [
		...findOnce(pair),
		...findContents(pair),
		...findBooks(pair, evidence),
		...findCancel(pair),
	]),
	...straysIn(evidence).map(({ number }) =>
		doubled(number, 'was made in the OMS, and nobody placed it on the channel'),
	),
	...evidence.ledger.oms.orders.map(({ number }) =>
		doubled(number, 'of the OMS came in as an order of a channel'),
	),
];

function findOnce({ order, row, made, isTold }: Pair): readonly Finding[] {
	if (made.length > 1) return [doubled(order.number, `is in the OMS ${made.length} times`)];
	const isMissed = made.length === 0 && row !== null && isDue(row) && !order.isCancelled && !isTold;
	return isMissed ? [lost(order.number, `is ${row.status} in the hub and not in the OMS`)] : [];
}

function findContents({ order, made: [made], isTold }: Pair): readonly Finding[] {
	if (!made || made.isCancelled || order.isCancelled || isTold) return [];
	const apart = difference(made.kept, order.wanted);
	if (apart.size === 0) return [];
	const what = `has ${inWords(made.kept)} in the OMS and ${inWords(order.wanted)} on the channel`;
	const isMore = [...apart.values()].every((count) => count > 0);
	return [isMore ? doubled(order.number, what) : lost(order.number, what)];
}

/** Both have to know of it: else the units are kept twice, or by nobody. */
function findBooks(
	{ order, row, made, isTold }: Pair,
	{ ledger }: OmsEvidence,
): readonly Finding[] {
	const known = ledger.oms.handOvers.find(({ order_id }) => order_id === row?.id);
	const isConfirmed = known !== undefined && known.handed_over_at !== null;
	if (isConfirmed && !made.some(({ id }) => id === known.oms_id)) {
		return [lost(order.number, `is said to be ${known.oms_id} in the OMS, which is not there`)];
	}
	if (!isConfirmed && made.length > 0 && row !== null && !isTold) {
		return [doubled(order.number, 'is in the OMS, and the hub still keeps it as its own')];
	}
	return [];
}

function findCancel({ order, row, made, isTold }: Pair): readonly Finding[] {
	if (isTold || row === null) return [];
	const isGone = row.status === 'cancelled';
	return made.flatMap(({ isCancelled }): readonly Finding[] => {
		if (!isCancelled && (order.isCancelled || isGone)) {
			const where = order.isCancelled ? 'on the channel' : 'in the hub';
			return [lost(order.number, `is cancelled ${where} and stands in the OMS`)];
		}
		return isCancelled && !isGone
			? [lost(order.number, `is cancelled in the OMS and ${row.status} in the hub`)]
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
