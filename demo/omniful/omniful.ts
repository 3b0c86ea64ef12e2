import { expectedOf } from '../outlet/expected';
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
	expected: expectedOf(goods, { ordersPlaced: 40, ordersCreated: 40, statusesBack: 14 }),
};
