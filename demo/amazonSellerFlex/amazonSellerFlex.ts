import type { Play } from '../play';
import { hubs, physical } from './goods';
import { live } from './live';
import { openAmazon } from './openAmazon';
import type { AmazonShop } from './shop';
import { story } from './story/story';

/** A poll asks each hub for what is new and for what was cancelled. */
const idlePollCalls = 2 * hubs.length;

export const amazonSellerFlex: Play<AmazonShop> = {
	open: openAmazon,
	physical,
	story,
	live,
	expected: {
		exactly: { idlePollCalls, edited: 0, quotaHits: 0 },
		least: { gapsFilled: 3, restored: 1 },
	},
};
