import type { CancelReason, ChannelUpdate } from '../../domain/channelUpdate';
import { refused } from '../../domain/failure';
import type { OmsReference } from '../../domain/oms';
import type { Http, UpdateSent } from '../connector';
import { reading, sound } from '../fields';
import { attempt } from './answer';
import { orderId } from './orderKey';
import { orderOf, rowIn } from './orderRows';
import type { OrderRow } from './orderRows';
import { refusalOf } from './refusal';
import { cancelOrder } from './requests';
import { hasLeft } from './statuses';
import type { OmnifulOrder } from './types';

/** What the hub's reasons are in Omniful, where a reason is any text. */
export const reasonWords = {
	customer_requested: 'Cancelled by the customer',
	out_of_stock: 'Out of stock',
} as const satisfies Record<CancelReason, string>;

/** Omniful wants one (reference/omniful.md 1.7). */
const noReason = 'Cancelled by Order Hub';

/** Cancels the order as a whole. The channel is told by the hub, not by Omniful. */
export async function cancel(http: Http, update: ChannelUpdate): Promise<UpdateSent> {
	const { handOver, number } = update;
	if (handOver === undefined) throw refused(`omniful: nothing was handed over of order ${number}.`);
	const before = await stateOf(http, handOver.id ?? orderId(handOver));
	if (before === null || before.status === 'cancelled') return already(update, before);
	if (hasLeft(before.status)) throw left(update);
	const reason = update.reason === undefined ? noReason : reasonWords[update.reason];
	const answer = await attempt(http, cancelOrder(before.orderId, reason));
	const after = await stateOf(http, before.id);
	if (after?.status === 'cancelled') {
		return 'words' in answer ? already(update, after) : sent(update, after);
	}
	if (!('words' in answer)) throw unseen(update);
	if (after === null) return already(update, after);
	if (hasLeft(after.status)) throw left(update);
	throw refusalOf(answer, `the cancel of order ${number}`);
}

/** Null where Omniful has no such order. */
async function stateOf(http: Http, id: string): Promise<OrderRow | null> {
	const raw = await orderOf(http, id);
	if (raw === null) return null;
	const from = reading<OmnifulOrder>(raw);
	const row = rowIn(from);
	sound('omniful', from);
	return row;
}

export const referenceOf = ({ id, orderId: given, alias }: OrderRow): OmsReference => ({
	id,
	number: alias ?? given,
});

const already = ({ number }: ChannelUpdate, order: OrderRow | null): UpdateSent =>
	order === null
		? { outcome: 'already', detail: `Order ${number} is not in Omniful, so it ships nothing.` }
		: {
				outcome: 'already',
				detail: `Order ${number} was cancelled in Omniful already.`,
				omsOrder: referenceOf(order),
			};

const sent = ({ number }: ChannelUpdate, order: OrderRow): UpdateSent => ({
	outcome: 'sent',
	detail: `Order ${number}: cancelled in Omniful.`,
	omsOrder: referenceOf(order),
});

const unseen = ({ number }: ChannelUpdate) =>
	refused(
		`omniful: took the cancel of order ${number}, and does not show it as cancelled. Look at it in Omniful.`,
	);

const left = ({ number }: ChannelUpdate) =>
	refused(
		`omniful: order ${number} has left with the carrier, so it is not cancelled there. Handle it as a return.`,
	);
