import { newStore } from '../../domain/newStore';
import type { HandOver } from '../../domain/oms';
import type { Order } from '../../domain/order';
import type { AccessTo } from '../shared/channelAccess';
import { tells } from './tells';

/** Cancels any order of an OMS, handed over or not, by the OMS's own id. */
export function cancelsAtOms(access: AccessTo<'orders' | 'updates'>) {
	const itself = (order: Order): HandOver => ({
		key: order.id,
		id: order.id,
		store: '',
		channel: access.connector.channel,
		order,
		lines: [],
		kept: [],
		as: newStore.omsOrder,
	});
	return tells(access, (_context, _item, order) => ({
		effect: 'cancel',
		hubStatus: 'cancelled',
		channelStatus: 'cancelled',
		parcels: [],
		handOver: itself(order),
	}));
}
