import type { IkasShop } from '../ikas/shop';
import type { Play } from '../play';
import { physical } from './goods';
import { live } from './live';
import { openBoutique } from './openBoutique';
import { story } from './story/story';

export const boutique: Play<IkasShop> = {
	open: openBoutique,
	physical,
	story,
	live,
	expected: {
		exactly: { idlePollCalls: 1, parked: 0, exceptions: 0, short: 0, cancelRefused: 0 },
		least: {
			...{ edited: 0, cancelledByChannel: 0, gapsFilled: 0, listingsSkipped: 0, restored: 0 },
			...{ kills: 1, settingsLogged: 2 },
		},
	},
};
