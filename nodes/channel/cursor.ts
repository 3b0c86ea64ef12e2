import type { OrderPage, OrderWindow } from '../../channels/connector';
import { epochMs, instant } from '../../domain/instant';
import type { Order, Unreadable } from '../../domain/order';

/** What a trigger remembers between polls. `seen` holds what it gave out lately: the revision, by order. */
export interface Cursor {
	readonly account: string;
	readonly startedAt: string;
	readonly watermark: string;
	readonly position: string | null;
	readonly seen: Readonly<Record<string, string>>;
}

/** More orders than a channel changes within a usual overlap; n8n loads and saves all of it at every poll. */
const mostSeen = 5000;

export const windowOf = (
	cursor: Cursor,
	{ overlapMinutes, includeOlder }: { overlapMinutes: number; includeOlder: boolean },
): OrderWindow => ({
	connectedAt: includeOlder ? instant(0) : cursor.startedAt,
	watermark: cursor.watermark,
	overlapMinutes,
	position: cursor.position,
});

const revisionOf = ({ revisedAt, statuses }: Order) => revisedAt ?? statuses.join();

const revisionsIn = (page: OrderPage) => [
	...page.orders.map((order): [string, string] => [order.id, revisionOf(order)]),
	// Says no revision: given once, and remembered while the overlap can show it again.
	...page.unreadable.map((record): [string, string] => [nameOf(record), page.watermark]),
];

const nameOf = ({ id, reason }: Unreadable) => `unreadable ${id ?? reason}`;

/** What of the page was not given out before. */
export const unseen = ({ seen }: Cursor, { orders, unreadable }: OrderPage) => ({
	orders: orders.filter((order) => seen[order.id] !== revisionOf(order)),
	unreadable: unreadable.filter((record) => seen[nameOf(record)] === undefined),
});

/** The cursor after a page. Revisions from before the overlap cannot come again and are forgotten. */
export function after(cursor: Cursor, page: OrderPage, overlapMinutes: number): Cursor {
	const watermark = page.next === null ? page.watermark : cursor.watermark;
	const floor = instant(epochMs(cursor.watermark) - overlapMinutes * 60_000);
	const seen = { ...cursor.seen, ...Object.fromEntries(revisionsIn(page)) };
	const kept = Object.entries(seen)
		.filter(([, revision]) => revision >= floor)
		.sort(([, left], [, right]) => (left < right ? -1 : 1))
		.slice(-mostSeen);
	return { ...cursor, watermark, position: page.next, seen: Object.fromEntries(kept) };
}
