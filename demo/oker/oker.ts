import type { Play } from '../play';
import { physical } from './goods';
import { live } from './live';
import { openOker } from './openOker';
import type { OkerShop } from './shop';
import { story } from './story/story';

export const oker: Play<OkerShop> = {
	open: openOker,
	physical,
	story,
	live,
	expected: {
		exactly: { idlePollCalls: 1 },
		least: { gapsFilled: 3, kills: 4, restored: 1, manifestsClosed: 3 },
	},
};
