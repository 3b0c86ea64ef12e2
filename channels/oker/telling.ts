import type { ChannelUpdate, ParcelTold, Tracking, UpdateParcel } from '../../domain/channelUpdate';
import type { Http, UpdateSent } from '../connector';
import { courierOf, labelOf } from './courier';
import { dispatch } from './dispatching';
import { gatewayOf } from './gateway';
import { memoText } from './memo';
import type { Memo } from './memo';
import { heldBy, isCancelled, isGone, lookAt, stateLabel } from './orderState';
import type { OrderState } from './orderState';
import { invoiced, measured } from './packing';
import type { Issued, Telling } from './packing';
import { cancelledThere, checkParcel, leftOut, onlyParcel } from './refusing';
import { sellerOf } from './seller';
import { waits } from './waiting';

/** What an order can be told to be. */
export type Goal = 'packed' | 'dispatched';

/** Brings the order to the goal from wherever it stands, and says what became of its parcel. */
export async function tell(
	http: Http,
	update: ChannelUpdate,
	goal: Goal,
	isRepeated: boolean,
): Promise<UpdateSent> {
	const parcel = onlyParcel(update);
	const telling: Telling = { http, gateway: await gatewayOf(http), update, parcel, done: [] };
	const state = await lookAt(http, update);
	if (isCancelled(state)) throw cancelledThere(update);
	if (isGone(state)) return await gone(telling, state);
	checkParcel(update, parcel, state);
	const held = heldBy(state);
	if (held !== null) return later(update, state, { minutes: 5, why: `it is ${held} on Oker` });
	if (goal === 'dispatched' && isUnmanifested(telling)) return later(update, state, noManifest);
	const invoice = await invoiced(telling, state);
	const isMeasured = await measured(telling, state, invoice.counts);
	const known: OrderState = { ...state, memo: { isMeasured } };
	const parcels = [{ ...nothingToldOf(parcel), invoice: invoice.told }];
	const tracking = await courierOf(telling, known);
	if (tracking === null) return { ...later(update, known, noCourier), parcels };
	const told = await parcelTold(telling, known, { tracking, goal });
	if (typeof told === 'number') return { ...later(update, known, noLabel(told)), parcels };
	if (goal === 'dispatched') await dispatch(telling, known, invoice.counts);
	const isNew = telling.done.length > 0 || (goal === 'packed' && isRepeated);
	const { number, carrier } = tracking;
	const awb = `AWB ${number}${carrier === null ? '' : ` of ${carrier}`}`;
	const said = [...telling.done, ...inWords(invoice), awb, ...leftOut(parcel, state)];
	return {
		outcome: isNew ? 'sent' : 'already',
		detail: `Order ${update.number}: ${said.join(', ')}.`,
		parcels: [{ ...(told ?? nothingToldOf(parcel)), invoice: invoice.told }],
		memo: memoText({ isMeasured }),
	};
}

const nothingToldOf = ({ parcel }: UpdateParcel) => ({ parcel, tracking: null, label: null });

const inWords = ({ counts, told }: Issued): readonly string[] => [
	`invoice ${counts.code}`,
	...(told.code === counts.code ? [] : [`which Oker by now calls ${told.code}`]),
];

/** The store says whether the hub's word is enough, or a closed manifest has to stand behind it. */
const isUnmanifested = ({ http, update }: Telling): boolean =>
	sellerOf(http).dispatchBy === 'manifest' && update.manifest === undefined;

/** What the hub lacks of the parcel; null where it lacks nothing, and how long to wait, in ms, where its label is late. */
async function parcelTold(
	telling: Telling,
	state: OrderState,
	{ tracking, goal }: { readonly tracking: Tracking; readonly goal: Goal },
): Promise<ParcelTold | number | null> {
	const { parcel } = telling;
	if (goal === 'dispatched' && parcel.tracking?.number === tracking.number) return null;
	const label = await labelOf(telling, state);
	return typeof label === 'number' ? label : { parcel: parcel.parcel, tracking, label };
}

/** What the hub lacks of an order that has left is told; nothing is waited for any more. */
async function gone(telling: Telling, state: OrderState): Promise<UpdateSent> {
	const { update, parcel } = telling;
	const detail = `Order ${update.number} was ${stateLabel(state)} on Oker already.`;
	const tracking = parcel.tracking === null ? await courierOf(telling, state) : null;
	if (tracking === null) return { outcome: 'already', detail };
	return {
		outcome: 'already',
		detail,
		parcels: [{ parcel: parcel.parcel, tracking, label: null }],
	};
}

interface Reason {
	readonly minutes: number;
	readonly why: string;
	readonly waitsFor?: UpdateSent['waitsFor'];
}

const noManifest = {
	minutes: 30,
	why: 'it is in no closed manifest yet',
	waitsFor: 'manifest',
} as const;
const noCourier = { minutes: 2, why: 'Oker has assigned no courier to it yet' };

const minuteMs = 60_000;

const noLabel = (waitMs: number): Reason => ({
	minutes: Math.max(2, Math.ceil(waitMs / minuteMs)),
	why: 'Oker has not given its label yet',
});

const later = (
	update: ChannelUpdate,
	{ clock, memo }: { readonly clock: OrderState['clock']; readonly memo: Memo | null },
	reason: Reason,
): UpdateSent => waits(update, { clock, memo, ...reason });
