import type { Expected } from '../flawless';
import type { Goods } from './goods';

/** What the story of an outlet comes to, and what it counts at least. */
export const expectedOf = ({ products }: Goods, least: Expected['least']): Expected => ({
	exactly: { idlePollCalls: 1, listings: products.length },
	least: {
		...{ parked: 0, short: 0, cancelRefused: 0, gapsFilled: 0, listingsSkipped: 0 },
		...{ settingsLogged: 2, restored: 0, edited: 3, released: 2, exceptions: 2, kills: 3 },
		...least,
	},
});
