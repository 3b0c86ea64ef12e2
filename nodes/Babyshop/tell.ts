import { parcelOf, tells } from '../channel/tells';
import { access } from './access';

export const createShipment = tells(access, (context, item, order) => ({
	effect: 'status',
	hubStatus: 'packed',
	channelStatus: '10',
	parcels: [parcelOf(context, item, order, null)],
}));

export const ship = tells(access, (context, item, order) => ({
	effect: 'status',
	hubStatus: 'shipped',
	channelStatus: '15',
	parcels: [parcelOf(context, item, order, null)],
}));

export const cancel = tells(access, () => ({
	effect: 'cancel',
	hubStatus: 'cancelled',
	channelStatus: '8',
	parcels: [],
}));
