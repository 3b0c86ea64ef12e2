import type { ChannelUpdate } from '../../domain/channelUpdate';
import { Failure, refused } from '../../domain/failure';
import type { Http, UpdateSent } from '../connector';
import { change, itemsText } from './changing';
import { idsOf, isCancelled, lookAt } from './orderState';
import type { Item, OrderState } from './orderState';
import { cancelReasonNames } from './reasons';
import { refusalOf } from './refusals';
import type { Refusal } from './refusals';
import { setCancelled } from './requests';
import { hasLeft, offers } from './stages';
import { statusLabel } from './statuses';

/** Cancels all that is open. What counts is what the order shows then. */
export async function cancel(http: Http, update: ChannelUpdate): Promise<UpdateSent> {
	const seen = await lookAt(http, update);
	if (seen.items.every(isCancelled)) return already(update);
	const open = openOf(seen);
	if (open.length === 0) throw tooLate(update, seen);
	const reason = update.channelReason?.trim() ?? '';
	if (reason === '') throw noReason(update);
	const due = open.filter((item) => offers(item, 'cancel'));
	if (due.length === 0) throw notOffered(update, open);
	const ids = idsOf(due);
	const after = await change({ http, update }, setCancelled(ids, reason), ids, 'the cancel');
	if ('refusal' in after) return await refusedCancel(http, update, after.refusal);
	return settled(update, after, due);
}

const openOf = ({ items }: OrderState): readonly Item[] =>
	items.filter((item) => !isCancelled(item) && !hasLeft(item));

/** Somebody may have cancelled it meanwhile, or it has left. */
async function refusedCancel(
	http: Http,
	update: ChannelUpdate,
	refusal: Refusal,
): Promise<UpdateSent> {
	const now = await lookAt(http, update);
	if (now.items.every(isCancelled)) return already(update);
	if (openOf(now).length === 0) throw tooLate(update, now);
	const names = await cancelReasonNames(http);
	const reason = update.channelReason?.trim() ?? '';
	throw names.includes(reason) ? refusalOf(refusal) : unknownReason(update, names);
}

/** An item may cancel its whole package, and one that was cancelled may not show it at once. */
function settled(update: ChannelUpdate, now: OrderState, asked: readonly Item[]): UpdateSent {
	const open = openOf(now);
	const unseen = open.filter(({ id }) => idsOf(asked).includes(id));
	if (unseen.length > 0) throw notShown(update, unseen);
	if (open.length > 0) throw notOffered(update, open);
	const left = now.items.filter((item) => !isCancelled(item));
	const rest = left.length === 0 ? '' : `, ${itemsText(idsOf(left))} has left and stays`;
	return { outcome: 'sent', detail: `Order ${update.number}: cancelled all that was open${rest}.` };
}

const already = ({ number }: ChannelUpdate): UpdateSent => ({
	outcome: 'already',
	detail: `Order ${number} was cancelled already.`,
});

function tooLate({ number }: ChannelUpdate, { items }: OrderState) {
	const [first] = items.filter(hasLeft);
	return refused(
		`theIconic: order ${number} is ${statusLabel(first?.status ?? 'shipped')} on The Iconic, and what is shipped cannot be cancelled there. Handle it as a return.`,
	);
}

const noReason = ({ number, reason }: ChannelUpdate) =>
	refused(
		`theIconic: The Iconic wants a reason for the cancel of order ${number}, and the store has none for "${reason ?? 'other'}". Fill in Cancellation Reasons.`,
	);

const unknownReason = ({ number, channelReason = '' }: ChannelUpdate, names: readonly string[]) =>
	refused(
		`theIconic: The Iconic does not take "${channelReason}" as the reason for the cancel of order ${number}. It takes ${names.map((name) => `"${name}"`).join(', ')}. Correct Cancellation Reasons.`,
	);

const notOffered = ({ number }: ChannelUpdate, items: readonly Item[]) =>
	refused(
		`theIconic: The Iconic does not offer to cancel ${itemsText(idsOf(items))} of order ${number} (${statusLabel(items[0]?.status ?? '')}). Cancel it in Seller Center.`,
	);

const notShown = ({ number }: ChannelUpdate, items: readonly Item[]) =>
	new Failure(
		'unavailable',
		`theIconic: took the cancel of order ${number} and does not show it for ${itemsText(idsOf(items))} yet. Try again in a minute.`,
		60_000,
	);
