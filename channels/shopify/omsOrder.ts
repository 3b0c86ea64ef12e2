import type { CancelReason, Tracking } from '../../domain/channelUpdate';
import type { OmsOrder, OmsParcel, OmsParcelLine } from '../../domain/oms';
import { part, partOrNull, reading, rows, sound, text, textOrNull, units } from '../fields';
import type { Fields, Reading } from '../fields';
import { quoted } from '../quoted';
import { reasonWords } from './cancelling';
import { omsLineOf, standsFor } from './omsLines';
import { time } from './times';
import type { ShopifyFulfilment, ShopifyFulfilmentLine, ShopifyOrder } from './types';

/** An order that was handed over, with all of its fulfilments; null for one that was not. */
export function toOmsOrder(raw: Fields): OmsOrder | null {
	const from = reading<ShopifyOrder>(raw);
	const mark = partOrNull(from, 'metafield');
	if (mark === null) return null;
	const faults: string[] = [];
	const order: OmsOrder = {
		id: text(from, 'id'),
		number: text(from, 'name'),
		key: text(mark, 'value'),
		revisedAt: time(from, 'updatedAt'),
		cancelled: textOrNull(from, 'cancelledAt') === null ? null : { reason: reasonOf(from) },
		lines: rows(part(from, 'lineItems'), 'nodes').flatMap((line) => omsLineOf(line) ?? []),
		parcels: rows(from, 'fulfillments').flatMap((one) => parcelOf(one, faults)),
		faults,
	};
	sound('shopify', from);
	return order;
}

function reasonOf(order: Reading<ShopifyOrder>): CancelReason | null {
	const word = textOrNull(order, 'cancelReason');
	if (word === reasonWords.customer_requested) return 'customer_requested';
	return word === reasonWords.out_of_stock ? 'out_of_stock' : null;
}

/** None where nothing has left yet. */
function parcelOf(from: Reading<ShopifyFulfilment>, faults: string[]): readonly OmsParcel[] {
	const status = statusOf(from);
	if (status === null) return [];
	const location = partOrNull(from, 'location');
	const lines = rows(part(from, 'fulfillmentLineItems'), 'nodes').flatMap((line) =>
		lineOf(line, text(from, 'name'), faults),
	);
	return [
		{
			id: text(from, 'id'),
			status,
			location: location && text(location, 'id'),
			lines,
			tracking: trackingOf(from, faults),
		},
	];
}

/** What failed has not left either (reference/shopify.md 10). */
function statusOf(from: Reading<ShopifyFulfilment>): OmsParcel['status'] | null {
	const status = text(from, 'status');
	if (status === 'OPEN' || status === 'PENDING') return null;
	if (status !== 'SUCCESS') return 'cancelled';
	return textOrNull(from, 'displayStatus') === 'DELIVERED' ? 'delivered' : 'shipped';
}

/** None for what the channel knows nothing of, such as the line that names it. */
function lineOf(
	from: Reading<ShopifyFulfilmentLine>,
	fulfilment: string,
	faults: string[],
): readonly OmsParcelLine[] {
	const quantity = units(from, 'quantity');
	const line = part(from, 'lineItem');
	const of = standsFor(line);
	if (of !== null) return [{ of, quantity }];
	if (line.fields.requiresShipping === false) return [];
	const title = quoted(textOrNull(line, 'title') ?? text(line, 'id'));
	faults.push(
		`Fulfilment ${fulfilment} holds ${quantity} of "${title}", which the channel did not sell.`,
	);
	return [];
}

/** A parcel has one number: the first. What else there is goes to a person. */
function trackingOf(from: Reading<ShopifyFulfilment>, faults: string[]): Tracking | null {
	const known = rows(from, 'trackingInfo').flatMap((row) => {
		const number = textOrNull(row, 'number')?.trim() ?? '';
		const carrier = textOrNull(row, 'company') || null;
		return number === '' ? [] : [{ number, carrier, url: textOrNull(row, 'url') || null }];
	});
	const [first, ...others] = known;
	if (first === undefined) return null;
	if (others.length > 0) {
		const numbers = others.map(({ number }) => quoted(number)).join(', ');
		faults.push(
			`Fulfilment ${text(from, 'name')} has more than one tracking number: only ${quoted(first.number)} is told, not ${numbers}.`,
		);
	}
	return first;
}
