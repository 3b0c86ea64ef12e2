import type { Play } from '../play';
import { leftOut, physical } from './goods';
import { live } from './live';
import { openBabyshop } from './openBabyshop';
import type { BabyshopShop } from './shop';
import { story } from './story/story';

export const babyshop: Play<BabyshopShop> = {
	open: openBabyshop,
	physical,
	story,
	live,
	expected: {
		exactly: { idlePollCalls: 1, skippedNoVendorSku: leftOut.length },
		least: { gapsFilled: 3, restored: 1 },
	},
};
