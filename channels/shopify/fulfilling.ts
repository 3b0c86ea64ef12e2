import type { Tracking } from '../../domain/channelUpdate';
import { refused } from '../../domain/failure';
import type { Http } from '../connector';
import { part, reading, sound, text } from '../fields';
import { ask } from './answer';
import { fulfil } from './fulfilmentRequests';
import { fulfilmentsOf } from './fulfilments';
import type { OpenFulfilment, OrderFulfilments } from './fulfilments';
import { refusalOf, refusalsIn } from './refusal';
import type { ShopifyData } from './types';

export interface NewFulfilment {
	/** Shopify's id of the order. */
	readonly order: string;
	/** Units by the lines of the order; all that is left where none is given. */
	readonly lines: readonly { readonly line: string; readonly quantity: number }[];
	/** Only what is to leave this location; null for any. */
	readonly location: string | null;
	readonly tracking: Tracking | null;
	readonly notifyCustomer: boolean;
}

/** One for each location: Shopify puts no two into one. `already`: a fulfilment with the tracking number, or nothing left. */
export interface Fulfilled {
	readonly outcome: 'sent' | 'already';
	readonly fulfilments: readonly { readonly id: string; readonly number: string }[];
}

type Parts = Parameters<typeof fulfil>[0]['orders'];

/** Shopify has no key against doubling here, so it looks first at what has left and what is left. */
export async function createFulfilment(http: Http, wanted: NewFulfilment): Promise<Fulfilled> {
	const order = await fulfilmentsOf(http, wanted.order);
	const sent = sentBefore(order, wanted.tracking);
	if (sent.length > 0) return { outcome: 'already', fulfilments: sent };
	if (order.isCancelled) throw cancelled(order);
	const open = order.open.filter(
		({ location }) => wanted.location === null || location === wanted.location,
	);
	if (open.length === 0 && wanted.lines.length === 0 && order.fulfilments.length > 0) {
		return { outcome: 'already', fulfilments: order.fulfilments.map(named) };
	}
	const made = [];
	for (const parts of byLocation(open, partsOf(order, open, wanted))) {
		made.push(await created(http, order, { ...wanted, orders: parts }));
	}
	return { outcome: 'sent', fulfilments: made };
}

const named = ({ id, number }: { readonly id: string; readonly number: string }) => ({
	id,
	number,
});

const sentBefore = ({ fulfilments }: OrderFulfilments, tracking: Tracking | null) =>
	fulfilments
		.filter(({ status, tracking: known }) => {
			const isSame = known.some(({ number }) => number === tracking?.number);
			return status === 'SUCCESS' && tracking !== null && isSame;
		})
		.map(named);

/** The wanted units out of what is left, first come first served. */
function partsOf(
	order: OrderFulfilments,
	open: readonly OpenFulfilment[],
	{ lines }: NewFulfilment,
): Parts {
	if (open.length === 0) throw nothingLeft(order);
	const due = new Map(lines.map(({ line, quantity }) => [line, quantity]));
	const parts = open.map(({ id, lines: left }) => ({
		id,
		lines: left.flatMap(({ id: part, line, remaining }) => {
			const quantity = lines.length === 0 ? remaining : Math.min(remaining, due.get(line) ?? 0);
			due.set(line, (due.get(line) ?? 0) - quantity);
			return quantity > 0 ? [{ id: part, quantity }] : [];
		}),
	}));
	const short = lines.find(({ line }) => (due.get(line) ?? 0) > 0);
	if (short !== undefined) throw tooMany(order, short.line);
	return parts.filter(({ lines: taken }) => taken.length > 0);
}

function byLocation(open: readonly OpenFulfilment[], parts: Parts): readonly Parts[] {
	const placeOf = new Map(open.map(({ id, location }) => [id, location]));
	return [...Map.groupBy(parts, ({ id }) => placeOf.get(id)).values()];
}

async function created(
	http: Http,
	{ number }: OrderFulfilments,
	write: Parameters<typeof fulfil>[0],
) {
	const { data } = await ask(http, fulfil(write));
	const from = reading<ShopifyData>(data);
	const payload = part(from, 'fulfillmentCreate');
	const refusals = refusalsIn(payload);
	if (refusals.length > 0) {
		sound('shopify', from);
		throw refusalOf(refusals, `the fulfilment of order ${number}`, 'Look at the order in Shopify.');
	}
	const fulfilment = part(payload, 'fulfillment');
	const made = { id: text(fulfilment, 'id'), number: text(fulfilment, 'name') };
	sound('shopify', from);
	return made;
}

const cancelled = ({ number }: OrderFulfilments) =>
	refused(`shopify: order ${number} is cancelled, so nothing of it is fulfilled. Keep the goods.`);

const nothingLeft = ({ number }: OrderFulfilments) =>
	refused(`shopify: nothing is left to fulfil of order ${number} there. Look at it in Shopify.`);

const tooMany = ({ number }: OrderFulfilments, line: string) =>
	refused(
		`shopify: less is left of line "${line}" of order ${number} than is to be fulfilled. Look at it in Shopify.`,
	);
