import type { UniwareState } from '../../../sandbox/uniware/types';
import type { Finding } from '../../auditor/facts';
import type { LedgerRows } from '../../auditor/ledger';

/** Failed Orders of Uniware that nobody in the hub was told of: their units are kept, and nobody knows why. */
export function findFailed(
	{ failedOrders }: UniwareState,
	{ oms }: LedgerRows,
): readonly Finding[] {
	const told = oms.exceptions.filter(
		({ kind, state }) => kind.startsWith('update_') && state === 'open',
	);
	return failedOrders
		.filter(({ code }) => !told.some(({ cause }) => cause.includes(code)))
		.map(({ code, cause }) => ({
			kind: 'stuck',
			what: `${code} is a Failed Order in Uniware (${cause}), and no person was told`,
		}));
}
