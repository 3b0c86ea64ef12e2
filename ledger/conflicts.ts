import type { MappedOrder } from '../domain/order';
import type { Difference } from '../domain/orderEdit';
import type { LineUnits } from '../domain/omsUnits';
import { shown } from '../domain/sku';
import { raise } from './exceptions';
import type { KnownOrder } from './remembering';
import type { Store } from './storeShapes';
import type { Work } from './statement';

/** The warehouse already works on what the channel has changed; answers the cause. */
export function* editedTooLate(
	store: Store,
	known: KnownOrder,
	order: MappedOrder,
	edits: readonly Difference[],
): Work<string> {
	const when =
		known.handed === 1
			? 'after its hand-over to the OMS had begun'
			: `when the hub had it as ${known.status}`;
	const cause = `Order ${order.number} was edited on the channel ${when}.`;
	yield* raise({
		store: store.code,
		kind: 'order_edited',
		reference: order.id,
		cause,
		advice:
			'Compare the two. Change what is still possible by hand, or cancel the order in the hub.',
		settingsVersion: store.version,
		order: known.id,
		payload: edits,
	});
	return cause;
}

/** The channel cancelled what has left the hub; answers the cause. */
export function* tooLateToCancel(
	store: Store,
	known: KnownOrder,
	order: MappedOrder,
): Work<string> {
	const cause = `Order ${order.number} was cancelled on the channel when the hub had it as ${known.status}.`;
	yield* raise({
		store: store.code,
		kind: 'cancelled_after_shipping',
		reference: order.id,
		cause,
		advice: 'Call the parcel back with the carrier, or handle it as a return.',
		settingsVersion: store.version,
		order: known.id,
		payload: { hub: known.status, channel: order.statuses },
	});
	return cause;
}

/** The channel cancelled what it has invoiced: the goods stay reserved until a person has decided. Answers the cause. */
export function* cancelledAfterInvoice(
	store: Store,
	known: KnownOrder,
	order: MappedOrder,
): Work<string> {
	const cause = `Order ${order.number} was cancelled on the channel after it was invoiced, when the hub had it as ${known.status}.`;
	yield* raise({
		store: store.code,
		kind: 'cancelled_after_invoice',
		reference: order.id,
		cause,
		advice: `Keep the parcel, and ask ${store.channel} whether the cancel stands. If it does, cancel the order in the hub: that gives its goods back and closes this. If not, ship it and dismiss this.`,
		settingsVersion: store.version,
		order: known.id,
		payload: { hub: known.status, channel: order.statuses },
	});
	return cause;
}

/** The channel cancelled single units that have left the hub; answers the cause. */
export function* cancelledAloneTooLate(
	store: Store,
	known: KnownOrder,
	order: MappedOrder,
	units: readonly LineUnits[],
): Work<string> {
	const said = units.map(({ line, quantity }) => `${quantity} of line ${shown(line)}`).join(', ');
	const cause = `Of order ${order.number} the channel cancelled ${said} after it had left the hub.`;
	yield* raise({
		store: store.code,
		kind: 'cancelled_after_shipping',
		reference: order.id,
		cause,
		advice: 'Call the parcel back with the carrier, or handle it as a return.',
		settingsVersion: store.version,
		order: known.id,
		payload: { hub: known.status, channel: order.statuses, units },
	});
	return cause;
}

/** The hub cancelled the order, and it was shipped all the same; answers the cause. */
export function* shippedThoughCancelled(
	store: Store,
	known: KnownOrder,
	order: MappedOrder,
): Work<string> {
	const cause = `Order ${order.number} was cancelled in the hub and shipped all the same, says the channel.`;
	yield* raise({
		store: store.code,
		kind: 'shipped_outside',
		reference: order.id,
		cause,
		advice: 'The hub has it as shipped now. Count the stock of the hub it left, then dismiss this.',
		settingsVersion: store.version,
		order: known.id,
		payload: { hub: known.hub, channel: order.statuses },
	});
	return cause;
}
