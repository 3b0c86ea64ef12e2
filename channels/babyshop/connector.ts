import type { ChannelConnector } from '../connector';
import { account } from './account';
import { quotaMs } from './answer';
import { listings } from './listings';
import { orders } from './orders';
import { accountIdIn } from './seller';
import { channelStatuses } from './statuses';
import { stock } from './stock';
import { updates } from './updates';

/** Babyshop and Centrepoint, on the Seller Panel of Vinculum. */
export const babyshop = {
	channel: 'babyshop',
	/** Of sign-ins: every other request names the quota of its operation. */
	quota: { calls: 40, perMs: quotaMs },
	usual: {
		// Half of what the list of orders may be asked for.
		busySeconds: 15,
		overlapMinutes: 180,
		inventoryIntervalMinutes: 15,
		catalogIntervalMinutes: 360,
		splitOrders: false,
	},
	wholeOrders:
		'Babyshop ships and cancels an order only as a whole, so it goes in one piece and no single line of it is cancelled.',
	account,
	accountId: accountIdIn,
	orders,
	updates,
	listings,
	stock,

	statuses: {
		async list() {
			return channelStatuses;
		},
	},
} satisfies ChannelConnector;
