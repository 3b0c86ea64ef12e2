import type { ChannelConnector } from '../connector';
import { account, accountId } from './account';
import { changes, get } from './changes';
import { listings } from './listings';
import { locationsOf } from './locations';
import { omsStock } from './omsStock';
import { orders } from './orders';
import { channelStatuses } from './statuses';
import { updates } from './updates';

/** Omniful, as the system that keeps the stock and ships what channels sell. */
export const omniful = {
	channel: 'omniful',
	/** Of the seller family (reference/omniful.md 1.1). */
	quota: { calls: 60, perMs: 60_000 },
	usual: {
		intervalMinutes: 5,
		inventorySync: true,
		inventoryIntervalMinutes: 10,
		stockMaster: true,
	},
	account,
	accountId,
	orders,
	updates,
	listings,
	oms: { changes, get, stock: omsStock },

	statuses: {
		async list() {
			return channelStatuses;
		},
	},

	locations: { list: locationsOf },
} satisfies ChannelConnector;
