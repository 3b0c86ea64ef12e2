import type { ChannelUpdate } from '../../domain/channelUpdate';
import { refused } from '../../domain/failure';
import type { ChannelConnector, ChannelStatus, Http, UpdateSent } from '../connector';
import { cancel } from './cancelling';
import { tell } from './telling';
import type { Goal } from './telling';

const cancelKey = 'CANCELLED';

const goals: readonly Goal[] = ['CONFIRMED', 'SHIPLABEL_GENERATED', 'SHIPPED'];

/** The words of Amazon; "Accepted" on the pages of Seller Flex is `CONFIRMED` here (reference/amazon-seller-flex.md 1). */
const statuses: readonly ChannelStatus[] = [
	{ key: 'CONFIRMED', label: 'Confirmed (accepted on Seller Flex)', usual: 'new_order' },
	{ key: 'SHIPLABEL_GENERATED', label: 'Packed, with label and tracking number', usual: 'picked' },
	{ key: 'SHIPPED', label: 'Shipped', usual: 'shipped' },
	{ key: cancelKey, label: 'Cancelled', usual: 'cancelled' },
];

export const updates = {
	statuses,

	async send(http: Http, update: ChannelUpdate, isRepeated = false): Promise<UpdateSent> {
		const { effect, channelStatus } = update;
		if (effect === 'cancel' || channelStatus === cancelKey) return await cancel(http, update);
		if (effect === 'tracking') return ownTracking(update);
		const goal = goals.find((value) => channelStatus === value);
		if (goal === undefined) throw unknownStatus(update);
		return await tell(http, update, goal, isRepeated);
	},
} satisfies NonNullable<ChannelConnector['updates']>;

/** The number came from Amazon: nobody can tell it another one. */
const ownTracking = ({ number }: ChannelUpdate): UpdateSent => ({
	outcome: 'already',
	detail: `Order ${number}: Amazon ships with its own carrier and makes the tracking number itself, so it is told none.`,
});

const unknownStatus = ({ number, channelStatus }: ChannelUpdate) =>
	refused(
		`amazonSellerFlex: order ${number} cannot be told as "${channelStatus}". Correct Workspace Order Mapping.`,
	);
