import type { UpdateParcel } from '../../domain/channelUpdate';
import { isFields } from '../fields';
import { attempt, listOf } from './answer';
import { change, itemsText } from './changing';
import type { Telling, Waiting } from './changing';
import { heldBack } from './holding';
import { wayOf } from './leaving';
import type { Way } from './leaving';
import { idsOf, openIn } from './orderState';
import type { Item, OrderState } from './orderState';
import { refusalOf } from './refusals';
import * as requests from './requests';
import { isPending, offers } from './stages';
import { idIn } from './values';

/** Makes the package of a parcel; its items stay pending (reference/the-iconic-sellercenter.md 9). */
export async function pack(
	telling: Telling,
	state: OrderState,
	parcel: UpdateParcel,
): Promise<OrderState | Waiting> {
	const open = await unpacked(telling, openIn(state, parcel).filter(isPending));
	if (open.length === 0) return state;
	const held = heldBack(state, open, 'pack');
	if (held !== null) return held;
	const way = await wayOf(telling, open, parcel);
	return 'why' in way ? way : await packed(telling, state, open, way);
}

/** The order with the items in a package. */
export async function packed(
	telling: Telling,
	state: OrderState,
	items: readonly Item[],
	{ leaving }: Way,
): Promise<OrderState | Waiting> {
	const ids = idsOf(items);
	const after = await change(telling, requests.setPacked(ids, leaving), ids, 'the packing');
	if (!('refusal' in after)) {
		telling.done.push(`packed ${itemsText(ids)}`);
		return after;
	}
	const left = await unpacked(telling, items);
	if (left.length > 0) throw refusalOf(after.refusal);
	return state;
}

/** Those that are in no package yet: what the channel offers need not say so. */
export async function unpacked(
	{ http, update }: Telling,
	items: readonly Item[],
): Promise<readonly Item[]> {
	if (items.length === 0) return [];
	const what = `the packages of order ${update.number}`;
	const answer = await attempt(http, requests.packages(idsOf(items)), what);
	if ('refusal' in answer) return items.filter((item) => offers(item, 'pack'));
	const inPackages = new Set(listOf(answer).flatMap(itemsOf));
	return items.filter(({ id }) => !inPackages.has(id));
}

function itemsOf(raw: unknown): readonly (string | null)[] {
	const { orderItemIds = [] } = isFields(raw) ? raw : {};
	return Array.isArray(orderItemIds) ? orderItemIds.map(idIn) : [];
}
