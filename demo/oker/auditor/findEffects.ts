import type { OkerOrderState, OrderChangeKind } from '../../../sandbox/oker/stateTypes';
import type { OkerState } from '../../../sandbox/oker/types';
import type { Finding } from '../../auditor/facts';

/** What a client can make Oker do to an order, each of it once. */
const effects: readonly OrderChangeKind[] = ['invoiced', 'dispatched', 'cancelled'];

/** What Oker was made to do twice: an order that was invoiced, that left or was cancelled again. */
export const findEffects = ({ orders }: OkerState): readonly Finding[] =>
	orders.flatMap((order) => effects.flatMap((what) => again(order, what)));

function again({ number, history }: OkerOrderState, kind: OrderChangeKind): readonly Finding[] {
	const { length } = history.filter(({ what, by }) => what === kind && by === 'api');
	return length > 1
		? [{ kind: 'effectsDoubled', what: `order ${number}: ${kind} ${length} times` }]
		: [];
}
