import type { ChannelUpdate } from '../../domain/channelUpdate';
import { refused } from '../../domain/failure';
import type { Failure } from '../../domain/failure';
import type { Http, UpdateSent } from '../connector';
import { attempt, refusalOf } from './answer';
import * as requests from './requests';
import { lookAt } from './shipmentState';
import type { ShipmentSeen } from './shipmentState';

/** Looks first, since the shipment may have moved on: Amazon cancels it whole and in some states only (reference/amazon-seller-flex.md 7). */
export async function cancel(http: Http, update: ChannelUpdate): Promise<UpdateSent> {
	const seen = await lookAt(http, update);
	if (seen.status === 'CANCELLED') return already(update);
	if (!isEligible(seen)) throw tooLate(update, seen);
	const rejection = {
		// The same for the same order, so that a repetition is one and the same rejection.
		referenceId: `hub-${update.order}`,
		reason: reasonOf(update),
		lines: seen.memo.lines.map(({ id }) => id),
	};
	const request = requests.reject(update.order, rejection);
	const answer = await attempt(http, request, `the cancel of order ${update.number}`);
	if (!('refusal' in answer)) return sent(update);
	const now = await lookAt(http, update);
	if (now.status === 'CANCELLED') return already(update);
	throw isEligible(now) ? refusalOf(answer.refusal) : tooLate(update, now);
}

const left = /^(SHIPPED|DELIVERED)$/;

const isEligible = ({ status, memo: { rejectable } }: ShipmentSeen): boolean =>
	!left.test(status) && (rejectable.length === 0 || rejectable.includes(status));

/** Amazon knows two: the customer asked for it, or the seller cannot deliver. */
const reasonOf = ({ reason }: ChannelUpdate): requests.Rejection['reason'] =>
	reason === 'customer_requested' ? 'CUSTOMER_REQUESTED' : 'OUT_OF_STOCK';

function tooLate({ number }: ChannelUpdate, { status, memo }: ShipmentSeen): Failure {
	if (left.test(status)) {
		return refused(
			`amazonSellerFlex: order ${number} is ${status} on Amazon, and a shipped order cannot be cancelled there. Handle it as a return.`,
		);
	}
	return refused(
		`amazonSellerFlex: order ${number} is ${status} on Amazon, which lets a seller cancel only in ${memo.rejectable.join(', ')}. Ship it, or ask Seller Support to cancel it.`,
	);
}

const sent = ({ number }: ChannelUpdate): UpdateSent => ({
	outcome: 'sent',
	detail: `Order ${number}: cancelled.`,
});

const already = ({ number }: ChannelUpdate): UpdateSent => ({
	outcome: 'already',
	detail: `Order ${number} was cancelled already.`,
});
