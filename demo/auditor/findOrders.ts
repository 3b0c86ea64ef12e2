import type { ChannelOrder } from './channel';
import type { Finding } from './facts';
import type { LedgerRows, OrderRow } from './ledger';
import { difference, inWords, sum } from './units';

/** States in which a hub holds units for an order. */
export const holding: readonly string[] = [
	'hub_assigned',
	'new_order',
	'picked',
	'consolidated',
	'packed',
	'ready_to_ship',
	'ready_for_handover',
];

/** What is wrong between the channel's orders and the hub's. */
export function findOrders(
	channel: readonly ChannelOrder[],
	ledger: LedgerRows,
	keptOnChannel: readonly string[],
): readonly Finding[] {
	const inHub = Map.groupBy(ledger.orders, ({ channel_id }) => channel_id);
	const placed = new Set(channel.map(({ id }) => id));
	return [
		...channel.flatMap((order) =>
			findOrder(order, inHub.get(order.id) ?? [], ledger, keptOnChannel.includes(order.id)),
		),
		...ledger.orders
			.filter(({ channel_id }) => !placed.has(channel_id))
			.map((row) => doubled(row, 'is in the hub and was not placed since the connection')),
		...[...Map.groupBy(ledger.orders, ({ number }) => number).values()]
			.flatMap((rows) => rows.slice(1))
			.map((row) => doubled(row, 'is in the hub more than once by its number')),
	];
}

function findOrder(
	order: ChannelOrder,
	rows: readonly OrderRow[],
	ledger: LedgerRows,
	isKept: boolean,
): readonly Finding[] {
	const isParked = ledger.parked.some(({ channel_id }) => channel_id === order.id);
	const isException = hasException(order, ledger);
	const [row, ...more] = rows;
	if (!row)
		return isParked || isException ? [] : [lost(order, 'was placed and is nowhere in the hub')];
	return [
		...more.map((extra) => doubled(extra, 'is in the hub more than once')),
		...(isParked ? [doubled(row, 'is in the hub and parked as well')] : []),
		...findState(order, row, isException, isKept),
		...findLines(order, row, ledger, isException),
		...findReservation(row, ledger),
	];
}

const hasException = ({ id, number }: ChannelOrder, { exceptions }: LedgerRows) =>
	exceptions.some(({ reference, state }) => state === 'open' && [id, number].includes(reference));

/** A cancellation may be left to a person only when the goods have left, or the channel itself came too late. */
function findState(
	order: ChannelOrder,
	row: OrderRow,
	isException: boolean,
	isKept: boolean,
): readonly Finding[] {
	if (row.status === 'created') return [lost(order, 'was never routed')];
	const isLate = order.isCancelledLate === true || ![...holding, 'on_hold'].includes(row.status);
	const isTold = isException && isLate;
	if (order.isCancelled && row.status !== 'cancelled' && !isTold) {
		return [lost(order, `is cancelled on the channel and ${row.status} in the hub`)];
	}
	if (!order.isCancelled && row.status === 'cancelled' && !isKept) {
		return [lost(order, 'is cancelled in the hub and not on the channel')];
	}
	if (isKept && order.isCancelledByApi) {
		return [lost(order, 'was cancelled on the channel, which was not to hear of it')];
	}
	if (!order.statuses.includes(row.channel_status)) {
		const now = order.statuses.join(' ');
		return [lost(order, `is ${now} on the channel; the hub still has ${row.channel_status}`)];
	}
	return [];
}

/** A difference that an open exception tells of is a person's to settle, not lost. */
function findLines(
	order: ChannelOrder,
	row: OrderRow,
	ledger: LedgerRows,
	isException: boolean,
): readonly Finding[] {
	if (order.isCancelled || isException || row.status === 'cancelled') return [];
	const inHub = sum(
		ledger.lines
			.filter(({ order_id }) => order_id === row.id)
			.map(({ sku, ordered, cancelled }) => [sku ?? '(no SKU)', ordered - cancelled]),
	);
	const apart = difference(inHub, order.wanted);
	if (apart.size === 0) return [];
	const what = `has ${inWords(inHub)} in the hub and ${inWords(order.wanted)} on the channel`;
	const isMore = [...apart.values()].every((count) => count > 0);
	return [isMore ? doubled(row, what) : lost(order, what)];
}

/** What an OMS has is out of its stock, and of nobody's else. */
const isWithOms = ({ id }: OrderRow, { oms }: LedgerRows) =>
	oms.handOvers.some(({ order_id, handed_over_at }) => order_id === id && handed_over_at !== null);

function findReservation(row: OrderRow, ledger: LedgerRows): readonly Finding[] {
	const isHolding = holding.includes(row.status) && !isWithOms(row, ledger);
	const wanted = sum(
		ledger.lines
			.filter(({ order_id }) => order_id === row.id && isHolding)
			.map(({ line_id, ordered, cancelled, shipped }) => [line_id, ordered - cancelled - shipped]),
	);
	const held = sum(
		ledger.reservations
			.filter(({ order_id }) => order_id === row.id)
			.map(({ line_id, quantity }) => [line_id, quantity]),
	);
	const apart = [...difference(held, wanted).values()];
	const what = `is ${row.status}, wants ${inWords(wanted)} and holds ${inWords(held)}`;
	return [
		...(apart.some((count) => count > 0) ? [doubled(row, what)] : []),
		...(apart.some((count) => count < 0) ? [lost(row, what)] : []),
	];
}

const lost = ({ number }: { readonly number: string }, what: string): Finding => ({
	kind: 'lost',
	what: `order ${number} ${what}`,
});

const doubled = ({ number }: { readonly number: string }, what: string): Finding => ({
	kind: 'doubled',
	what: `order ${number} ${what}`,
});
