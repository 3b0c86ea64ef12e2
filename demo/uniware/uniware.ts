import type { OutletShop } from '../outlet/openOutlet';
import type { Play } from '../play';
import { goods } from './goods';
import { live } from './live';
import { openUniware } from './openUniware';
import { story } from './story/story';
import type { UniwareShop } from './uniwareShop';

export const uniware: Play<OutletShop<UniwareShop>> = {
	open: openUniware,
	// What is there only Uniware can say.
	physical: [],
	story,
	live,
	expected: {
		exactly: { idlePollCalls: 1, listings: goods.products.length },
		least: {
			...{ parked: 0, short: 0, cancelRefused: 0, gapsFilled: 0, listingsSkipped: 0 },
			...{ settingsLogged: 2, restored: 0, edited: 3, released: 2, exceptions: 2, kills: 3 },
			...{ ordersPlaced: 50, ordersCreated: 50, statusesBack: 20 },
		},
	},
};
