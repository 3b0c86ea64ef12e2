import type { ChannelUpdate } from '../../domain/channelUpdate';
import { Failure, refused } from '../../domain/failure';
import type { Http, UpdateSent } from '../connector';
import type { Refused } from './answer';
import { change, lookAt } from './changing';
import { cancelLines, undoPackage } from './mutations';
import type { OrderState, Package, Piece } from './orderState';
import { foreign } from './packing';
import { isAbout, refusalOf } from './refusal';
import { hasLeft } from './steps';

/** So often an order is looked at that is edited between the look and the cancel. */
const mostLooks = 3;

/**
 * Cancels all that is open, by the algorithm of reference/ikas.md 12.1; also what a customer adds or changes meanwhile. Never gives
 * money back in its place.
 */
export async function cancel(http: Http, update: ChannelUpdate): Promise<UpdateSent> {
	let state = await lookAt(http, update);
	if (openIn(state).length === 0) return already(state);
	for (let looks = 1; looks < mostLooks; looks++) {
		const answer = await cancelOpen(http, state);
		const isRefused = 'refusal' in answer;
		if (!isRefused && openIn(answer).length === 0) return sent(state);
		if (isRefused && !isAbout(answer.refusal, 'not_eligible_for_cancel')) {
			throw refusalOf(answer.refusal, whatOf(update));
		}
		const now = await lookAt(http, update);
		if (openIn(now).length === 0) return isRefused ? already(now) : sent(now);
		if (isRefused && sameLines(now, state)) {
			return await cancelUnpacked(http, update, { state: now, ...answer });
		}
		state = now;
	}
	throw restless(update);
}

const whatOf = ({ number }: ChannelUpdate) => `the cancel of order ${number}`;

const linesOf = (state: OrderState) =>
	openIn(state)
		.map(({ id, quantity }) => `${quantity} ${id}`)
		.sort()
		.join();

const sameLines = (one: OrderState, other: OrderState) => linesOf(one) === linesOf(other);

/** Takes the hub's own packages apart first, of an order that is seen as it was when the cancel was refused. */
async function cancelUnpacked(
	http: Http,
	update: ChannelUpdate,
	{ refusal, state }: Refused & { readonly state: OrderState },
): Promise<UpdateSent> {
	const what = whatOf(update);
	const ready = holding(state, openIn(state)).filter(
		({ status }) => status === 'READY_FOR_SHIPMENT',
	);
	if (checked(state).length === 0 || ready.length === 0) throw refusalOf(refusal, what);
	const answer = await cancelOpen(http, await unpacked(http, state, ready));
	if ('refusal' in answer) throw refusalOf(answer.refusal, what);
	return sent(state);
}

const restless = ({ number }: ChannelUpdate) =>
	new Failure(
		'unavailable',
		`ikas: order ${number} was changed there again and again while it was being cancelled. The hub tries it again in a minute.`,
		60_000,
	);

async function unpacked(
	http: Http,
	before: OrderState,
	packages: readonly Package[],
): Promise<OrderState> {
	let state = before;
	for (const { id, number } of packages) {
		const answer = await change(http, state, 'cancelFulfillment', undoPackage(state.id, id));
		if ('refusal' in answer) {
			throw refusalOf(answer.refusal, `to take package ${number} of order ${state.number} apart`);
		}
		state = answer;
	}
	return state;
}

/** The hub owns stock and tells the figure itself, so ikas is not to put anything back. */
async function cancelOpen(http: Http, state: OrderState): Promise<OrderState | Refused> {
	const lines = checked(state).map(({ id, quantity, price }) => ({
		orderLineItemId: id,
		quantity,
		price,
		restockItems: false,
	}));
	return await change(http, state, 'cancelOrderLine', cancelLines(state.id, lines));
}

const openIn = ({ isCancelled, pieces }: OrderState): readonly Piece[] =>
	isCancelled ? [] : pieces.filter(({ status }) => status !== 'CANCELLED' && status !== 'REFUNDED');

const holding = ({ packages }: OrderState, pieces: readonly Piece[]): readonly Package[] =>
	packages.filter((one) => pieces.some(({ id }) => one.pieces.includes(id)));

/** Lines that say so themselves, whatever the packages say. */
const shipped = /^(FULFILLED|DELIVERED|RETURN)/;

/** The open lines, where none of them has left and nobody else has packed one. */
function checked(state: OrderState): readonly Piece[] {
	const open = openIn(state);
	const packages = holding(state, open);
	const gone = packages.find(hasLeft);
	const isGone = gone !== undefined || open.some(({ status }) => shipped.test(status));
	if (isGone) {
		throw refused(
			`ikas does not allow cancelling a shipped order: order ${state.number} has left${gone ? ` with package ${gone.number} (${gone.status})` : ''}. Handle it as a return.`,
		);
	}
	const theirs = packages.find(({ isForeign }) => isForeign);
	if (theirs !== undefined) throw foreign(state, theirs);
	return open;
}

const sent = ({ number }: OrderState): UpdateSent => ({
	outcome: 'sent',
	detail: `Order ${number}: cancelled all that was open.`,
});

const already = ({ number }: OrderState): UpdateSent => ({
	outcome: 'already',
	detail: `Order ${number} was cancelled already.`,
});
