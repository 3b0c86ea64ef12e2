import type { ChannelUpdate } from '../../domain/channelUpdate';
import { refused } from '../../domain/failure';
import type { ChannelConnector, ChannelStatus, Http } from '../connector';
import { cancel } from './cancelling';
import { goals } from './stages';
import { cancelled } from './statuses';
import { tell } from './telling';

const statuses: readonly ChannelStatus[] = [
	{ key: 'packed', label: 'Packed', usual: 'packed' },
	{ key: 'ready_to_ship', label: 'Ready to Ship', usual: 'ready_to_ship' },
	{ key: 'shipped', label: 'Shipped', usual: 'shipped' },
	{ key: 'delivered', label: 'Delivered', usual: 'delivered' },
	{ key: cancelled, label: 'Canceled', usual: 'cancelled' },
];

export const updates = {
	statuses,
	reduces: true,

	async send(http: Http, update: ChannelUpdate) {
		const { effect, channelStatus } = update;
		const isCancel = effect === 'cancel' || effect === 'reduce';
		if (isCancel || channelStatus === cancelled) return await cancel(http, update);
		const goal = goals.find((one) => one === channelStatus);
		if (goal === undefined) throw unknownStatus(update);
		return await tell(http, update, goal);
	},
} satisfies NonNullable<ChannelConnector['updates']>;

const unknownStatus = ({ number, channelStatus }: ChannelUpdate) =>
	refused(
		`theIconic: order ${number} cannot be told as "${channelStatus}". Correct Workspace Order Mapping.`,
	);
