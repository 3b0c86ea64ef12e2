import type { HubStatus } from '../../domain/hubStatus';
import type { ChannelStatus } from '../connector';
import { text, textOrNull } from '../fields';
import type { Reading } from '../fields';
import type { ShopifyOrder } from './types';

const cancelled = 'order:CANCELLED';
const unfulfilled = 'fulfillment:UNFULFILLED';

const known = {
	fulfillment:
		'FULFILLED PARTIALLY_FULFILLED IN_PROGRESS ON_HOLD SCHEDULED REQUEST_DECLINED RESTOCKED OPEN PENDING_FULFILLMENT UNFULFILLED',
	payment: 'PAID PARTIALLY_PAID AUTHORIZED PENDING EXPIRED PARTIALLY_REFUNDED REFUNDED VOIDED',
} as const;

/** The first key of an order that is mapped decides, so these tell all that a new store needs. */
const usual: Readonly<Record<string, HubStatus>> = {
	[cancelled]: 'cancelled',
	'fulfillment:FULFILLED': 'shipped',
	'payment:PAID': 'new_order',
	'payment:PENDING': 'on_hold',
};

const keys: readonly string[] = [
	cancelled,
	...known.fulfillment.split(' ').map((value) => `fulfillment:${value}`),
	...known.payment.split(' ').map((value) => `payment:${value}`),
];

/** Every status that an order can carry. */
export const channelStatuses: readonly ChannelStatus[] = keys.map((key) => ({
	key,
	label: labelOf(key),
	usual: usual[key],
}));

/** All that hold, the most telling first. Unknown values pass through. */
export function statusesOf(order: Reading<ShopifyOrder>): readonly string[] {
	const fulfilment = `fulfillment:${text(order, 'displayFulfillmentStatus')}`;
	const payment = textOrNull(order, 'displayFinancialStatus');
	const found = [fulfilment, ...(payment ? [`payment:${payment}`] : [])];
	// What is not fulfilled yet says less than what is paid.
	const ordered = fulfilment === unfulfilled ? found.toReversed() : found;
	return textOrNull(order, 'cancelledAt') === null ? ordered : [cancelled, ...ordered];
}

function labelOf(key: string): string {
	const [dimension = '', value = ''] = key.split(':');
	const words = value.toLowerCase().replaceAll('_', ' ');
	return `${titled(dimension)}: ${titled(words)}`;
}

function titled(words: string): string {
	return words.charAt(0).toUpperCase() + words.slice(1);
}
