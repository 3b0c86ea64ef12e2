import type { ChannelUpdate, UpdateParcel } from '../../domain/channelUpdate';
import { refused } from '../../domain/failure';
import type { Http } from '../connector';
import { judged } from './acks';
import { ask, attempt } from './answer';
import type { Gateway } from './gateway';
import { invoiceIn } from './invoice';
import type { Invoice } from './invoice';
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

/** The channel's invoice of the order, made where there is none yet. One that the hub knows is never exchanged for another. */
export async function invoiced(telling: Telling, state: OrderState): Promise<Invoice> {
	const { http, gateway, update, done } = telling;
	const what = `the invoice of order ${update.number}`;
	const isMade = state.isInvoiced;
	if (isMade) {
		const request = requests.invoiceDetails(update.order, itemIds(state), !gateway.pack);
		return unchanged(update, state, invoiceIn(await ask(http, request, what)));
	}
	const answer = await attempt(http, packRequest(telling, state), what);
	if ('refusal' in answer) throw await failureOf(telling, answer);
	const invoice = unchanged(update, state, invoiceIn(answer));
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

function unchanged({ number }: ChannelUpdate, { memo }: OrderState, invoice: Invoice): Invoice {
	if (memo === null || memo.invoice === invoice.code) return invoice;
	throw refused(
		`oker: Oker now says that the invoice of order ${number} is ${invoice.code}, and it was ${memo.invoice}. The first one stays: ask Oker which is right.`,
	);
}

/** Tells size and weight of the box, where the gateway wants to know and the hub does. Answers whether it is told by now. */
export async function measured(
	{ http, gateway, update, parcel, done }: Telling,
	state: OrderState,
	invoice: Invoice,
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
