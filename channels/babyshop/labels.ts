import type { Label } from '../../domain/channelUpdate';
import { Failure, refused } from '../../domain/failure';
import type { Http } from '../connector';
import { labelOf } from './label';
import { invoicesIn, isCancelled, lookAt, shipmentsIn } from './orderState';

export interface AwbLabel {
	readonly invoice: string;
	/** The tracking number. */
	readonly awb: string;
	readonly carrier: string | null;
	readonly label: Label;
}

/** The labels of an order, one for each shipment. Refuses where it has none; `unavailable` where something of it is not there yet. */
export async function awbLabels(http: Http, orderNo: string): Promise<readonly AwbLabel[]> {
	const state = await lookAt(http, { order: orderNo, number: orderNo });
	if (isCancelled(state)) {
		throw refused(`babyshop: order ${orderNo} is cancelled on Babyshop, so it has no label.`);
	}
	const invoices = invoicesIn(state);
	if (invoices.length === 0) throw noShipment(orderNo);
	const shipments = shipmentsIn(state);
	if (shipments.length < invoices.length) throw notYet(orderNo, 'tracking number (AWB)');
	const labels: AwbLabel[] = [];
	for (const { invoice, awb, carrier } of shipments) {
		const label = await labelOf(http, invoice);
		if (label === null) throw notYet(orderNo, 'label');
		labels.push({ invoice, awb, carrier, label });
	}
	return labels;
}

const noShipment = (orderNo: string) =>
	refused(
		`babyshop: order ${orderNo} has no shipment on Babyshop yet. It is made when the hub says that the order is packed.`,
	);

const laterMs = 60_000;

const notYet = (orderNo: string, what: string) =>
	new Failure(
		'unavailable',
		`babyshop: Babyshop has not given the ${what} of order ${orderNo} yet. Try again in a minute.`,
		laterMs,
	);
