import type { ChannelUpdate } from '../../domain/channelUpdate';
import { refused } from '../../domain/failure';
import type { HubStatus } from '../../domain/hubStatus';
import type { ChannelConnector, ChannelStatus, Http } from '../connector';
import { cancel } from './cancelling';
import { statusLabel } from './statuses';
import { packageStatuses } from './steps';
import { tell } from './telling';

const cancelKey = 'status:CANCELLED';

/** What the parcels of an order can be told to be, and what that means in the hub. */
export const parcelStatuses = [
	'package:READY_FOR_SHIPMENT',
	'package:FULFILLED',
	'package:DELIVERED',
	'package:UNABLE_TO_DELIVER',
] as const;

export const parcelMeanings = {
	'package:READY_FOR_SHIPMENT': 'ready_to_ship',
	'package:FULFILLED': 'shipped',
	'package:DELIVERED': 'delivered',
	'package:UNABLE_TO_DELIVER': 'return_to_origin',
} as const satisfies Record<(typeof parcelStatuses)[number], HubStatus>;

const usual: Readonly<Record<string, HubStatus>> = { ...parcelMeanings, [cancelKey]: 'cancelled' };

const statuses: readonly ChannelStatus[] = [
	...packageStatuses.map((value) => `package:${value}`),
	cancelKey,
].map((key) => ({ key, label: statusLabel(key), usual: usual[key] }));

export const updates = {
	statuses,

	async send(http: Http, update: ChannelUpdate) {
		const { effect, channelStatus } = update;
		if (effect === 'cancel' || channelStatus === cancelKey) return await cancel(http, update);
		const goal = packageStatuses.find((value) => channelStatus === `package:${value}`);
		if (goal === undefined) throw unknownStatus(update);
		return await tell(http, update, goal);
	},
} satisfies NonNullable<ChannelConnector['updates']>;

const unknownStatus = ({ number, channelStatus }: ChannelUpdate) =>
	refused(
		`ikas: order ${number} cannot be told as "${channelStatus}". Correct Workspace Order Mapping.`,
	);
