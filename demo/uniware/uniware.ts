import { expectedOf } from '../outlet/expected';
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
	expected: expectedOf(goods, { ordersPlaced: 50, ordersCreated: 50, statusesBack: 20 }),
};
