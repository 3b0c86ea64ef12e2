import type { Box } from '../../domain/box';
import type { ChannelUpdate } from '../../domain/channelUpdate';
import { refused } from '../../domain/failure';
import { openLines } from './orderState';
import type { OrderState } from './orderState';
import type { Parcel } from './requests';

const unknown: Parcel = { length: '', bredth: '', height: '', weight: '' };

const gramsPerKilogram = 1_000;

const told = ({ length, width, height, weight }: Box): Parcel => ({
	length: String(length),
	bredth: String(width),
	height: String(height),
	weight: String(weight / gramsPerKilogram),
});

/** The size of the shipment, where the order goes in one parcel whose size is known: the channel can do without. */
export function sizeOf({ parcels }: ChannelUpdate): Parcel {
	const [only, ...others] = parcels;
	return only?.box != null && others.length === 0 ? told(only.box) : unknown;
}

/** All open lines go in one call, whole: none may be left in the hub. */
export function checkPacked({ number, parcels }: ChannelUpdate, state: OrderState): void {
	for (const { id, open } of openLines(state)) {
		const packed = parcels
			.flatMap(({ lines }) => lines)
			.filter(({ line }) => line === id)
			.reduce((sum, { quantity }) => sum + quantity, 0);
		if (packed < open) {
			throw refused(
				`babyshop: Babyshop ships an order only as a whole, and ${packed} of ${open} units of line ${id} of order ${number} are in its parcels. Pack all of them, or cancel the order.`,
			);
		}
	}
}

/** What the channel has cancelled of single lines, and the hub has packed: it follows orders only as a whole. */
export function leftOut({ parcels }: ChannelUpdate, state: OrderState): readonly string[] {
	const packed = parcels.flatMap(({ lines }) => lines.map(({ line }) => line));
	const open = openLines(state).map(({ id }) => id);
	return [...new Set(packed)]
		.filter((line) => !open.includes(line))
		.map((line) => `line ${line} is cancelled on Babyshop and not in it`);
}
