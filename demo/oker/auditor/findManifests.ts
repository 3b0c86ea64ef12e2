import type { OkerOrderState } from '../../../sandbox/oker/stateTypes';
import type { OkerState } from '../../../sandbox/oker/types';
import type { Finding } from '../../auditor/facts';
import type { LedgerRows } from '../../auditor/ledger';

/** What Oker was told of having left, and by which manifest. */
const isDispatchedByHub = ({ history }: OkerOrderState): boolean =>
	history.some(({ what, by }) => what === 'dispatched' && by === 'api');

/** The manifests that an order left with, as the hub has it. */
const closedOf = ({ id }: OkerOrderState, { orders, gate }: LedgerRows): readonly string[] => {
	const row = orders.find(({ channel_id }) => channel_id === id);
	return gate.onManifests
		.filter(({ order_id, state }) => order_id === row?.id && state === 'closed')
		.map(({ manifest }) => manifest);
};

/** Manifests that are closed, and orders that Oker has as dispatched with the manifest that they are on. */
export const countManifests = ({ orders }: OkerState, ledger: LedgerRows) => ({
	manifestsClosed: ledger.gate.manifests.filter(({ state }) => state === 'closed').length,
	dispatched: orders
		.filter(isDispatchedByHub)
		.filter((order) => closedOf(order, ledger).join() === order.manifest).length,
});

/** What left without a manifest that was closed, with another one or with two, and what is on one and was never told of. */
export const findManifests = ({ orders }: OkerState, ledger: LedgerRows): readonly Finding[] =>
	orders.flatMap((order): readonly Finding[] => {
		const closed = closedOf(order, ledger);
		const named = `order ${order.number}`;
		if (closed.length > 1) return [doubled(`${named} is on ${closed.join(' and ')}`)];
		if (isDispatchedByHub(order))
			return closed.includes(order.manifest ?? '')
				? []
				: [lost(`${named} left with ${order.manifest ?? 'no manifest'}, not with a closed one`)];
		const isMissing = closed.length > 0 && order.dispatchedAt === null;
		return isMissing && !isLeftToSomebody(order, ledger)
			? [lost(`${named} is on ${closed.join()}, and Oker was not told that it left`)]
			: [];
	});

const isLeftToSomebody = ({ id }: OkerOrderState, { exceptions }: LedgerRows): boolean =>
	exceptions.some(({ reference, state }) => reference === id && state === 'open');

const lost = (what: string): Finding => ({ kind: 'lost', what });

const doubled = (what: string): Finding => ({ kind: 'doubled', what });
