import { epochMs } from '../../domain/instant';
import type { Instant } from '../../domain/instant';
import type { Http, OrderWindow } from '../connector';
import { rowsOrNone, sound } from '../fields';
import { attempt } from './answer';
import type { Answer } from './answer';
import { cursorPage } from './paged';
import { rowIn } from './orderRows';
import type { OrderRow } from './orderRows';
import { refusalOf } from './refusal';
import { orderList, ordersChangedSince, rowsPerPage } from './requests';
import type { OmnifulOrder } from './types';
import { begunAt, dayOf, positionIn, textOf, watermarkOf, within } from './walk';
import type { Position } from './walk';

/** Each order of a page is a call of its own, and there are 60 a minute. */
const mostRead = 20;

interface Changed {
	readonly rows: readonly OrderRow[];
	readonly next: string | null;
	readonly watermark: Instant;
}

/** A list has no lines: only what the hub does not have in this revision is asked for. */
export async function newsIn(
	{ newsAmong }: OrderWindow,
	found: readonly OrderRow[],
): Promise<readonly OrderRow[]> {
	const references = found.map(({ id, updatedAt: revisedAt }) => ({ id, revisedAt }));
	const news = await newsAmong?.(references);
	return found.filter(({ id }) => news === undefined || news.has(id));
}

/** A page of what changed and is wanted: no more than can be read one by one. */
export async function changedOrders(
	http: Http,
	window: OrderWindow,
	wantedIn: (rows: readonly OrderRow[]) => Promise<readonly OrderRow[]>,
): Promise<Changed> {
	const at = positionIn(window);
	if (at.list !== null) return await listed(http, window, at, wantedIn);
	const { found, clock, from } = await searched(http, at);
	const begun = { ...at, from, startedAt: begunAt(at, clock) };
	// There may be more of them.
	if (found.length >= rowsPerPage) {
		const list = { ...begun, list: { cursor: null }, last: null };
		return await listed(http, window, list, wantedIn);
	}
	const rest = sortedByChange(found).filter((row) => isAfter(row, begun));
	const { page, more } = cut(await wantedIn(rest));
	const last = page.at(-1);
	const next = more && last ? textOf({ ...begun, last: markOf(last) }) : null;
	const watermark = watermarkOf(window, begun.startedAt, next === null);
	return { rows: page, next, watermark };
}

const cut = (rows: readonly OrderRow[]) => ({
	page: rows.slice(0, mostRead),
	more: rows.length > mostRead,
});

const markOf = ({ id, updatedAt }: OrderRow) => ({ id, at: epochMs(updatedAt) });

const sortedByChange = (rows: readonly OrderRow[]) =>
	rows.toSorted(
		(one, other) =>
			epochMs(one.updatedAt) - epochMs(other.updatedAt) || (one.id < other.id ? -1 : 1),
	);

function isAfter({ id, updatedAt }: OrderRow, { from, last }: Position): boolean {
	const at = epochMs(updatedAt);
	if (at < from) return false;
	return last === null || at > last.at || (at === last.at && id > last.id);
}

/** From the day on; where that is longer ago than filters reach, from as far back as they do. */
async function searched(http: Http, at: Position) {
	const first = await attempt<readonly OmnifulOrder[]>(http, ordersChangedSince(dayOf(at.from)));
	if (!('words' in first)) return { ...rowsOf(first), from: at.from };
	if (first.clock === null) throw refusalOf(first, 'what changed');
	const { from } = within(at, first.clock);
	if (from === at.from) throw refusalOf(first, 'what changed');
	const second = await attempt<readonly OmnifulOrder[]>(http, ordersChangedSince(dayOf(from)));
	if ('words' in second) throw refusalOf(second, 'what changed');
	return { ...rowsOf(second), from };
}

function rowsOf({ from, clock }: Answer<readonly OmnifulOrder[]>) {
	const found = rowsOrNone(from, 'data').map(rowIn);
	sound('omniful', from);
	return { found: withoutTwins(found), clock };
}

const withoutTwins = (rows: readonly OrderRow[]) => [
	...new Map(rows.map((row) => [row.id, row])).values(),
];

/** A page of the whole list. What changes meanwhile stays in its place: the next walk begins where this one began. */
async function listed(
	http: Http,
	window: OrderWindow,
	at: Position,
	wantedIn: (rows: readonly OrderRow[]) => Promise<readonly OrderRow[]>,
): Promise<Changed> {
	const cursor = at.list?.cursor ?? null;
	const asked = { request: orderList(cursor), what: 'the orders' };
	const { rows, next } = await cursorPage<OmnifulOrder, OrderRow>(http, asked, (from) =>
		rowsOrNone(from, 'data').map(rowIn),
	);
	const place = rows.findIndex(({ id }) => id === at.last?.id);
	const rest = withoutTwins(rows.slice(place + 1));
	const { page, more } = cut(
		await wantedIn(rest.filter(({ updatedAt }) => epochMs(updatedAt) >= at.from)),
	);
	const last = page.at(-1);
	const onward =
		more && last
			? textOf({ ...at, last: markOf(last) })
			: next === null
				? null
				: textOf({ ...at, list: { cursor: next }, last: null });
	const watermark = watermarkOf(window, begunAt(at, null), onward === null);
	return { rows: page, next: onward, watermark };
}
