import type { OutletShop } from '../outlet/openOutlet';
import type { Play } from '../play';
import { goods } from './goods';
import { live } from './live';
import type { OmnifulShop } from './omnifulShop';
import { openOmniful } from './openOmniful';
import { story } from './story/story';

export const omniful: Play<OutletShop<OmnifulShop>> = {
	open: openOmniful,
	// What is there only Omniful can say.
	physical: [],
	story,
	live,
	expected: {
		exactly: { idlePollCalls: 1, listings: goods.products.length },
		least: {
			...{ parked: 0, short: 0, cancelRefused: 0, gapsFilled: 0, listingsSkipped: 0 },
			...{ settingsLogged: 2, restored: 0, edited: 3, released: 2, exceptions: 2, kills: 3 },
			...{ ordersPlaced: 40, ordersCreated: 40, statusesBack: 14 },
		},
	},
};
