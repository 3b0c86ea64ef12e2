import type { ChannelUpdate, UpdateParcel } from '../../domain/channelUpdate';
import { refused } from '../../domain/failure';
import type { Http, UpdateSent } from '../connector';
import { itemsText } from './changing';
import type { Telling, Waiting } from './changing';
import { numberAwaited, parcelsTold } from './numbering';
import { idsOf, isCancelled, itemsIn, lookAt, openIn } from './orderState';
import type { OrderState } from './orderState';
import { pack } from './packing';
import { providersOf } from './providers';
import { makeReady } from './readying';
import { retrack } from './retracking';
import { deliver, hasArrived, ship } from './shipping';
import type { Goal } from './stages';
import { waits } from './waiting';

type Step = (
	telling: Telling,
	state: OrderState,
	parcel: UpdateParcel,
) => Promise<OrderState | Waiting>;

/** The way there, of which each step skips what is past it. */
const stepsTo: Readonly<Record<Goal, readonly Step[]>> = {
	packed: [pack, retrack],
	ready_to_ship: [makeReady, retrack],
	shipped: [makeReady, retrack, ship],
	delivered: [makeReady, retrack, ship, deliver],
};

/** Brings the items of the update's parcels to the goal, each parcel by itself, as far as the channel offers. */
export async function tell(http: Http, update: ChannelUpdate, goal: Goal): Promise<UpdateSent> {
	if (update.parcels.length === 0) throw noParcel(update);
	const providers = providersOf(http);
	const telling: Telling = { http, update, goal, providers, done: [], notes: [] };
	let state = await lookAt(http, update);
	const waitings: Waiting[] = [];
	for (const parcel of update.parcels) {
		checkWanted(telling, state, parcel);
		for (const step of stepsTo[goal]) {
			const after = await step(telling, state, parcel);
			if ('why' in after) waitings.push(after);
			if ('why' in after) break;
			state = after;
		}
	}
	const waiting = waitings[0] ?? (await numberAwaited(telling, state));
	return waiting === null
		? await told(telling, state)
		: waits(update, state, { ...waiting, done: telling.done });
}

/** What a parcel still holds of a cancelled item stays in the hub. */
function checkWanted({ update, notes }: Telling, state: OrderState, parcel: UpdateParcel): void {
	const off = idsOf(itemsIn(state, parcel).filter(isCancelled));
	if (openIn(state, parcel).length === 0) throw cancelledThere(update);
	if (off.length > 0) notes.push(`${itemsText(off)} is cancelled on The Iconic and was left out`);
}

async function told(telling: Telling, state: OrderState): Promise<UpdateSent> {
	const { update, goal, done, notes } = telling;
	const isOpen = update.parcels.some((one) => !openIn(state, one).every(hasArrived));
	const said = [...done, ...notes];
	if (goal === 'delivered' && isOpen && done.length === 0) {
		const why = [byCarrier, ...notes].join(', ');
		return { outcome: 'untaken', detail: `Order ${update.number}: ${why}.` };
	}
	const parcels = await parcelsTold(telling, state);
	const was = `was ${goal} or further already`;
	return {
		outcome: done.length > 0 ? 'sent' : 'already',
		detail: `Order ${update.number}${done.length > 0 ? ': ' : ` ${was}${said.length > 0 ? ': ' : ''}`}${said.join(', ')}.`,
		...(parcels.length > 0 && { parcels }),
	};
}

const byCarrier = 'the carrier tells The Iconic of its delivery, the seller is not offered to';

const cancelledThere = ({ number, channelStatus }: ChannelUpdate) =>
	refused(
		`theIconic: order ${number} is cancelled on The Iconic, so "${channelStatus}" was not told. Keep the goods.`,
	);

const noParcel = ({ number, channelStatus }: ChannelUpdate) =>
	refused(
		`theIconic: "${channelStatus}" of order ${number} is about no parcel, so there is nothing to ship. Assign a hub first.`,
	);
