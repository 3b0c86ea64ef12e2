import type { OkerOrderState } from '../../../sandbox/oker/stateTypes';
import type { OkerState } from '../../../sandbox/oker/types';
import type { Finding } from '../../auditor/facts';
import type { LedgerRows } from '../../auditor/ledger';

export const isInvoicedByHub = ({ history }: OkerOrderState): boolean =>
	history.some(({ what, by }) => what === 'invoiced' && by === 'api');

/** The codes that the hub has kept of an order's invoice. */
const keptOf = ({ id }: OkerOrderState, { orders, gate }: LedgerRows): readonly string[] => {
	const row = orders.find(({ channel_id }) => channel_id === id);
	return gate.issued.filter(({ order_id }) => order_id === row?.id).map(({ code }) => code);
};

/** Invoices that were made for the hub and that it has, each by the one code that it was given. */
export const countInvoices = ({ orders }: OkerState, ledger: LedgerRows): number =>
	orders.filter(isInvoicedByHub).filter((order) => keptOf(order, ledger).join() === order.invoice)
		.length;

/** Invoices that the hub has not, or has as another one: also of orders that Oker has invoiced by itself. */
export const findInvoices = ({ orders }: OkerState, ledger: LedgerRows): readonly Finding[] =>
	orders.flatMap((order): readonly Finding[] => {
		const kept = keptOf(order, ledger);
		const named = `invoice ${order.invoice} of order ${order.number}`;
		if (kept.length === 0)
			return isInvoicedByHub(order) ? [lost(`${named} is not in the hub`)] : [];
		const wrong = kept.filter((code) => code !== order.invoice);
		return [
			...wrong.map((code) => lost(`${named} is ${code} in the hub`)),
			...(kept.length > 1 ? [lost(`${named} is in the hub ${kept.length} times`)] : []),
		];
	});

const lost = (what: string): Finding => ({ kind: 'lost', what });
