import type { ChannelUpdate } from '../../domain/channelUpdate';
import { refused } from '../../domain/failure';
import type { ChannelConnector, ChannelStatus, Http, UpdateSent } from '../connector';
import { acknowledge } from './acknowledging';
import { cancel } from './cancelling';
import { cancelled, statusLabel } from './statuses';
import { tell } from './telling';
import type { Goal } from './telling';

const acknowledged = 'ACKNOWLEDGED';

const goals: Readonly<Record<string, Goal>> = { PACKED: 'packed', DISPATCHED: 'dispatched' };

const byOker = (key: string) =>
	`Oker has no call for ${statusLabel(key)}: the marketplace and its courier report it.`;

/** What a gateway takes from the seller, and what only the marketplace says (docs/oker-connector.openapi.yaml). */
const statuses: readonly ChannelStatus[] = [
	{ key: acknowledged, label: 'Acknowledged: the order was taken over' },
	{ key: 'PACKED', label: 'Packed: invoice, tracking and label', usual: 'packed' },
	{ key: 'DISPATCHED', label: statusLabel('DISPATCHED'), usual: 'shipped' },
	{ key: cancelled, label: statusLabel(cancelled), usual: 'cancelled' },
	...(['DELIVERED', 'RETURNED'] as const).map((key) => ({
		key,
		label: statusLabel(key),
		untaken: byOker(key),
	})),
];

export const updates = {
	statuses,

	async send(http: Http, update: ChannelUpdate, isRepeated = false): Promise<UpdateSent> {
		const { effect, channelStatus } = update;
		if (effect === 'cancel' || channelStatus === cancelled) return await cancel(http, update);
		if (effect === 'tracking') return ownTracking(update);
		if (channelStatus === acknowledged) return await acknowledge(http, update);
		const untaken = statuses.find(({ key }) => key === channelStatus)?.untaken;
		if (untaken !== undefined) return { outcome: 'untaken', detail: untaken };
		const goal = goals[channelStatus];
		if (goal === undefined) throw unknownStatus(update);
		return await tell(http, update, goal, isRepeated);
	},
} satisfies NonNullable<ChannelConnector['updates']>;

/** The number came from Oker: nobody can tell it another one. */
const ownTracking = ({ number }: ChannelUpdate): UpdateSent => ({
	outcome: 'already',
	detail: `Order ${number}: the marketplace's courier carries it and makes the tracking number itself, so it is told none.`,
});

const unknownStatus = ({ number, channelStatus }: ChannelUpdate) =>
	refused(
		`oker: order ${number} cannot be told as "${channelStatus}". Correct Workspace Order Mapping.`,
	);
