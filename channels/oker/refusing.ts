import type { ChannelUpdate, UpdateParcel } from '../../domain/channelUpdate';
import { refused } from '../../domain/failure';
import { openItems } from './orderState';
import type { OrderState } from './orderState';

/** Nothing is told of an order that is off, except that it is. */
export const cancelledThere = ({ number, channelStatus }: ChannelUpdate) =>
	refused(
		`oker: order ${number} is cancelled on Oker, so "${channelStatus}" was not told. Keep the goods.`,
	);

/** The one parcel that an order goes in: there is no split and no second box on this channel. */
export function onlyParcel({ number, channelStatus, parcels }: ChannelUpdate): UpdateParcel {
	const [only, ...others] = parcels;
	if (only === undefined) {
		throw refused(
			`oker: "${channelStatus}" of order ${number} is about no parcel, so there is nothing to ship. Assign a hub first.`,
		);
	}
	if (others.length === 0) return only;
	throw refused(
		`oker: order ${number} is in ${parcels.length} parcels, and Oker ships an order in one box. Pack it in one, or cancel it.`,
	);
}

/** All open items are in the parcel, whole, and it leaves from the warehouse that Oker names. */
export function checkParcel(
	{ number }: ChannelUpdate,
	{ lines, location }: UpdateParcel,
	state: OrderState,
): void {
	for (const { id, quantity, facility } of openItems(state)) {
		const packed = lines
			.filter(({ line }) => line === id)
			.reduce((sum, one) => sum + one.quantity, 0);
		if (packed < quantity) {
			throw refused(
				`oker: Oker ships an order only as a whole, and ${packed} of ${quantity} units of item ${id} of order ${number} are in its parcel. Pack all of them, or cancel the order.`,
			);
		}
		if (location !== null && facility !== null && location !== facility) {
			throw refused(
				`oker: order ${number} is packed at warehouse ${location}, and Oker has it shipped from ${facility}. Ship it from the hub of ${facility}, or cancel it.`,
			);
		}
	}
}

/** What the customer has cancelled of single items, and the hub has packed: it follows orders only as a whole. */
export function leftOut({ lines }: UpdateParcel, state: OrderState): readonly string[] {
	const open = openItems(state).map(({ id }) => id);
	return [...new Set(lines.map(({ line }) => line))]
		.filter((line) => !open.includes(line))
		.map((line) => `item ${line} is cancelled on Oker and stays in the hub`);
}
