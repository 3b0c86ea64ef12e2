import type { UpdateParcel } from '../../domain/channelUpdate';
import { change, itemsText } from './changing';
import type { Telling, Waiting } from './changing';
import { heldBack } from './holding';
import { wayOf } from './leaving';
import type { Way } from './leaving';
import { idsOf, lookAt, openIn } from './orderState';
import type { Item, OrderState } from './orderState';
import { packed, unpacked } from './packing';
import { refusalOf } from './refusals';
import type { Refusal } from './refusals';
import * as requests from './requests';
import { isPending, offers } from './stages';

/** Tells carrier and tracking number of a parcel, with only its items: what is past that already is left alone. */
export async function makeReady(
	telling: Telling,
	state: OrderState,
	parcel: UpdateParcel,
): Promise<OrderState | Waiting> {
	const pending = openIn(state, parcel).filter(isPending);
	if (pending.length === 0) return state;
	const held = heldBack(state, pending, 'makeReady');
	if (held !== null) return held;
	const way = await wayOf(telling, pending, parcel);
	if ('why' in way) return way;
	const first = await packedFirst(telling, state, pending, way);
	if ('why' in first) return first;
	const now = openIn(first, parcel).filter(isPending);
	if (now.length === 0) return first;
	return heldBack(first, now, 'makeReady') ?? (await ready(telling, first, now, way));
}

/** Where the carrier makes the number, or the channel offers nothing else, the package is made before. */
async function packedFirst(
	telling: Telling,
	state: OrderState,
	pending: readonly Item[],
	way: Way,
): Promise<OrderState | Waiting> {
	const isAlone = pending.every((item) => offers(item, 'makeReady'));
	if (isAlone && !way.isIntegrated) return state;
	const open = (await unpacked(telling, pending)).filter((item) => offers(item, 'pack'));
	return open.length === 0 ? state : await packed(telling, state, open, way);
}

async function ready(
	telling: Telling,
	state: OrderState,
	items: readonly Item[],
	{ leaving, isIntegrated }: Way,
): Promise<OrderState | Waiting> {
	const ids = idsOf(items);
	const made = isIntegrated
		? (items.find(({ trackingCode }) => trackingCode)?.trackingCode ?? null)
		: null;
	const trackingNumber = made ?? leaving.trackingNumber;
	const told = { ...leaving, ...(trackingNumber !== undefined && { trackingNumber }) };
	const request = requests.setReadyToShip(ids, told);
	const after = await change(telling, request, ids, 'ready to ship');
	const isNumberless = trackingNumber === undefined;
	if ('refusal' in after) {
		return isNumberless && after.refusal.code === 'E026'
			? unnumbered
			: await refusedReady(telling, items, after.refusal);
	}
	const by = leaving.shippingProvider === undefined ? '' : ` by ${leaving.shippingProvider}`;
	const under = isNumberless ? '' : ` with ${trackingNumber}`;
	telling.done.push(`${itemsText(ids)} ready to ship${by}${under}`);
	return after;
}

/** Where the carrier makes the number, it may be missed all the same. */
const unnumbered: Waiting = {
	why: 'its carrier has not given the tracking number yet',
	minutes: 5,
};

/** A refusal is none where the items are past it by now. */
async function refusedReady(
	{ http, update }: Telling,
	items: readonly Item[],
	refusal: Refusal,
): Promise<OrderState | Waiting> {
	if (refusal.code === 'E119') {
		return { why: `The Iconic lets nobody handle it yet (${refusal.words})`, minutes: 15 };
	}
	const state = await lookAt(http, update);
	const ids = idsOf(items);
	const isLeft = state.items.some((item) => ids.includes(item.id) && isPending(item));
	if (isLeft) throw refusalOf(refusal);
	return state;
}
