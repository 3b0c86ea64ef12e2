import { parcelMeanings, parcelStatuses } from '../../channels/ikas/updates';
import { parcelOf, tells, trackingOf } from '../channel/tells';
import { oneOf, text } from '../shared/parameters';
import { access } from './access';

export const updateStatus = tells(access, (context, item, order) => {
	const channelStatus = oneOf(parcelStatuses, text(context, 'status', item), 'status');
	const parcels = [parcelOf(context, item, order, null)];
	return { effect: 'status', hubStatus: parcelMeanings[channelStatus], channelStatus, parcels };
});

export const ship = tells(access, (context, item, order) => ({
	effect: 'status',
	hubStatus: 'shipped',
	channelStatus: 'package:FULFILLED',
	parcels: [parcelOf(context, item, order, trackingOf(context, item))],
}));

export const cancel = tells(access, () => ({
	effect: 'cancel',
	hubStatus: 'cancelled',
	channelStatus: 'status:CANCELLED',
	parcels: [],
}));
