import type { ChannelInvoice, ChannelUpdate, UpdateParcel } from '../../domain/channelUpdate';
import type { Http } from '../connector';
import { judged } from './acks';
import { ask, attempt } from './answer';
import type { Gateway } from './gateway';
import { invoiceIn } from './invoice';
import { keyOf } from './keys';
import { isCancelled, itemIds, lookAt, openItems } from './orderState';
import type { OrderState } from './orderState';
import { cancelledThere } from './refusing';
import { refusalOf } from './refusals';
import type { Refused } from './refusals';
import * as requests from './requests';
import { sizeOf } from './size';

/** An update on its way. */
export interface Telling {
	readonly http: Http;
	readonly gateway: Gateway;
	readonly update: ChannelUpdate;
	readonly parcel: UpdateParcel;
	/** What was changed on Oker, for a person to read. */
	readonly done: string[];
}

/** `counts`: the invoice as it was first told, whatever is `told` by now. */
export interface Issued {
	readonly counts: ChannelInvoice;
	readonly told: ChannelInvoice;
}

/** The channel's invoice of the order, made where there is none yet. One that the hub knows is never exchanged for another. */
export async function invoiced(telling: Telling, state: OrderState): Promise<Issued> {
	const told = await toldInvoice(telling, state);
	return { counts: telling.parcel.invoice ?? told, told };
}

async function toldInvoice(telling: Telling, state: OrderState): Promise<ChannelInvoice> {
	const { http, gateway, update, done } = telling;
	const what = `the invoice of order ${update.number}`;
	if (state.isInvoiced) {
		const request = requests.invoiceDetails(update.order, itemIds(state), !gateway.pack);
		return invoiceIn(await ask(http, request, what));
	}
	const answer = await attempt(http, packRequest(telling, state), what);
	if ('refusal' in answer) throw await failureOf(telling, answer);
	const invoice = invoiceIn(answer);
	done.push(`invoice ${invoice.code} made`);
	return invoice;
}

/** Without an explicit moment, the first reading of the invoice is it (rule 3 of the contract). */
function packRequest({ gateway, update, parcel }: Telling, state: OrderState) {
	if (!gateway.pack) return requests.invoiceDetails(update.order, itemIds(state), true);
	const [first] = openItems(state);
	const size = sizeOf(parcel);
	const body = {
		orderId: update.order,
		...(first?.facility != null && { facilityCode: first.facility }),
		packageReference: String(parcel.parcel),
		...(size !== null && { boxes: [size] }),
		orderItems: openItems(state).map(({ id, quantity }) => ({ orderItemId: id, quantity })),
	};
	return requests.packOrder(body, keyOf(gateway, 'pack', state, body));
}

/** The customer may have cancelled it between the look and the call. */
async function failureOf({ http, update }: Telling, { refusal }: Refused) {
	const now = await lookAt(http, update);
	return isCancelled(now) ? cancelledThere(update) : refusalOf(refusal);
}

/** Tells size and weight of the box, where the gateway wants to know and the hub does. Answers whether it is told by now. */
export async function measured(
	{ http, gateway, update, parcel, done }: Telling,
	state: OrderState,
	invoice: ChannelInvoice,
): Promise<boolean> {
	const isTold = state.memo?.isMeasured ?? false;
	const size = sizeOf(parcel);
	if (isTold || !gateway.shipmentDetails || size === null) return isTold;
	const orderItems = openItems(state).flatMap(({ id, quantity }) =>
		Array.from({ length: quantity }, () => ({
			orderItemId: id,
			invoiceNumber: invoice.code,
			invoiceDate: invoice.at,
		})),
	);
	const body = { ...size, orderItems };
	const request = requests.shipmentDetails(body, keyOf(gateway, 'measure', state, body));
	const what = `the size of order ${update.number}`;
	const ack = judged(await ask(http, request, what), what);
	if ('refusal' in ack) throw refusalOf(ack.refusal);
	done.push('size and weight told');
	return true;
}
