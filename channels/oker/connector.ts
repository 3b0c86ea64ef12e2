import type { ChannelConnector } from '../connector';
import { account } from './account';
import { facilityFaults } from './facilities';
import { hubMapText } from './hubMapText';
import { listings } from './listings';
import { orders } from './orders';
import { accountIdIn } from './seller';
import { channelStatuses } from './statuses';
import { stock } from './stock';
import { updates } from './updates';
import { warehouseFaults } from './warehouses';

/** Oker, by a gateway that keeps the contract of docs/oker-connector.openapi.yaml. */
export const oker = {
	channel: 'oker',
	/** Of sign-ins: every other request names its quota. */
	quota: { calls: 20, perMs: 60_000 },
	usual: {
		overlapMinutes: 10,
		inventoryIntervalMinutes: 10,
		catalogIntervalMinutes: 60,
		splitOrders: false,
	},
	wholeOrders:
		'Oker ships and cancels an order only as a whole and in one box, so it goes in one piece and no single line of it is cancelled.',
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

	hubMapText,

	settingsFaults: facilityFaults,

	async faultsThere(http, { hubMap }) {
		return await warehouseFaults(http, hubMap);
	},
} satisfies ChannelConnector;
