import { raise, type ExceptionDraft } from './exceptions';
import type { Taking } from './fulfilling';
import type { OrderRow } from './orders';
import type { Work } from './statement';

type About = Pick<ExceptionDraft, 'kind' | 'reference' | 'cause' | 'advice'>;

/** For a person to see; what is no news is said nowhere again. */
function* conflict(
	{ store, given, conflicts }: Taking,
	{ id }: OrderRow,
	about: About,
): Work<void> {
	const { parcels, cancelled } = given;
	const isNews = yield* raise({
		...about,
		store: store.code,
		settingsVersion: store.version,
		order: id,
		payload: { id: given.id, parcels, cancelled },
	});
	if (isNews) conflicts.push(about.cause);
}

/** The order as a person finds it in the OMS. */
const named = ({ given }: Taking) => `${given.number}, ${given.id}`;

/** The OMS shipped what was cancelled on the channel or in the hub. */
export const shippedAfterCancel = (taking: Taking, order: OrderRow, parcel: string): Work<void> => {
	const isByChannel = order.mapped_status === 'cancelled';
	return conflict(taking, order, {
		kind: isByChannel ? 'cancelled_after_shipping' : 'shipped_outside',
		reference: order.channel_id,
		cause: `Order ${order.number} was cancelled ${isByChannel ? 'on the channel' : 'in the hub'}, and ${taking.oms.channel} shipped it all the same as ${named(taking)} in parcel ${parcel}.`,
		advice: 'Call the parcel back with the carrier, or handle it as a return.',
	});
};

/** The OMS cancelled what has left. */
export const cancelledAfterLeaving = (taking: Taking, order: OrderRow): Work<void> =>
	conflict(taking, order, {
		kind: 'cancelled_after_shipping',
		reference: order.channel_id,
		cause: `Order ${order.number} was cancelled in ${taking.oms.channel} (${named(taking)}) when something of it had left.`,
		advice:
			'See what left. Call it back with the carrier, or handle it as a return, and cancel the rest on the channel by hand.',
	});

/** The channel may have heard of what the OMS takes back. */
export const takenBackTooLate = (taking: Taking, order: OrderRow, parcel: number): Work<void> =>
	conflict(taking, order, {
		kind: 'fulfilment_taken_back',
		reference: takenBackReference(order, parcel),
		cause: `Parcel ${parcel} of order ${order.number} has not left, says ${taking.oms.channel} (${named(taking)}), after the channel was told that it had.`,
		advice:
			'When it leaves again its new tracking number is told, and this closes. If it does not, correct the order on the channel by hand, then dismiss this.',
	});

/** What an exception about a parcel that was taken back is found by. */
export const takenBackReference = ({ channel_id }: OrderRow, parcel: number): string =>
	`${channel_id} ${parcel}`;
