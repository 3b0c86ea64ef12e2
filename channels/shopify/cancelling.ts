import type { CancelReason, ChannelUpdate } from '../../domain/channelUpdate';
import { Failure, refused } from '../../domain/failure';
import { epochMs, instant } from '../../domain/instant';
import type { HandOver, OmsReference } from '../../domain/oms';
import type { Http, UpdateSent } from '../connector';
import { part, partOrNull, reading, rows, sound, text, textOrNull } from '../fields';
import { ask, askInPart } from './answer';
import { lookUp } from './lookingUp';
import { cancelOrder, cancelState, jobState } from './orderWrites';
import { refusalOf, refusalsIn } from './refusal';
import type { Refusal } from './refusal';
import type { ShopifyData } from './types';

/** What the hub's reasons are in Shopify. */
export const reasonWords = {
	customer_requested: 'CUSTOMER',
	out_of_stock: 'INVENTORY',
} as const satisfies Record<CancelReason, string>;

interface State extends OmsReference {
	readonly isCancelled: boolean;
	readonly hasLeft: boolean;
}

/** Cancels the order as a whole, gives its units back to stock and no money back: that is the channel's. */
export async function cancel(http: Http, update: ChannelUpdate): Promise<UpdateSent> {
	const { number, reason } = update;
	const handOver = handOverIn(update);
	const state = await stateOf(http, handOver);
	if (state === null || state.isCancelled) return already(update, state);
	if (state.hasLeft) throw left(update);
	const word = reason === undefined ? 'OTHER' : reasonWords[reason];
	const job = await started(http, state.id, word);
	if (typeof job === 'string') return await ended(http, update, job);
	const now = await stateOf(http, handOver);
	if (now === null || now.isCancelled) return already(update, now);
	const advice = 'Look at the order in Shopify.';
	throw now.hasLeft ? left(update) : refusalOf(job, `the cancel of order ${number}`, advice);
}

/** Shopify answers before it has cancelled: what counts is that it says so of the order. */
async function ended(http: Http, update: ChannelUpdate, job: string): Promise<UpdateSent> {
	const handOver = handOverIn(update);
	let isDone = false;
	for (let look = 1; look <= mostLooks; look++) {
		isDone = await isEnded(http, job);
		const state = isDone ? await stateOf(http, handOver) : null;
		if (state?.isCancelled) return sent(update, state);
	}
	if (isDone) throw unseen(update);
	const from = update.now === undefined ? 0 : epochMs(update.now);
	const detail = `Order ${update.number}: Shopify is still cancelling it.`;
	return { outcome: 'waits', detail, until: instant(from + waitMs) };
}

/** Most cancels have ended by then; where not, it is looked at again later. */
const mostLooks = 12;
const waitMs = 60_000;

async function started(
	http: Http,
	order: string,
	reason: string,
): Promise<string | readonly Refusal[]> {
	const { data } = await ask(http, cancelOrder(order, reason, 'Cancelled by Order Hub'));
	const from = reading<ShopifyData>(data);
	const payload = part(from, 'orderCancel');
	const refusals = refusalsIn(payload, 'orderCancelUserErrors');
	const job = refusals.length > 0 ? '' : text(part(payload, 'job'), 'id');
	sound('shopify', from);
	return refusals.length > 0 ? refusals : job;
}

/** A job that Shopify has forgotten has ended. */
async function isEnded(http: Http, id: string): Promise<boolean> {
	const { data } = await ask(http, jobState(id));
	const from = reading<ShopifyData>(data);
	const job = partOrNull(from, 'job');
	sound('shopify', from);
	return job === null || job.fields.done !== false;
}

/** Null where Shopify has no such order. */
async function stateOf(http: Http, handOver: HandOver): Promise<State | null> {
	const { data, faults } = await askInPart(http, cancelState(handOver));
	if (faults.length > 0) {
		// A store that does not know the mark has no order with it.
		const { order } = await lookUp(http, handOver);
		return order === null ? null : await stateOf(http, { ...handOver, id: order.id });
	}
	const from = reading<ShopifyData>(data);
	const order = partOrNull(from, 'orderByIdentifier');
	const state = order && {
		id: text(order, 'id'),
		number: text(order, 'name'),
		isCancelled: textOrNull(order, 'cancelledAt') !== null,
		hasLeft: rows(order, 'fulfillments').some(({ fields }) => fields.status === 'SUCCESS'),
	};
	sound('shopify', from);
	return state;
}

export function handOverIn({ handOver, number }: ChannelUpdate): HandOver {
	if (handOver !== undefined) return handOver;
	throw refused(`shopify: nothing was handed over of order ${number}.`);
}

const already = ({ number }: ChannelUpdate, order: OmsReference | null): UpdateSent =>
	order === null
		? { outcome: 'already', detail: `Order ${number} is not in Shopify, so it ships nothing.` }
		: {
				outcome: 'already',
				detail: `Order ${number} was cancelled in Shopify already.`,
				omsOrder: { id: order.id, number: order.number },
			};

const sent = ({ number }: ChannelUpdate, order: State): UpdateSent => ({
	outcome: 'sent',
	detail: `Order ${number}: cancelled in Shopify.`,
	omsOrder: { id: order.id, number: order.number },
});

const unseen = ({ number }: ChannelUpdate) =>
	new Failure(
		'unavailable',
		`shopify: has not cancelled order ${number}, and does not say why. Try again later.`,
	);

const left = ({ number }: ChannelUpdate) =>
	refused(
		`shopify: order ${number} was shipped from Shopify, at least in part, so it is not cancelled there. Handle it as a return.`,
	);
