import { Failure, refused } from '../../domain/failure';
import type { Http } from '../connector';
import { part, partOrNull, reading, sound, textOrNull } from '../fields';
import type { Reading } from '../fields';
import { ask, attempt } from './answer';
import { existing } from './approving';
import { orderOf } from './orderRows';
import { refusalOf } from './refusal';
import { attachShipment, bookShipment, shipmentStatus } from './requests';
import type { OmnifulOrder, OmnifulShipment } from './types';

/** A shipment of Omniful, as people see it. */
export interface Shipment {
	readonly order: string;
	readonly carrier: string | null;
	readonly tracking: string | null;
	readonly trackingUrl: string | null;
	/** Where the label is. */
	readonly label: string | null;
	readonly status: string | null;
}

/** The steps that Omniful can be told of (reference/omniful.md 1.8). */
export const shipmentSteps = [
	'dispatched',
	'in_transit',
	'out_for_delivery',
	'delivered',
	'return_to_origin',
] as const;

const shipmentIn = (order: string, from: Reading<OmnifulShipment> | null): Shipment => ({
	order,
	carrier: (from && textOrNull(from, 'shipping_partner_name')) || null,
	tracking: (from && textOrNull(from, 'awb_number')) || null,
	trackingUrl: (from && textOrNull(from, 'tracking_url')) || null,
	label: (from && textOrNull(from, 'awb_label')) || null,
	status: (from && textOrNull(from, 'delivery_status')) || null,
});

/** What Omniful has of it, with no tracking number where there is none. */
export async function shipmentOf(http: Http, id: string): Promise<Shipment> {
	const raw = await orderOf(http, id);
	if (raw === null) throw refused(`omniful: there is no order ${id}.`);
	const from = reading<OmnifulOrder>(raw);
	const shipment = shipmentIn(id, partOrNull(from, 'shipment'));
	sound('omniful', from);
	return shipment;
}

export interface Parcel {
	readonly boxes: number;
	/** Kilograms; 0 where nobody weighed it. */
	readonly weight: number;
	readonly remarks: string;
}

/** Has Omniful book a carrier, once: a shipment that is there already is given again. */
export async function book(
	http: Http,
	id: string,
	{ boxes, weight, remarks }: Parcel,
): Promise<Shipment & { readonly outcome: 'sent' | 'already' }> {
	const { orderId } = await existing(http, id);
	const request = bookShipment(orderId, {
		number_of_boxes: boxes,
		...(weight > 0 && { weight }),
		...(remarks !== '' && { remarks }),
	});
	const answer = await attempt<OmnifulShipment>(http, request);
	if (!('words' in answer)) {
		const made = shipmentIn(id, part(answer.from, 'data'));
		sound('omniful', answer.from);
		return { outcome: 'sent', ...made };
	}
	// A try before this one may have been answered to nobody.
	const there = await shipmentOf(http, id);
	if (there.tracking !== null) return { outcome: 'already', ...there };
	throw refusalOf(answer, `a shipment of order ${orderId}`);
}

export interface OwnShipment extends Parcel {
	readonly awb: string;
	/** The tag of the carrier: one that Omniful does not know counts as manual. */
	readonly carrier: string;
	readonly trackingUrl: string;
	readonly label: string;
}

/** A number of the channel's own, for orders whose shipment type says so. The same again changes nothing. */
export async function attach(http: Http, id: string, own: OwnShipment): Promise<Shipment> {
	const { orderId } = await existing(http, id);
	const { awb, carrier, trackingUrl, label, boxes, weight, remarks } = own;
	const request = attachShipment(orderId, {
		awb_number: awb,
		courier_partner: { tag: carrier },
		...(trackingUrl !== '' && { tracking_url: trackingUrl }),
		...(label !== '' && { awb_label: label }),
		package_details: {
			number_of_boxes: boxes,
			...(weight > 0 && { weight }),
			...(remarks !== '' && { remarks }),
		},
	});
	const { from } = await ask<OmnifulShipment>(http, request, `the shipment of order ${orderId}`);
	const made = shipmentIn(id, part(from, 'data'));
	sound('omniful', from);
	return made;
}

export async function setShipmentStatus(http: Http, id: string, step: string): Promise<void> {
	const { orderId } = await existing(http, id);
	await ask(http, shipmentStatus(orderId, step), `the shipment of order ${orderId}`);
}

/** The bytes of the label as base64: Omniful has an address of it, and no call (reference/omniful.md 1.8). */
export async function labelOf(http: Http, id: string): Promise<string> {
	const { label } = await shipmentOf(http, id);
	if (label === null)
		throw refused(`omniful: order ${id} has no label yet. Book a shipment first.`);
	const { status, body } = await http({ method: 'GET', path: '', document: label });
	if (status === 200 && typeof body === 'string' && body !== '') return body;
	throw new Failure(
		'unavailable',
		`omniful: the label of order ${id} is not to be had (status ${status}). Try again later.`,
	);
}
