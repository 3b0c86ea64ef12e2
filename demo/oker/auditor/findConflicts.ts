import type { OkerOrderState } from '../../../sandbox/oker/stateTypes';
import type { OkerState } from '../../../sandbox/oker/types';
import type { Finding } from '../../auditor/facts';
import type { LedgerRows } from '../../auditor/ledger';
import { isCancelledLate } from './orders';

/** Whether a person was asked what becomes of it, whatever they have answered. */
const isAsked = ({ id }: OkerOrderState, { exceptions }: LedgerRows): boolean =>
	exceptions.some(({ reference, kind }) => reference === id && kind === 'cancelled_after_invoice');

const lateIn = ({ orders }: OkerState, ledger: LedgerRows) =>
	orders
		.filter(isCancelledLate)
		.filter(({ id }) => ledger.orders.some(({ channel_id }) => channel_id === id));

/** Orders that Oker cancelled when they were invoiced, and that a person was asked about. */
export const countConflicts = (state: OkerState, ledger: LedgerRows): number =>
	lateIn(state, ledger).filter((order) => isAsked(order, ledger)).length;

/** Those that nobody was asked about: the hub has decided by itself. */
export const findConflicts = (state: OkerState, ledger: LedgerRows): readonly Finding[] =>
	lateIn(state, ledger)
		.filter((order) => !isAsked(order, ledger))
		.map(({ number }) => ({
			kind: 'lost',
			what: `order ${number} is cancelled after its invoice, and nobody was asked`,
		}));
