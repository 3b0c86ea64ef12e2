import type { LedgerRows } from '../auditor/ledger';

/** Whether a person was told that the OMS refuses something of the order, by the channel's id. */
export function isTold({ oms, orders }: LedgerRows, id: string): boolean {
	const order = orders.find(({ channel_id }) => channel_id === id);
	const updates = oms.updates
		.filter(({ order_id }) => order_id === order?.id)
		.map((update) => String(update.id));
	return oms.exceptions.some(
		({ kind, reference, state }) =>
			kind === 'update_refused' && state === 'open' && updates.includes(reference),
	);
}
