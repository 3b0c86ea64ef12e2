import type { IExecuteFunctions } from 'n8n-workflow';
import type { Http } from '../../channels/connector';
import { isUrgent } from '../../domain/channelUpdate';
import type { ChannelUpdate, Tracking, UpdateParcel } from '../../domain/channelUpdate';
import { refused } from '../../domain/failure';
import type { Order } from '../../domain/order';
import type { AccessTo } from '../shared/channelAccess';
import { isDryRun } from '../shared/dryRun';
import { eachItem } from '../shared/eachItem';
import { rehearsed } from '../shared/notSent';
import { count, rowsOf, text } from '../shared/parameters';
import { one } from '../shared/row';
import { inQuota } from './inQuota';
import { readOrder } from './orderWithId';

type Told = Omit<ChannelUpdate, 'order' | 'number'>;
type Tell = (context: IExecuteFunctions, item: number, order: Order) => Told;

/** Tells the channel of one order what a person says, by the rules of the outbox: it looks first and sends what is missing. */
export const tells = (access: AccessTo<'orders' | 'updates'>, told: Tell) =>
	eachItem(async (context, item) => {
		const order = await readOrder(context, item, access);
		const { id, number } = order;
		const update = { ...told(context, item, order), order: id, number };
		const isTried = isDryRun(context, item);
		const send = (http: Http) => access.connector.updates.send(http, update, true);
		const sending = inQuota(context, access, send, {
			isUrgent: isUrgent(update),
			isDryRun: isTried,
		});
		const sent = isTried ? await rehearsed(sending) : await sending;
		return one({ id, number, channelStatus: update.channelStatus, ...sent });
	});

/** The lines that the user named, or all that are open. No parcel of the ledger stands behind it. */
export function parcelOf(
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

/** What the user said of the parcel's way, or null where that is nothing. */
export function trackingOf(context: IExecuteFunctions, item: number): Tracking | null {
	const number = text(context, 'trackingNumber', item);
	const carrier = text(context, 'options.carrier', item) || null;
	const url = text(context, 'options.trackingUrl', item) || null;
	if (number !== '') return { number, carrier, url };
	if (carrier === null && url === null) return null;
	throw refused('A carrier or a link was given without a tracking number. Enter the number, too.');
}
