import type { AmazonState } from '../../../sandbox/amazonSellerFlex/types';
import type { Finding } from '../../auditor/facts';
import type { LedgerRows } from '../../auditor/ledger';

const hasLeft = ['shipped', 'delivered'];

/** Orders that left and whose invoice nobody has uploaded yet. */
export const countWaiting = ({ orders, invoices }: LedgerRows): number =>
	orders.filter(
		({ id, status }) =>
			hasLeft.includes(status) && !invoices.some(({ order_id }) => order_id === id),
	).length;

/** What one of both takes for uploaded and the other has not. */
export const findInvoices = (
	{ invoices: onAmazon }: AmazonState,
	{ orders, invoices }: LedgerRows,
): readonly Finding[] =>
	orders.flatMap(({ id, channel_id, number }): readonly Finding[] => {
		const isThere = onAmazon.some(({ shipments }) => shipments.includes(channel_id));
		const now = invoices.find(({ order_id }) => order_id === id)?.state;
		if (isThere === (now === 'uploaded')) return [];
		return isThere
			? [{ kind: 'stuck', what: `Amazon has the invoice of ${number}; the hub has it as ${now}` }]
			: [{ kind: 'lost', what: `the invoice of ${number} is ${now} and Amazon has none` }];
	});
