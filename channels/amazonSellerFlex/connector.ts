import type { ChannelConnector, Http } from '../connector';
import { account } from './account';
import { paceOf } from './answer';
import { feeds } from './feeds';
import { hubIds } from './hubIds';
import { invoices } from './invoices';
import { orders } from './orders';
import { prices } from './prices';
import { accountIdOf, sellerOf } from './seller';
import { channelStatuses } from './statuses';
import { stock } from './stock';
import { updates } from './updates';

export const amazonSellerFlex = {
	channel: 'amazonSellerFlex',
	/** Of sign-ins: every other request names the quota of its operation. */
	quota: { calls: 1, perMs: 1_000 },
	/** Amazon wants fewer than four (reference/amazon-seller-flex.md 4). */
	mostTries: 3,
	paceOf,
	usual: {
		inventoryIntervalMinutes: 60,
		catalogSync: false,
	},
	account,
	accountId: (http: Http) => accountIdOf(sellerOf(http)),
	orders,
	updates,
	stock,
	prices,
	feeds,
	invoices,

	statuses: {
		async list() {
			return channelStatuses;
		},
	},

	typedLocations: hubIds,
} satisfies ChannelConnector;
