import type { UpdateParcel } from '../../domain/channelUpdate';
import { refused } from '../../domain/failure';
import { change, itemsText } from './changing';
import type { Telling } from './changing';
import { idsOf, lookAt, openIn } from './orderState';
import type { Item, OrderState } from './orderState';
import { refusalOf } from './refusals';
import type { Refusal } from './refusals';
import * as requests from './requests';
import { sellerOf } from './seller';
import { hasLeft, isReady, offers, stageOf } from './stages';
import { statusLabel } from './statuses';

const blocked = 'E028';

/** Tells that a parcel has left, where the channel lets the seller say it: else a scan or a manifest says it. */
export async function ship(
	telling: Telling,
	state: OrderState,
	parcel: UpdateParcel,
): Promise<OrderState> {
	const ready = openIn(state, parcel).filter(isReady);
	const isLeft = sellerOf(telling.http).afterReadyToShip === 'leave';
	const due = isLeft ? [] : ready.filter((item) => offers(item, 'ship'));
	const others = ready.filter((item) => !due.includes(item));
	if (others.length > 0) telling.notes.push(stays(others, isLeft ? asSaid : notOffered));
	if (due.length === 0) return state;
	const ids = idsOf(due);
	const after = await change(telling, requests.setShipped(ids), ids, 'the dispatch');
	if ('refusal' in after) return await refusedShipping(telling, due, after.refusal);
	telling.done.push(`${itemsText(ids)} shipped`);
	return after;
}

const asSaid = 'the credential says to leave it so';
const notOffered = 'The Iconic does not offer to set it to shipped';

const stays = (items: readonly Item[], why: string): string =>
	`${itemsText(idsOf(items))} stays ready to ship: ${why}`;

async function refusedShipping(
	telling: Telling,
	items: readonly Item[],
	refusal: Refusal,
): Promise<OrderState> {
	const state = await lookAt(telling.http, telling.update);
	const left = state.items.filter((item) => idsOf(items).includes(item.id) && !hasLeft(item));
	if (left.length === 0) return state;
	if (refusal.code !== blocked) throw refusalOf(refusal);
	telling.notes.push(stays(left, `The Iconic sets it to shipped itself (${refusal.words})`));
	return state;
}

/** Tells that a parcel has arrived, where the channel lets the seller say it: else the carrier says it. */
export async function deliver(
	telling: Telling,
	state: OrderState,
	parcel: UpdateParcel,
): Promise<OrderState> {
	const open = openIn(state, parcel);
	const failed = open.find(({ status }) => status === 'failed');
	if (failed !== undefined) throw cameBack(state, failed);
	const underway = open.filter(({ status }) => status === 'shipped');
	const due = underway.filter((item) => offers(item, 'deliver'));
	if (due.length === 0) return state;
	const ids = idsOf(due);
	const after = await change(telling, requests.setDelivered(ids), ids, 'the delivery');
	if (!('refusal' in after)) {
		telling.done.push(`${itemsText(ids)} delivered`);
		return after;
	}
	const now = await lookAt(telling.http, telling.update);
	const isLeft = now.items.some((item) => ids.includes(item.id) && !hasArrived(item));
	if (isLeft) throw refusalOf(after.refusal);
	return now;
}

export const hasArrived = (item: Item): boolean =>
	stageOf(item) >= stageOf({ status: 'delivered' });

const cameBack = ({ number }: OrderState, { id, status }: Item) =>
	refused(
		`theIconic: item ${id} of order ${number} is ${statusLabel(status)} on The Iconic, so "delivered" was not told. Look at the order in Seller Center.`,
	);
