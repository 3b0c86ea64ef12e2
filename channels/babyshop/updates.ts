import type { ChannelUpdate } from '../../domain/channelUpdate';
import { refused } from '../../domain/failure';
import type { ChannelConnector, ChannelStatus, Http, UpdateSent } from '../connector';
import { cancel } from './cancelling';
import type { Goal } from './parcels';
import { statusLabel } from './statuses';
import { tell } from './telling';

const cancelKey = '8';

const goals: Readonly<Record<string, Goal>> = { '10': 'ready', '15': 'shipped' };

const byCourier = (name: string) =>
	`Babyshop has no call for ${name}: the marketplace's courier reports it.`;

/** What the hub may say and the channel takes from nobody but its courier has a reason (reference/babyshop-vinculum.md 11). */
const statuses: readonly ChannelStatus[] = [
	{ key: '10', label: 'Ready for Ship: shipment, AWB and label (10)', usual: 'packed' },
	{ key: '15', label: statusLabel('15'), usual: 'shipped' },
	{ key: cancelKey, label: statusLabel(cancelKey), usual: 'cancelled' },
	{ key: '20', label: statusLabel('20'), untaken: byCourier('Intransit') },
	{ key: '25', label: statusLabel('25'), usual: 'delivered', untaken: byCourier('Delivered') },
	{ key: '55', label: statusLabel('55'), untaken: byCourier('Returned') },
	{ key: '60', label: statusLabel('60'), untaken: byCourier('RTO') },
];

export const updates = {
	statuses,

	async send(http: Http, update: ChannelUpdate, isRepeated = false): Promise<UpdateSent> {
		const { effect, channelStatus } = update;
		if (effect === 'cancel' || channelStatus === cancelKey) return await cancel(http, update);
		if (effect === 'tracking') return ownTracking(update);
		const untaken = statuses.find(({ key }) => key === channelStatus)?.untaken;
		if (untaken !== undefined) return { outcome: 'untaken', detail: untaken };
		const goal = goals[channelStatus];
		if (goal === undefined) throw unknownStatus(update);
		return await tell(http, update, goal, isRepeated);
	},
} satisfies NonNullable<ChannelConnector['updates']>;

/** The number came from Babyshop: nobody can tell it another one. */
const ownTracking = ({ number }: ChannelUpdate): UpdateSent => ({
	outcome: 'already',
	detail: `Order ${number}: the marketplace's courier carries it and makes the tracking number itself, so it is told none.`,
});

const unknownStatus = ({ number, channelStatus }: ChannelUpdate) =>
	refused(
		`babyshop: order ${number} cannot be told as "${channelStatus}". Correct Workspace Order Mapping.`,
	);
