import type { ChannelOrder } from '../../auditor/channel';
import type { EventRow, LedgerRows } from '../../auditor/ledger';

const byOrder = ({ events }: LedgerRows): ReadonlyMap<number, readonly EventRow[]> =>
	Map.groupBy(
		events.filter(({ order_id }) => order_id !== null),
		({ order_id }) => order_id ?? 0,
	);

type Is = (event: EventRow) => boolean;

/** Whether it had a hub after that. */
function hadHubAfter(events: readonly EventRow[], is: Is): boolean {
	const at = events.findIndex(is);
	return at >= 0 && events.slice(at).some(({ type }) => type === 'order_assigned');
}

const heldFor =
	(reason: string): Is =>
	({ type, detail }) =>
		type === 'order_on_hold' && detail === reason;

const letGo: Is = (event) =>
	event.type === 'order_released' || heldFor('inventory_not_present')(event);

/** Orders that people, or time, helped out of a queue, and what came back, by what became of it. */
export function countHandled(
	channel: readonly ChannelOrder[],
	ledger: LedgerRows,
): Readonly<Record<string, number>> {
	const events = byOrder(ledger);
	const away = (is: Is) =>
		ledger.orders.filter(({ id }) => hadHubAfter(events.get(id) ?? [], is)).length;
	const cancelled = new Set(
		channel.filter(({ isCancelledByApi }) => isCancelledByApi).map(({ id }) => id),
	);
	const wasHeld = (id: number) =>
		(events.get(id) ?? []).some(({ type }) => type === 'order_on_hold');
	return {
		heldAndReleased: away(letGo),
		approved: away(({ type }) => type === 'order_approved'),
		autoCancelled: ledger.orders.filter(
			({ id, channel_id, status }) =>
				status === 'cancelled' && wasHeld(id) && cancelled.has(channel_id),
		).length,
		manuallyRouted: away(heldFor('not_able_to_route')),
		returned: ledger.orders.filter(({ status }) => /^(partial_return|returned)$/.test(status))
			.length,
		restocked: ledger.returns.reduce((units, { restocked }) => units + restocked, 0),
	};
}
