import type { Tracking, UpdateParcel } from '../../domain/channelUpdate';
import { Failure, refused } from '../../domain/failure';
import { ask } from './answer';
import type { Telling } from './changing';
import { idsOf, lookAt, openIn } from './orderState';
import type { Item, OrderState } from './orderState';
import { isNumberedByCarrier } from './numbering';
import { isSameName, providerFor } from './providers';
import * as requests from './requests';
import { hasLeft, isReady, offers } from './stages';
import { statusLabel } from './statuses';

/** Tells another tracking number or carrier of a parcel, which the channel takes only while it is ready to ship. */
export async function retrack(
	telling: Telling,
	before: OrderState,
	parcel: UpdateParcel,
): Promise<OrderState> {
	const { tracking } = parcel;
	const isCorrection = telling.update.effect === 'tracking';
	if (tracking === null || tracking.number.trim() === '') return before;
	const isOther = (item: Item) => differs(item, tracking, isCorrection);
	const other = openIn(before, parcel).filter(isOther);
	const gone = other.find(hasLeft);
	if (isCorrection && gone !== undefined) throw tooLate(before, gone, tracking);
	let state = before;
	for (let left = other.filter(isReady); left.length > 0; ) {
		const [first] = left;
		if (first === undefined || (!isCorrection && (await isNumberedByCarrier(telling, first))))
			break;
		state = await corrected(telling, state, parcel, first);
		const still = openIn(state, parcel).filter((item) => isReady(item) && isOther(item));
		if (still.length >= left.length) throw unseen(state, tracking);
		left = still;
	}
	return state;
}

/** A carrier that the hub does not know differs from none. */
const differs = (item: Item, { number, carrier }: Tracking, isCorrection: boolean): boolean =>
	item.trackingCode !== number.trim() ||
	(isCorrection && carrier !== null && !item.isPreselected && !isSameName(item.provider, carrier));

/** One call is for all of the package that the item is in. */
async function corrected(
	telling: Telling,
	state: OrderState,
	parcel: UpdateParcel,
	item: Item,
): Promise<OrderState> {
	const { http, update } = telling;
	checkAlone(state, parcel, item);
	const number = parcel.tracking?.number.trim() ?? '';
	const provider = providerFor(await telling.providers(), item, parcel, update.number);
	const name = provider?.name ?? '';
	const isNamed =
		provider !== null && parcel.tracking?.carrier != null && !isSameName(name, item.provider);
	const action = isNamed ? 'setProvider' : 'setTracking';
	if (!offers(item, action)) throw notOffered(state, item, number);
	const request = isNamed
		? requests.setProvider(item.id, name, number)
		: requests.setTrackingCode(item.id, number);
	await ask(http, request, `tracking number ${number} of order ${update.number}`);
	telling.done.push(
		`tracking number ${number}${isNamed ? ` of ${name}` : ''} in place of ${item.trackingCode ?? 'none'}`,
	);
	return await lookAt(http, update);
}

/** Nobody's number is changed along with it. */
function checkAlone({ number, items }: OrderState, { lines }: UpdateParcel, item: Item): void {
	const own = lines.map(({ line }) => line);
	const others = items.filter(
		(one) =>
			!own.includes(one.id) &&
			isReady(one) &&
			one.trackingCode !== null &&
			one.trackingCode === item.trackingCode,
	);
	if (others.length === 0) return;
	throw refused(
		`theIconic: item ${item.id} of order ${number} is in one package with ${idsOf(others).join(', ')}, which is another parcel in the hub, so its tracking number was not changed. Settle it in Seller Center.`,
	);
}

const tooLate = ({ number }: OrderState, { id, status }: Item, tracking: Tracking) =>
	refused(
		`theIconic: item ${id} of order ${number} is ${statusLabel(status)} on The Iconic, which takes another tracking number only before that, so ${tracking.number} was not told. Tell it to The Iconic by other ways.`,
	);

const notOffered = ({ number }: OrderState, { id }: Item, tracking: string) =>
	refused(
		`theIconic: The Iconic does not offer to change the tracking number of item ${id} of order ${number}, so ${tracking} was not told. Look at the order in Seller Center.`,
	);

const unseen = ({ number }: OrderState, tracking: Tracking) =>
	new Failure(
		'unavailable',
		`theIconic: took tracking number ${tracking.number} of order ${number} and does not show it yet. Try again in a minute.`,
		60_000,
	);
