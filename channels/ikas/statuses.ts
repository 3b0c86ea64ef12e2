import type { HubStatus } from '../../domain/hubStatus';
import type { ChannelStatus } from '../connector';
import { isFields } from '../fields';
import type { Fields } from '../fields';

/** What ikas says when asked is used first; this is API v1, for when it does not answer (reference/ikas.md 7). */
const known = {
	status:
		'CREATED DRAFT WAITING_UPSELL_ACTION PARTIALLY_CANCELLED CANCELLED PARTIALLY_REFUNDED REFUNDED REFUND_REQUESTED REFUND_REJECTED',
	payment: 'WAITING PARTIALLY_PAID PAID OVER_PAID FAILED REFUNDED',
	package:
		'UNFULFILLED PLANNED PARTIALLY_READY_FOR_SHIPMENT READY_FOR_SHIPMENT READY_FOR_PICK_UP PARTIALLY_FULFILLED FULFILLED PARTIALLY_DELIVERED DELIVERED UNABLE_TO_DELIVER CANCEL_REQUESTED CANCEL_REJECTED PARTIALLY_CANCELLED CANCELLED REFUND_REQUESTED REFUND_REQUEST_ACCEPTED REFUND_REJECTED RETURN_PARCEL_WAITING RETURN_IN_TRANSIT RETURN_DELIVERED RETURN_REJECTED PARTIALLY_REFUNDED REFUNDED',
} as const;

type Dimension = keyof typeof known;

const titles: readonly (readonly [Dimension, string])[] = [
	['status', 'Order'],
	['payment', 'Payment'],
	['package', 'Package'],
];

/** Where the panel's word is not the value in plain letters (reference/ikas.md 7.1). */
const panelWords: Readonly<Record<string, string>> = {
	'payment:WAITING': 'Awaiting payment',
	'package:FULFILLED': 'Shipped',
	'package:PARTIALLY_FULFILLED': 'Partially shipped',
};

/** The first key of an order that is mapped decides, so these five tell all that a new store needs. */
const usual: Readonly<Record<string, HubStatus>> = {
	'status:CANCELLED': 'cancelled',
	'package:DELIVERED': 'delivered',
	'package:FULFILLED': 'shipped',
	'payment:PAID': 'new_order',
	'payment:WAITING': 'on_hold',
};

/** Every status that an order can carry, from the answered enums or, where one was not answered, from the list above. */
export const toStatuses = (answered: Fields): readonly ChannelStatus[] =>
	titles.flatMap(([dimension]) =>
		(valuesIn(answered[dimension]) ?? known[dimension].split(' ')).map((value) => {
			const key = `${dimension}:${value}`;
			return { key, label: statusLabel(key), usual: usual[key] };
		}),
	);

/** Of a key such as `package:FULFILLED`. */
export function statusLabel(key: string): string {
	const [dimension, value = ''] = key.split(':');
	const title = titles.find(([name]) => name === dimension)?.[1];
	return `${title}: ${panelWords[key] ?? inPlainLetters(value)}`;
}

function valuesIn(type: unknown): readonly string[] | null {
	const values: readonly unknown[] =
		isFields(type) && Array.isArray(type.enumValues) ? type.enumValues : [];
	const names = values.map((value) => (isFields(value) ? value.name : undefined));
	const texts = names.filter((name) => typeof name === 'string');
	return texts.length > 0 ? texts : null;
}

const inPlainLetters = (value: string) =>
	value.charAt(0) + value.slice(1).toLowerCase().replaceAll('_', ' ');
