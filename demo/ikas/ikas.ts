import type { Play } from '../play';
import { physical } from './goods';
import { live } from './live';
import { openIkas } from './openIkas';
import type { IkasShop } from './shop';
import { story } from './story/story';

export const ikas: Play<IkasShop> = {
	open: openIkas,
	physical,
	story,
	live,
	expected: { exactly: { idlePollCalls: 1 }, least: { gapsFilled: 3, restored: 1 } },
};
