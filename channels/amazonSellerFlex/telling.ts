import type { ChannelUpdate } from '../../domain/channelUpdate';
import { refused } from '../../domain/failure';
import type { Http, UpdateSent } from '../connector';
import { refusalOf } from './answer';
import { memoIn } from './memo';
import type { Memo } from './memo';
import { packageId } from './packing';
import { knownStage, lookAt } from './shipmentState';
import type { ShipmentSeen, ShipmentState, Stage } from './shipmentState';
import { nextStep } from './steps';
import type { Telling } from './steps';

/** What a shipment can be told to be. */
export type Goal = 'CONFIRMED' | 'SHIPLABEL_GENERATED' | 'SHIPPED';

/** Where the hub's shipments stand when they are told so: the first try writes without a look, since calls are scarce. */
const expected = {
	CONFIRMED: 'ACCEPTED',
	SHIPLABEL_GENERATED: 'CONFIRMED',
	SHIPPED: 'SHIPLABEL_GENERATED',
} as const satisfies Record<Goal, Stage>;

/** Brings the shipment to the goal, from wherever it stands. A look follows where it does not stand where it was expected. */
export async function tell(
	http: Http,
	update: ChannelUpdate,
	goal: Goal,
	isRepeated: boolean,
): Promise<UpdateSent> {
	if (goal !== 'CONFIRMED' && update.parcels.length === 0) throw noParcel(update);
	const memo = isRepeated ? null : memoFor(update);
	const { state, clock } = memo === null ? await seenIn(http, update) : assumed(update, memo, goal);
	const now = clock ?? (update.now === undefined ? null : Date.parse(update.now));
	const telling: Telling = { http, update, done: [], told: new Map(), now, labelTries: 0 };
	return (await bring(telling, state, goal)) ?? ended(telling, goal);
}

/** Null where it has to be asked for, and so has the time where Amazon lets nobody pack before one. */
function memoFor({ memo: written, now }: ChannelUpdate): Memo | null {
	const memo = memoIn(written);
	return memo?.packAfter === undefined || now !== undefined ? memo : null;
}

interface Start {
	readonly state: ShipmentState;
	readonly clock: number | null;
}

async function seenIn(http: Http, update: ChannelUpdate): Promise<Start> {
	const seen = await lookAt(http, update);
	return { state: stateOf(seen, update), clock: seen.clock };
}

function assumed({ parcels }: ChannelUpdate, memo: Memo, goal: Goal): Start {
	const stage = expected[goal];
	const packages = parcels.map((parcel) => ({ id: packageId(parcel), stage }));
	return { state: { stage, packages: goal === 'SHIPPED' ? packages : [], memo }, clock: null };
}

const mostLooks = 3;

/** Null where the goal is reached, else what is waited for. */
async function bring(
	telling: Telling,
	from: ShipmentState,
	goal: Goal,
): Promise<UpdateSent | null> {
	const { http, update } = telling;
	let state = from;
	let looks = 0;
	for (;;) {
		const step = nextStep(telling, state, goal);
		if (step === null) return null;
		const stepped = await step(telling, state);
		if ('outcome' in stepped) return stepped;
		if (!('refusal' in stepped)) {
			state = stepped;
			continue;
		}
		const { state: stands, clock } = await seenIn(http, update);
		telling.now = clock ?? telling.now;
		const isStuck = isSame(state, stands) && !isEarly(telling, stands.memo);
		if (isStuck || ++looks > mostLooks) throw refusalOf(stepped.refusal);
		state = stands;
	}
}

const isEarly = ({ now }: Telling, { packAfter }: Memo): boolean =>
	packAfter !== undefined && now !== null && now < Date.parse(packAfter);

const isSame = (one: ShipmentState, other: ShipmentState): boolean =>
	one.stage === other.stage &&
	one.packages.length === other.packages.length &&
	one.packages.every(({ id, stage }) =>
		other.packages.some((its) => its.id === id && its.stage === stage),
	);

function stateOf({ status, packages, memo }: ShipmentSeen, update: ChannelUpdate): ShipmentState {
	if (status === 'CANCELLED') throw cancelled(update);
	const stage = knownStage(status);
	if (stage !== null) return { stage, packages, memo };
	throw refused(
		`amazonSellerFlex: order ${update.number} is "${status}" on Amazon, which nobody here knows, so "${update.channelStatus}" was not told. Look at it in Seller Flex.`,
	);
}

function ended({ update, done, told }: Telling, goal: Goal): UpdateSent {
	const isNew = done.length > 0;
	return {
		outcome: isNew ? 'sent' : 'already',
		detail: isNew
			? `Order ${update.number}: ${done.join(', ')}.`
			: `Order ${update.number} was ${goal} or further already.`,
		...(told.size > 0 && { parcels: [...told.values()] }),
	};
}

const cancelled = ({ number, channelStatus }: ChannelUpdate) =>
	refused(
		`amazonSellerFlex: order ${number} is cancelled on Amazon, so "${channelStatus}" was not told. Keep the goods.`,
	);

const noParcel = ({ number, channelStatus }: ChannelUpdate) =>
	refused(
		`amazonSellerFlex: "${channelStatus}" of order ${number} is about no parcel, so there is nothing to pack. Assign a hub first.`,
	);
