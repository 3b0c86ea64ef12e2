import type { ChannelConnector, Http } from '../connector';
import { account } from './account';
import { listings } from './listings';
import { orders } from './orders';
import { providers } from './providers';
import { cancelReasonNames } from './reasons';
import { channelStatuses } from './statuses';
import { stock } from './stock';
import { updates } from './updates';

/** The Iconic, on SellerCenter: Zalora and Dafiti run on the same software. */
export const theIconic = {
	channel: 'theIconic',
	/** Of the seller (reference/the-iconic-sellercenter.md 4). */
	quota: { calls: 30, perMs: 1_000 },
	usual: {
		// Orders are to be asked for once a minute at most (reference/the-iconic-sellercenter.md 4).
		busySeconds: 0,
		inventoryIntervalMinutes: 5,
		catalogIntervalMinutes: 360,
		addReservations: true,
	},
	account,
	orders,
	updates,
	listings,
	stock,

	statuses: {
		async list() {
			return channelStatuses;
		},
	},

	carriers: {
		async list(http: Http) {
			return (await providers(http)).map(({ name }) => name);
		},
	},

	cancelReasons: { list: cancelReasonNames },
} satisfies ChannelConnector;
