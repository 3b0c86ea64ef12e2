import type { ChannelUpdate } from '../../domain/channelUpdate';
import { refused } from '../../domain/failure';

/** Nothing is told of an order that is off, except that it is. */
export const cancelledThere = ({ number, channelStatus }: ChannelUpdate) =>
	refused(
		`babyshop: order ${number} is cancelled on Babyshop, so "${channelStatus}" was not told. Keep the goods.`,
	);

export const noParcel = ({ number, channelStatus }: ChannelUpdate) =>
	refused(
		`babyshop: "${channelStatus}" of order ${number} is about no parcel, so there is nothing to ship. Assign a hub first.`,
	);
