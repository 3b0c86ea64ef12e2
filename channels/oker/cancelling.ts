import type { CancelReason, ChannelUpdate } from '../../domain/channelUpdate';
import { refused } from '../../domain/failure';
import type { Failure } from '../../domain/failure';
import type { Http, UpdateSent } from '../connector';
import { judged } from './acks';
import { attempt } from './answer';
import { gatewayOf } from './gateway';
import type { Gateway } from './gateway';
import { keyOf } from './keys';
import { isCancelled, lookAt, openItems, stateLabel } from './orderState';
import type { OrderState } from './orderState';
import { refusalOf } from './refusals';
import * as requests from './requests';
import { hasLeft } from './statuses';

/** Cancels the order as a whole, and only before it is invoiced. The hub's order is off once Oker has taken it. */
export async function cancel(http: Http, update: ChannelUpdate): Promise<UpdateSent> {
	const gateway = await gatewayOf(http);
	const seen = await lookAt(http, update);
	if (isCancelled(seen)) return already(update);
	if (seen.isInvoiced) throw tooLate(update, seen);
	const body = bodyOf(update, seen, gateway);
	const what = `the cancel of order ${update.number}`;
	const request = requests.cancelOrder(body, keyOf(gateway, 'cancel', seen, body));
	const answer = await attempt(http, request, what);
	const ack = 'refusal' in answer ? answer : judged(answer, what);
	if (!('refusal' in ack)) return sent(update);
	const now = await lookAt(http, update);
	if (isCancelled(now)) return sent(update);
	const { code } = ack.refusal;
	const isLate = now.isInvoiced || code === 'ALREADY_INVOICED' || code === 'ALREADY_DISPATCHED';
	throw isLate ? tooLate(update, now) : refusalOf(ack.refusal);
}

function bodyOf(update: ChannelUpdate, state: OrderState, { isExtended }: Gateway) {
	const reason = reasonOf(update);
	return {
		orderId: update.order,
		...(isExtended && reason !== null && { cancellationReason: reason }),
		orderItems: openItems(state).map(({ id, productId, variantId, quantity }) => ({
			orderItemId: id,
			productId,
			variantId,
			quantity,
		})),
	};
}

const words: Readonly<Record<CancelReason, string>> = {
	customer_requested: 'Requested by the customer',
	out_of_stock: 'Out of stock',
};

const mostCharacters = 100;

function reasonOf({ reason, channelReason }: ChannelUpdate): string | null {
	const said = channelReason?.trim() || (reason === undefined ? '' : words[reason]);
	return said === '' ? null : said.slice(0, mostCharacters);
}

function tooLate({ number }: ChannelUpdate, state: OrderState): Failure {
	if (openItems(state).some(({ status }) => hasLeft(status))) {
		return refused(
			`oker: order ${number} is ${stateLabel(state)} on Oker, and a shipped order cannot be cancelled there. Handle it as a return.`,
		);
	}
	return refused(
		`oker: order ${number} is invoiced on Oker, and an order is cancelled there only before that. Ship it, or ask Oker to cancel it.`,
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
