import { cancelReasons } from '../../domain/channelUpdate';
import { parcelOf, tells } from '../channel/tells';
import { oneOf, text } from '../shared/parameters';
import { access } from './access';

export const accept = tells(access, () => ({
	effect: 'status',
	hubStatus: 'new_order',
	channelStatus: 'CONFIRMED',
	parcels: [],
}));

export const ship = tells(access, (context, item, order) => ({
	effect: 'status',
	hubStatus: 'shipped',
	channelStatus: 'SHIPPED',
	parcels: [parcelOf(context, item, order, null)],
}));

export const cancel = tells(access, (context, item) => ({
	effect: 'cancel',
	hubStatus: 'cancelled',
	channelStatus: 'CANCELLED',
	reason: oneOf(cancelReasons, text(context, 'cancelReason', item), 'cancelReason'),
	parcels: [],
}));
