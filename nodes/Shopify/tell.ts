import { tells } from '../channel/tells';
import { access } from './access';

export const cancel = tells(access, () => ({
	effect: 'cancel',
	hubStatus: 'cancelled',
	channelStatus: 'cancelled',
	parcels: [],
}));
