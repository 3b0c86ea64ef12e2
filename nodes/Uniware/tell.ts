import { newStore } from '../../domain/newStore';
import type { HandOver } from '../../domain/oms';
import type { Order } from '../../domain/order';
import { tells } from '../channel/tells';
import { access } from './access';

/** Any order of the tenant, handed over or not, by its own code. */
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

export const cancel = tells(access, (_context, _item, order) => ({
	effect: 'cancel',
	hubStatus: 'cancelled',
	channelStatus: 'cancelled',
	parcels: [],
	handOver: itself(order),
}));
