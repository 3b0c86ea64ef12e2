import type { Http } from '../connector';
import { isFields, reading, sound } from '../fields';
import { ask } from './answer';
import { listIn } from './lists';
import { invoicesIn, openLines } from './orderState';
import type { OrderState } from './orderState';
import { fetchInvoice } from './requests';
import type { BabyshopInvoiceItem } from './types';
import { word, wordOrNull } from './values';

/** Whether each open line has the tracking number of its shipment. */
export const isNumbered = (state: OrderState): boolean =>
	openLines(state).every(({ awb }) => awb !== null);

/** The order with what its shipments say now: status, tracking numbers and couriers. */
export async function numbered(http: Http, before: OrderState): Promise<OrderState> {
	let state = before;
	for (const invoice of invoicesIn(before)) {
		const { body, clock } = await ask(http, fetchInvoice(invoice), `shipment ${invoice}`);
		for (const raw of listIn(body, 'invoiceItems')) state = withItem(state, invoice, raw);
		state = { ...state, clock: clock ?? state.clock };
	}
	return state;
}

function withItem(state: OrderState, invoice: string, raw: unknown): OrderState {
	const from = reading<BabyshopInvoiceItem>(isFields(raw) ? raw : {});
	const id = word(from, 'lineNo');
	const status = word(from, 'orderStatus');
	const awb = wordOrNull(from, 'lineTrackingNo');
	const carrier = wordOrNull(from, 'lineTransporterName');
	sound('babyshop', from);
	const lines = state.memo.lines.map((line) =>
		line.id === id && line.invoice === invoice ? { ...line, awb, carrier } : line,
	);
	return { ...state, status, memo: { ...state.memo, lines } };
}
