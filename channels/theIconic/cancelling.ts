import type { ChannelUpdate } from '../../domain/channelUpdate';
import { Failure, refused } from '../../domain/failure';
import type { Http, UpdateSent } from '../connector';
import { change, itemsText } from './changing';
import { idsOf, isCancelled, itemsIn, lookAt } from './orderState';
import type { Item, OrderState } from './orderState';
import { cancelReasonNames } from './reasons';
import { refusalOf } from './refusals';
import type { Refusal } from './refusals';
import { setCancelled } from './requests';
import { hasLeft, offers } from './stages';
import { statusLabel } from './statuses';

/** Cancels all that is open, or the items that the update names. What counts is what the order shows then. */
export async function cancel(http: Http, update: ChannelUpdate): Promise<UpdateSent> {
	const seen = await lookAt(http, update);
	const wanted = wantedIn(update, seen);
	if (wanted.every(isCancelled)) return already(update);
	const open = openOf(wanted);
	if (open.length === 0) throw tooLate(update, wanted);
	const reason = update.channelReason?.trim() ?? '';
	if (reason === '') throw noReason(update);
	const due = open.filter((item) => offers(item, 'cancel'));
	if (due.length === 0) throw notOffered(update, open);
	const ids = idsOf(due);
	const after = await change({ http, update }, setCancelled(ids, reason), ids, 'the cancel');
	if ('refusal' in after) return await refusedCancel(http, update, after.refusal);
	return settled(update, { before: seen, now: after, asked: due });
}

/** An item that the order does not have is no item to cancel. */
const wantedIn = ({ lines }: ChannelUpdate, state: OrderState): readonly Item[] =>
	lines === undefined ? state.items : itemsIn(state, { lines });

const openOf = (items: readonly Item[]): readonly Item[] =>
	items.filter((item) => !isCancelled(item) && !hasLeft(item));

/** Somebody may have cancelled it meanwhile, or it has left. */
async function refusedCancel(
	http: Http,
	update: ChannelUpdate,
	refusal: Refusal,
): Promise<UpdateSent> {
	const now = await lookAt(http, update);
	const wanted = wantedIn(update, now);
	if (wanted.every(isCancelled)) return already(update);
	if (openOf(wanted).length === 0) throw tooLate(update, wanted);
	const names = await cancelReasonNames(http);
	const reason = update.channelReason?.trim() ?? '';
	throw names.includes(reason) ? refusalOf(refusal) : unknownReason(update, names);
}

/** An item may cancel its whole package, and one that was cancelled may not show it at once. */
function settled(update: ChannelUpdate, { before, now, asked }: Cancelled): UpdateSent {
	const wanted = wantedIn(update, now);
	const open = openOf(wanted);
	const unseen = open.filter(({ id }) => idsOf(asked).includes(id));
	if (unseen.length > 0) throw notShown(update, unseen);
	if (open.length > 0) throw notOffered(update, open);
	const left = wanted.filter((item) => !isCancelled(item));
	const rest = left.length === 0 ? '' : `, ${itemsText(idsOf(left))} has left and stays`;
	const what = update.lines === undefined ? 'all that was open' : itemsText(idsOf(asked));
	const also = wentAlong({ before, now, asked });
	const along = also.length === 0 ? '' : `, and ${itemsText(idsOf(also))} of its package with it`;
	return { outcome: 'sent', detail: `Order ${update.number}: cancelled ${what}${rest}${along}.` };
}

interface Cancelled {
	readonly before: OrderState;
	readonly now: OrderState;
	readonly asked: readonly Item[];
}

/** Cancelled by it, though nobody asked for that. */
const wentAlong = ({ before, now, asked }: Cancelled): readonly Item[] =>
	now.items.filter(
		(item) =>
			isCancelled(item) &&
			!idsOf(asked).includes(item.id) &&
			!before.items.some((one) => one.id === item.id && isCancelled(one)),
	);

const already = (update: ChannelUpdate): UpdateSent => ({
	outcome: 'already',
	detail: `${sentenceOf(update)} was cancelled already.`,
});

/** What is to be cancelled, such as `item 5 of order 210001`. */
const named = ({ number, lines }: ChannelUpdate): string =>
	lines === undefined
		? `order ${number}`
		: `${itemsText(lines.map(({ line }) => line))} of order ${number}`;

const sentenceOf = (update: ChannelUpdate): string => {
	const text = named(update);
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
};

function tooLate(update: ChannelUpdate, items: readonly Item[]) {
	const [first] = items.filter(hasLeft);
	return refused(
		`theIconic: ${named(update)} is ${statusLabel(first?.status ?? 'shipped')} on The Iconic, and what is shipped cannot be cancelled there. Handle it as a return.`,
	);
}

const noReason = (update: ChannelUpdate) =>
	refused(
		`theIconic: The Iconic wants a reason for the cancel of ${named(update)}, and the store has none for "${update.reason ?? 'other'}". Fill in Cancellation Reasons.`,
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
