import type { BabyshopOrderState } from '../../../sandbox/babyshop/stateTypes';
import type { BabyshopState } from '../../../sandbox/babyshop/types';
import type { Finding } from '../../auditor/facts';
import type { LedgerRows } from '../../auditor/ledger';

/** Some of the items are cancelled, and not the order. */
export const isPartlyCancelled = ({ status, lines }: BabyshopOrderState): boolean =>
	status !== '8' && status !== '50' && lines.some(({ cancelled }) => cancelled > 0);

/** Orders that the hub marks although no item of them has changed. */
export const findItems = (
	{ orders: onChannel }: BabyshopState,
	{ orders }: LedgerRows,
): readonly Finding[] =>
	orders
		.filter(({ flag }) => flag === 'item_level_change')
		.filter(({ channel_id }) => {
			const order = onChannel.find(({ id }) => id === channel_id);
			return order !== undefined && !isPartlyCancelled(order);
		})
		.map(({ number }) => ({
			kind: 'stuck',
			what: `order ${number} is marked for an item that nobody has changed`,
		}));
