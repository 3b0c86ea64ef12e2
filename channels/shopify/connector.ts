import type { ChannelConnector } from '../connector';
import { account } from './account';
import { changes, get } from './changes';
import { listings } from './listings';
import { locationsOf } from './locations';
import { omsStock } from './omsStock';
import { orders } from './orders';
import { channelStatuses } from './statuses';
import { stock } from './stock';
import { paceOf } from './throttling';
import { updates } from './updates';
import { warningOf } from './versions';

/** Shopify, above all as the system that keeps the stock and ships what channels sell. */
export const shopify = {
	channel: 'shopify',
	/** Shopify counts points, not calls: the answers say how many are left. */
	quota: { calls: 40, perMs: 1_000 },
	paceOf,
	warningOf,
	usual: {
		intervalMinutes: 5,
		inventorySync: true,
		inventoryIntervalMinutes: 5,
		stockMaster: true,
	},
	account,
	orders,
	updates,
	listings,
	stock,
	oms: { changes, get, stock: omsStock },

	statuses: {
		async list() {
			return channelStatuses;
		},
	},

	locations: { list: locationsOf },
} satisfies ChannelConnector;
