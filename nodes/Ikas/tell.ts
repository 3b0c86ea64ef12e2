import type { IExecuteFunctions } from 'n8n-workflow';
import { parcelMeanings, parcelStatuses } from '../../channels/ikas/updates';
import { isUrgent } from '../../domain/channelUpdate';
import type { ChannelUpdate, Tracking, UpdateParcel } from '../../domain/channelUpdate';
import { refused } from '../../domain/failure';
import type { Order } from '../../domain/order';
import { isDryRun } from '../shared/dryRun';
import { eachItem } from '../shared/eachItem';
import { count, oneOf, rowsOf, text } from '../shared/parameters';
import { rehearsed } from '../shared/notSent';
import { one } from '../shared/row';
import { access } from './access';
import { onIkas } from './onIkas';
import { readOrder } from './orderWithId';

type Told = Omit<ChannelUpdate, 'order' | 'number'>;
type Tell = (context: IExecuteFunctions, item: number, order: Order) => Told;

/** Tells ikas of one order what a person says, by the rules of the outbox: it looks first and sends what is missing. */
const tells = (told: Tell) =>
	eachItem(async (context, item) => {
		const order = await readOrder(context, item);
		const { id, number } = order;
		const update = { ...told(context, item, order), order: id, number };
		const isTried = isDryRun(context, item);
		const sending = onIkas(context, (http) => access.connector.updates.send(http, update), {
			isUrgent: isUrgent(update),
			isDryRun: isTried,
		});
		const sent = isTried ? await rehearsed(sending) : await sending;
		return one({ id, number, channelStatus: update.channelStatus, ...sent });
	});

export const updateStatus = tells((context, item, order) => {
	const channelStatus = oneOf(parcelStatuses, text(context, 'status', item), 'status');
	const parcels = [parcelOf(context, item, order, null)];
	return { effect: 'status', hubStatus: parcelMeanings[channelStatus], channelStatus, parcels };
});

export const ship = tells((context, item, order) => ({
	effect: 'status',
	hubStatus: 'shipped',
	channelStatus: 'package:FULFILLED',
	parcels: [parcelOf(context, item, order, trackingOf(context, item))],
}));

export const cancel = tells(() => ({
	effect: 'cancel',
	hubStatus: 'cancelled',
	channelStatus: 'status:CANCELLED',
	parcels: [],
}));

/** The lines that the user named, or all that are open. No parcel of the ledger stands behind it. */
function parcelOf(
	context: IExecuteFunctions,
	item: number,
	order: Order,
	tracking: Tracking | null,
): UpdateParcel {
	const named = rowsOf(context, 'options.lines', item, ['line', 'quantity']).map(
		({ line, quantity }) => ({ line, quantity: count(quantity, 'quantity') }),
	);
	const open = order.lines
		.map(({ id, ordered, cancelled }) => ({ line: id, quantity: ordered - cancelled }))
		.filter(({ quantity }) => quantity > 0);
	return { parcel: 0, location: null, lines: named.length > 0 ? named : open, tracking };
}

function trackingOf(context: IExecuteFunctions, item: number): Tracking | null {
	const number = text(context, 'trackingNumber', item);
	const carrier = text(context, 'options.carrier', item) || null;
	const url = text(context, 'options.trackingUrl', item) || null;
	if (number !== '') return { number, carrier, url };
	if (carrier === null && url === null) return null;
	throw refused('A carrier or a link was given without a tracking number. Enter the number, too.');
}
