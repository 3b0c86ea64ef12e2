import type { Play } from '../play';
import { invalidSkus, never, products } from './goods';
import { live } from './live';
import { openTheIconic } from './openTheIconic';
import type { IconicShop } from './shop';
import { story } from './story/story';

export const theIconic: Play<IconicShop> = {
	open: openTheIconic,
	// What is there only Shopify can say.
	physical: [],
	story,
	live,
	expected: {
		exactly: {
			idlePollCalls: 1,
			listings: products.length - invalidSkus.length,
			listingsSkipped: invalidSkus.length,
			unmatchedSkus: never.length + invalidSkus.length,
		},
		least: { gapsFilled: 3, restored: 1 },
	},
};
