import type { ChannelUpdate } from '../../domain/channelUpdate';
import { refused } from '../../domain/failure';
import type { Http, UpdateSent } from '../connector';
import type { Refused } from './answer';
import { trackingInputs } from './carriers';
import { lookAt } from './changing';
import type { OrderState, Package } from './orderState';
import { move, pack, unseen } from './packageChanges';
import type { Telling } from './packageChanges';
import { packingOf } from './packing';
import { isAbout, refusalOf } from './refusal';
import { isDue, stepsTo } from './steps';
import type { PackageStatus, Step } from './steps';

/** Brings the packages of the update's parcels to the status, by the decision table of reference/ikas.md 11.2. */
export async function tell(
	http: Http,
	update: ChannelUpdate,
	goal: PackageStatus,
): Promise<UpdateSent> {
	if (update.parcels.length === 0) throw noParcel(update);
	const telling: Telling = { http, update, done: [], trackingInput: trackingInputs(http) };
	let state = await lookAt(http, update);
	for (const parcel of update.parcels) {
		for (const step of stepsTo(goal, update, parcel)) state = await take(telling, state, step);
	}
	const { done } = telling;
	return done.length > 0
		? { outcome: 'sent', detail: `Order ${state.number}: ${done.join(', ')}.` }
		: { outcome: 'already', detail: `Order ${state.number} was ${goal} or further already.` };
}

/** What is in no package is packed, what is in one is moved. Answers the order as it is then. */
async function take(telling: Telling, state: OrderState, step: Step): Promise<OrderState> {
	if (state.isCancelled) throw cancelled(state, step);
	const { packages, open } = packingOf(state, step.parcel);
	const arrived = packages.find(({ status }) => status === 'DELIVERED');
	if (step.status === 'UNABLE_TO_DELIVER' && arrived) throw delivered(state, arrived);
	const due = packages.filter((one) => isDue(step, one));
	const packed = open.length > 0 ? await pack(telling, state, step, open) : state;
	if ('refusal' in packed) return await takeAgain(telling, step, packed);
	return due.length > 0 ? await move(telling, packed, step, due) : packed;
}

/** The lines were packed while this was sent. Now there is a package to move, or ikas is late to show it. */
async function takeAgain(telling: Telling, step: Step, { refusal }: Refused): Promise<OrderState> {
	const { http, update } = telling;
	if (!isAbout(refusal, 'already_packaged')) {
		throw refusalOf(refusal, `the package of order ${update.number}`);
	}
	const state = await lookAt(http, update);
	const isSeen = state.isCancelled || packingOf(state, step.parcel).open.length === 0;
	if (!isSeen) throw unseen(update);
	return await take(telling, state, step);
}

const cancelled = ({ number }: OrderState, { status }: Step) =>
	refused(
		`ikas: order ${number} is cancelled there, so ${status} was not told. Keep the goods, or settle it in the ikas panel.`,
	);

const delivered = ({ number }: OrderState, one: Package) =>
	refused(
		`ikas: package ${one.number} of order ${number} is DELIVERED there, so UNABLE_TO_DELIVER was not told. Look at it in the ikas panel.`,
	);

const noParcel = ({ number, channelStatus }: ChannelUpdate) =>
	refused(
		`ikas: "${channelStatus}" of order ${number} is about no parcel, so there is nothing to ship. Assign a hub first.`,
	);
