import type { ChannelUpdate } from '../../domain/channelUpdate';
import { refused } from '../../domain/failure';
import type { ChannelConnector, ChannelStatus, Http } from '../connector';
import { cancel } from './cancelling';
import { statusLabel } from './statuses';
import { packageStatuses } from './steps';
import { tell } from './telling';

const cancelKey = 'status:CANCELLED';

const statuses: readonly ChannelStatus[] = [
	...packageStatuses.map((value) => `package:${value}`),
	cancelKey,
].map((key) => ({ key, label: statusLabel(key) }));

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
