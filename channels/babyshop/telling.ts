import type { ChannelUpdate } from '../../domain/channelUpdate';
import type { Http, UpdateSent } from '../connector';
import { invoiced } from './invoicing';
import type { Telling } from './invoicing';
import { memoIn } from './memo';
import { isNumbered, numbered } from './numbering';
import { hasLeft, isCancelled, lookAt, memoTextOf, openLines, shipmentsIn } from './orderState';
import type { OrderState } from './orderState';
import { parcelsTold, shipmentOf, trackingOf } from './parcels';
import type { Goal } from './parcels';
import { cancelledThere, noParcel } from './refusing';
import { leftOut } from './shipment';
import { ship } from './shipping';
import { statusLabel } from './statuses';
import { waits } from './waiting';

/** Brings the order to the goal from wherever it stands, and says what became of its parcels. */
export async function tell(
	http: Http,
	update: ChannelUpdate,
	goal: Goal,
	isRepeated: boolean,
): Promise<UpdateSent> {
	if (update.parcels.length === 0) throw noParcel(update);
	const telling: Telling = { http, update, done: [] };
	const first = await seenIn(telling);
	if (goal === 'shipped' && hasLeft(first)) return left(update, first);
	const made = await invoiced(telling, first);
	if ('outcome' in made) return made;
	const state = made === first || isNumbered(made) ? made : await numbered(http, made);
	if (isCancelled(state)) throw cancelledThere(update);
	if (!isNumbered(state)) return waitsFor(update, state, 'tracking number (AWB)');
	const parcels = await parcelsTold(telling, state, goal);
	if (parcels === null) return waitsFor(update, state, 'label');
	if (goal === 'shipped') await ship(telling, state);
	const isNew = telling.done.length > 0 || (goal === 'ready' && isRepeated);
	const said = [...telling.done, numbersOf(state), ...leftOut(update, state)];
	return {
		outcome: isNew ? 'sent' : 'already',
		detail: `Order ${update.number}: ${said.join(', ')}.`,
		...(parcels.length > 0 && { parcels }),
		memo: memoTextOf(state),
	};
}

/** What is known to be in shipments is asked for by shipment, since calls are counted by operation. */
async function seenIn({ http, update }: Telling): Promise<OrderState> {
	const memo = memoIn(update.memo);
	const known = memo && { status: '', memo, clock: null };
	const open = known === null ? [] : openLines(known);
	if (known !== null && open.length > 0 && open.every(({ invoice }) => invoice !== null)) {
		const state = await numbered(http, known);
		if (state.status !== '') return state;
	}
	return await lookAt(http, update);
}

/** What the hub lacks of an order that has left is told; nothing is waited for any more. */
function left(update: ChannelUpdate, state: OrderState): UpdateSent {
	const parcels = update.parcels.flatMap((parcel) => {
		const its = shipmentOf(parcel, state);
		if (parcel.tracking !== null || its === undefined) return [];
		return [{ parcel: parcel.parcel, tracking: trackingOf(its), label: null }];
	});
	return {
		outcome: 'already',
		detail: `Order ${update.number} was ${statusLabel(state.status)} on Babyshop already.`,
		...(parcels.length > 0 && { parcels, memo: memoTextOf(state) }),
	};
}

const waitsFor = (update: ChannelUpdate, state: OrderState, what: string): UpdateSent =>
	waits(update, state, { minutes: 2, why: `Babyshop has not given the ${what} of it yet` });

const numbersOf = (state: OrderState): string =>
	shipmentsIn(state)
		.map(({ awb, carrier }) => `AWB ${awb}${carrier === null ? '' : ` of ${carrier}`}`)
		.join(', ');
