import type { Label, Tracking } from '../../domain/channelUpdate';
import { refused } from '../../domain/failure';
import { reading, sound } from '../fields';
import { ask, attemptFile, fieldsOf } from './answer';
import { itemIds } from './orderState';
import type { OrderState } from './orderState';
import type { Telling } from './packing';
import { refusalOf } from './refusals';
import * as requests from './requests';
import type { OkerCourier } from './types';
import { word, wordOrNull } from './values';

/** The marketplace's courier and its tracking number, or null while none is assigned: that is no fault. */
export async function courierOf(
	{ http, update: { number } }: Telling,
	state: OrderState,
): Promise<Tracking | null> {
	const request = requests.courierDetails(itemIds(state));
	const from = reading<OkerCourier>(
		fieldsOf(await ask(http, request, `the courier of order ${number}`)),
	);
	const status = word(from, 'status');
	const awb = status === 'AVAILABLE' ? word(from, 'awbNo') : null;
	sound('oker', from);
	if (status === 'SELLER_SHIPPING') throw sellerShips(number);
	if (awb === null) return null;
	const carrier = wordOrNull(from, 'courierName') ?? wordOrNull(from, 'courierCode');
	return { number: awb, carrier, url: null };
}

const sellerShips = (number: string) =>
	refused(
		`oker: the gateway says that the seller ships order ${number}, and on Oker the marketplace does. Have whoever runs the gateway correct its configuration.`,
	);

/** The label, or how long to wait for it, in ms. */
export async function labelOf(
	{ http, gateway, update: { number } }: Telling,
	state: OrderState,
): Promise<Label | number> {
	const request = requests.label(itemIds(state), gateway.labelPdf);
	const answer = await attemptFile(http, request, `the label of order ${number}`);
	if (!('refusal' in answer)) return { mimeType: 'application/pdf', base64: answer.base64 };
	const { status, code, waitMs } = answer.refusal;
	// A gateway of Core level gives no code, and the order is invoiced: what else could be missing.
	const isLate = code === 'LABEL_NOT_READY' || (status === 409 && code === null);
	if (!isLate) throw refusalOf(answer.refusal);
	return waitMs ?? 0;
}
