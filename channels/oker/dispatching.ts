import type { ChannelInvoice } from '../../domain/channelUpdate';
import { judged } from './acks';
import { attempt } from './answer';
import { ratesOf } from './invoice';
import { keyOf } from './keys';
import { isCancelled, isGone, lookAt, openItems } from './orderState';
import type { OrderState } from './orderState';
import type { Telling } from './packing';
import { cancelledThere } from './refusing';
import { refusalOf } from './refusals';
import * as requests from './requests';
import type { Dispatch } from './requests';

/** Tells that the order has left, all of it. A refusal is none where the order shows that it has. */
export async function dispatch(
	telling: Telling,
	state: OrderState,
	invoice: ChannelInvoice,
): Promise<void> {
	const { http, gateway, update, done } = telling;
	const { manifest } = update;
	const body: Dispatch = {
		...(gateway.isExtended && { orderId: update.order }),
		...(gateway.isExtended && manifest !== undefined && { manifestReference: manifest }),
		orderItems: openItems(state).map((item) => ({
			orderItemId: item.id,
			quantity: item.quantity,
			...ratesOf(invoice, item),
		})),
	};
	const what = `the dispatch of order ${update.number}`;
	const request = requests.dispatchOrder(body, keyOf(gateway, 'dispatch', state, body));
	const answer = await attempt(http, request, what);
	const ack = 'refusal' in answer ? answer : judged(answer, what);
	if ('refusal' in ack) {
		const now = await lookAt(http, update);
		if (isCancelled(now)) throw cancelledThere(update);
		if (!isGone(now)) throw refusalOf(ack.refusal);
	}
	done.push(manifest === undefined ? 'dispatched' : `dispatched with manifest ${manifest}`);
}
