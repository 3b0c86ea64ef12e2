import type { ChannelUpdate } from '../../domain/channelUpdate';
import { refused } from '../../domain/failure';
import type { Failure } from '../../domain/failure';
import { epochMs } from '../../domain/instant';
import type { Http, UpdateSent } from '../connector';
import { attempt } from './answer';
import { memoIn } from './memo';
import { hasLeft, invoicesIn, isCancelled, lookAt } from './orderState';
import type { OrderState } from './orderState';
import { refusalOf } from './refusals';
import { orderCancellation } from './requests';
import { openCodes, statusLabel } from './statuses';
import { minuteMs, nowAt, waits } from './waiting';

/** How long an order may go on showing itself open after its cancel was taken. */
const patienceMs = 30 * minuteMs;

/** Cancels the order as a whole: there is no other way. What counts is what the order shows then (reference/babyshop-vinculum.md 12). */
export async function cancel(http: Http, update: ChannelUpdate): Promise<UpdateSent> {
	const seen = await lookAt(http, update);
	if (isCancelled(seen)) return already(update);
	if (!isEligible(seen)) throw tooLate(update, seen);
	const takenAt = memoIn(update.memo)?.cancelledAt;
	if (takenAt !== undefined) return stillOpen(update, seen, takenAt);
	const what = `the cancel of order ${update.number}`;
	const answer = await attempt(http, orderCancellation(update.order), what);
	const now = await lookAt(http, update);
	if (isCancelled(now)) return sent(update);
	if (!('refusal' in answer)) return stillOpen(update, now, nowAt(update, now) ?? undefined);
	throw isEligible(now) ? refusalOf(answer.refusal) : tooLate(update, now);
}

const isEligible = (state: OrderState): boolean =>
	openCodes.includes(state.status) && invoicesIn(state).length === 0;

/** It is not sent again: the channel has it. */
function stillOpen(
	update: ChannelUpdate,
	state: OrderState,
	cancelledAt: string | undefined,
): UpdateSent {
	const now = nowAt(update, state);
	const isLate =
		now !== null && cancelledAt !== undefined && epochMs(now) - epochMs(cancelledAt) >= patienceMs;
	if (isLate) throw neverShown(update, state);
	const known = { ...state, memo: { ...state.memo, cancelledAt } };
	const why = 'Babyshop has taken its cancel and does not show it yet';
	return waits(update, known, { minutes: 2, why });
}

function tooLate({ number }: ChannelUpdate, state: OrderState): Failure {
	if (hasLeft(state)) {
		return refused(
			`babyshop: order ${number} is ${statusLabel(state.status)} on Babyshop, and a shipped order cannot be cancelled there. Handle it as a return.`,
		);
	}
	const invoices = invoicesIn(state).join(', ');
	const shipment = invoices === '' ? '' : ` with shipment ${invoices}`;
	return refused(
		`babyshop: order ${number} is ${statusLabel(state.status)} on Babyshop${shipment}, and an order is cancelled there only before its shipment is made. Ship it, or ask Babyshop to cancel it.`,
	);
}

const neverShown = ({ number }: ChannelUpdate, { status }: OrderState): Failure =>
	refused(
		`babyshop: Babyshop took the cancel of order ${number} and still shows it as ${statusLabel(status)}. Cancel it in the seller panel.`,
	);

const sent = ({ number }: ChannelUpdate): UpdateSent => ({
	outcome: 'sent',
	detail: `Order ${number}: cancelled.`,
});

const already = ({ number }: ChannelUpdate): UpdateSent => ({
	outcome: 'already',
	detail: `Order ${number} was cancelled already.`,
});
