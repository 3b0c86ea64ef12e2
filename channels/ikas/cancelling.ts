import type { ChannelUpdate } from '../../domain/channelUpdate';
import { refused } from '../../domain/failure';
import type { Http, UpdateSent } from '../connector';
import type { Refused } from './answer';
import { change, lookAt } from './changing';
import { cancelLines, undoPackage } from './mutations';
import type { OrderState, Package, Piece } from './orderState';
import { foreign } from './packing';
import { isAbout, refusalOf } from './refusal';
import { hasLeft } from './steps';

/** Cancels all that is open, by the algorithm of reference/ikas.md 12.1. Never gives money back in its place. */
export async function cancel(http: Http, update: ChannelUpdate): Promise<UpdateSent> {
	const state = await lookAt(http, update);
	if (openIn(state).length === 0) return already(state);
	const answer = await cancelOpen(http, state);
	return 'refusal' in answer ? await cancelUnpacked(http, update, answer) : sent(state);
}

/** Looks again before it takes packages apart: ikas also refuses where one has left since the first look. */
async function cancelUnpacked(
	http: Http,
	update: ChannelUpdate,
	{ refusal }: Refused,
): Promise<UpdateSent> {
	const what = `the cancel of order ${update.number}`;
	if (!isAbout(refusal, 'not_eligible_for_cancel')) throw refusalOf(refusal, what);
	const state = await lookAt(http, update);
	const open = openIn(state);
	if (open.length === 0) return already(state);
	const ready = holding(state, open).filter(({ status }) => status === 'READY_FOR_SHIPMENT');
	if (checked(state).length === 0 || ready.length === 0) throw refusalOf(refusal, what);
	const answer = await cancelOpen(http, await unpacked(http, state, ready));
	if ('refusal' in answer) throw refusalOf(answer.refusal, what);
	return sent(state);
}

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
