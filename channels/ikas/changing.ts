import type { ChannelUpdate } from '../../domain/channelUpdate';
import { refused } from '../../domain/failure';
import type { Http, HttpRequest } from '../connector';
import { isFields, part, partOrNull, reading, sound, textOrNull } from '../fields';
import { ask, attempt } from './answer';
import type { Answer, Refused } from './answer';
import { orderStateOf } from './orderState';
import type { OrderState } from './orderState';
import { faultless } from './paged';
import { readOrders, writeOrders } from './permissions';
import * as requests from './requests';
import type { IkasData } from './types';

type Change = 'fulfillOrder' | 'updateOrderPackageStatus' | 'cancelFulfillment' | 'cancelOrderLine';

/** The order as ikas has it now. There is no key against doubling on ikas, so every change looks first. */
export async function lookAt(
	http: Http,
	{ order, number }: Pick<ChannelUpdate, 'order' | 'number'>,
): Promise<OrderState> {
	const answer = await ask(http, requests.orderState(order), readOrders);
	const found = faultless(answer, 'listOrder').raws.find(
		(raw) => isFields(raw) && raw.id === order,
	);
	if (isFields(found)) return orderStateOf(found, appsIn(answer));
	throw refused(
		`ikas: has no order ${number} with the ID "${order}". Look whether it is in another store.`,
	);
}

function appsIn({ data }: Answer): readonly string[] {
	const from = reading<IkasData>(data);
	const me = partOrNull(from, 'me');
	const ids = me === null ? [] : [textOrNull(me, 'id'), textOrNull(me, 'storeAppId')];
	sound('ikas', from);
	return ids.filter((id) => id !== null);
}

/** Answers how the order is then, or what ikas does not allow. */
export async function change(
	http: Http,
	before: OrderState,
	field: Change,
	request: HttpRequest,
): Promise<OrderState | Refused> {
	const answer = await attempt(http, request, writeOrders);
	if ('refusal' in answer) return answer;
	const from = reading<IkasData>(answer.data);
	const { fields } = part(from, field);
	sound('ikas', from);
	return orderStateOf(fields, before.apps);
}
