import type { IconicProductState } from '../../../sandbox/theIconic/stateTypes';
import type { IconicState } from '../../../sandbox/theIconic/types';
import type { LedgerRows } from '../../auditor/ledger';
import { settingsIn } from '../../auditor/settings';

/** Whether The Iconic takes what it has reserved for open orders off the figure by itself, as the settings have it. */
const takesOff = (ledger: LedgerRows): boolean =>
	settingsIn<{ readonly addReservations: boolean }>(ledger).addReservations === true;

/** What may still be bought on The Iconic. */
export const offeredOf = (
	{ quantity, reserved }: Pick<IconicProductState, 'quantity' | 'reserved'>,
	ledger: LedgerRows,
): number => quantity - (takesOff(ledger) ? reserved : 0);

/**
 * The same, as the hub answers for it: what The Iconic has reserved for an order that was edited too late only a person knows,
 * and until then it is taken off twice.
 */
export const shownOf = (
	product: IconicProductState,
	{ orders }: IconicState,
	ledger: LedgerRows,
): number => {
	const unclear = new Set(
		ledger.exceptions
			.filter(({ kind, state }) => kind === 'order_edited' && state === 'open')
			.map(({ reference }) => reference),
	);
	const kept = orders
		.filter(({ id }) => unclear.has(id))
		.flatMap(({ items }) => items)
		.filter((item) => item.product === product.id && isReserved(item.status)).length;
	return offeredOf({ ...product, reserved: product.reserved - kept }, ledger);
};

export const isReserved = (status: string | undefined): boolean =>
	status === 'pending' || status === 'ready_to_ship';
