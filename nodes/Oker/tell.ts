import { parcelOf, tells } from '../channel/tells';
import { text } from '../shared/parameters';
import { access } from './access';

export const pack = tells(access, (context, item, order) => ({
	effect: 'status',
	hubStatus: 'packed',
	channelStatus: 'PACKED',
	parcels: [parcelOf(context, item, order, null)],
}));

export const dispatch = tells(access, (context, item, order) => {
	const manifest = text(context, 'manifest', item).trim();
	return {
		effect: 'status',
		hubStatus: 'shipped',
		channelStatus: 'DISPATCHED',
		parcels: [parcelOf(context, item, order, null)],
		...(manifest !== '' && { manifest }),
	};
});

export const cancel = tells(access, () => ({
	effect: 'cancel',
	hubStatus: 'cancelled',
	channelStatus: 'CANCELLED',
	parcels: [],
}));
