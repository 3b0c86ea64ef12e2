import type { CancelReason, ChannelUpdate } from '../../domain/channelUpdate';
import { refused } from '../../domain/failure';
import type { HandOver, OmsReference } from '../../domain/oms';
import type { Http, UpdateSent } from '../connector';
import { reading, rows, sound, text, textOrNull } from '../fields';
import type { Fields } from '../fields';
import { attempt } from './answer';
import { orderCode } from './orderKey';
import { refusalOf } from './refusal';
import { cancelOrder } from './requests';
import { orderWithCode } from './saleOrders';
import { hasLeft } from './itemStatuses';
import type { UniwareOrder } from './types';

/** What the hub's reasons are in Uniware, where a reason is any text. */
export const reasonWords = {
	customer_requested: 'Cancelled by the customer',
	out_of_stock: 'Out of stock',
} as const satisfies Record<CancelReason, string>;

const noReason = 'Cancelled by Order Hub';

export const reasonOf = ({ reason }: ChannelUpdate): string =>
	reason === undefined ? noReason : reasonWords[reason];

interface State extends OmsReference {
	readonly isCancelled: boolean;
	readonly hasLeft: boolean;
}

/** Names of a refusal that say that nothing is left to cancel, and that it is too late (reference/uniware-oker.md 1.3). */
const done = ['SALE_ORDER_ITEM_ALREADY_CANCELLED'];
const tooLate = [
	'SALE_ORDER_ITEM_DISPATCHED',
	'SALE_ORDER_ONE_OR_MORE_ITEMS_ARE_DISPATCHED',
	'SALE_ORDER_ALL_ITEMS_ARE_DISPATCHED',
];

/** Cancels the order as a whole. The channel is told by the hub, not by Uniware. */
export async function cancel(http: Http, update: ChannelUpdate): Promise<UpdateSent> {
	const code = codeOf(handOverIn(update));
	const before = await stateOf(http, code);
	if (before === null || before.isCancelled) return already(update, before);
	if (before.hasLeft) throw left(update);
	const request = cancelOrder(code, reasonOf(update));
	const answer = await attempt(http, request, `the cancel of ${code}`);
	const after = await stateOf(http, code);
	if (after?.isCancelled) return 'name' in answer ? already(update, after) : sent(update, after);
	if (!('name' in answer)) throw unseen(update);
	if (after === null || done.includes(answer.name)) return already(update, after);
	if (after.hasLeft || tooLate.includes(answer.name)) throw left(update);
	throw refusalOf(answer, `the cancel of order ${update.number}`);
}

export function handOverIn({ handOver, number }: ChannelUpdate): HandOver {
	if (handOver !== undefined) return handOver;
	throw refused(`uniware: nothing was handed over of order ${number}.`);
}

/** Of an order of the hub, or of any that is named by its own code. */
export const codeOf = (handOver: HandOver): string => handOver.id ?? orderCode(handOver);

/** Null where Uniware has no such order. */
async function stateOf(http: Http, code: string): Promise<State | null> {
	const raw = await orderWithCode(http, code);
	return raw === null ? null : stateIn(raw);
}

function stateIn(raw: Fields): State {
	const from = reading<UniwareOrder>(raw);
	const id = text(from, 'code');
	const statuses = rows(from, 'saleOrderItems').map((item) => text(item, 'statusCode'));
	const state = {
		id,
		number: textOrNull(from, 'displayOrderCode') || id,
		isCancelled: statuses.every((status) => status === 'CANCELLED'),
		hasLeft: statuses.some(hasLeft),
	};
	sound('uniware', from);
	return state;
}

const already = ({ number }: ChannelUpdate, order: OmsReference | null): UpdateSent =>
	order === null
		? { outcome: 'already', detail: `Order ${number} is not in Uniware, so it ships nothing.` }
		: {
				outcome: 'already',
				detail: `Order ${number} was cancelled in Uniware already.`,
				omsOrder: { id: order.id, number: order.number },
			};

const sent = ({ number }: ChannelUpdate, order: OmsReference): UpdateSent => ({
	outcome: 'sent',
	detail: `Order ${number}: cancelled in Uniware.`,
	omsOrder: { id: order.id, number: order.number },
});

const unseen = ({ number }: ChannelUpdate) =>
	refused(
		`uniware: took the cancel of order ${number}, and does not show it as cancelled. Look at it in Uniware.`,
	);

const left = ({ number }: ChannelUpdate) =>
	refused(
		`uniware: order ${number} was dispatched from Uniware, at least in part, so it is not cancelled there. Handle it as a return.`,
	);
