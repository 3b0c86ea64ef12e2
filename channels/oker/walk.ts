import { refused } from '../../domain/failure';
import type { OrderWindow } from '../connector';
import { timeOf } from '../timeOf';
import type { Gateway } from './gateway';

/**
 * Where a walk over orders stands. A gateway that can say what has changed is asked for that, page by page: lists are ordered by
 * when orders were placed, so one that changes meanwhile is passed by at most, and is there for the next walk. Any other gateway is
 * asked for all orders that were placed in the last days, window by window, because a cancellation shows nowhere else; and for
 * those before them that are still open, by their ids.
 */
export interface Position {
	readonly page: number;
	/** Start of the window of placed orders, in epoch ms like those below; null where the walk is over changed orders. */
	readonly placedFrom: number | null;
	/** What has changed since is asked for. */
	readonly from: number;
	/** The last change that was seen. */
	readonly max: number;
	/** The gateway's clock at the first answer, or null where it did not say. */
	readonly startedAt: number | null;
	/** Once open orders are asked for by their ids: the last of those that were; '' before the first. */
	readonly openAfter?: string;
}

/** What the walk needs to know of a page. */
export interface PageSeen {
	readonly next: number | null;
	readonly rows: number;
	/** When each changed, in epoch ms, as far as it says so. */
	readonly revisedAts: readonly number[];
	readonly clock: number | null;
}

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** Up to where all is read before a walk. */
export const knownUpTo = ({ watermark, connectedAt }: OrderWindow): number =>
	timeOf('oker', watermark ?? connectedAt);

export function startOf(window: OrderWindow, gateway: Gateway, statusDays: number): Position {
	const known = knownUpTo(window);
	const from = Math.max(0, known - window.overlapMinutes * minuteMs);
	const placedFrom = gateway.updatedSince ? null : placedSince(window, from, statusDays);
	return { page: 1, placedFrom, from, max: known, startedAt: null };
}

/** Where the first window begins. */
export const placedSince = (window: OrderWindow, from: number, statusDays: number): number =>
	Math.max(
		0,
		timeOf('oker', window.connectedAt),
		Math.min(from, knownUpTo(window) - statusDays * dayMs),
	);

export const endOf = (placedFrom: number, { orderWindowDays }: Gateway): number =>
	placedFrom + orderWindowDays * dayMs;

/** The position with what a page says. */
export const seenAt = (at: Position, { revisedAts, clock }: PageSeen): Position => ({
	...at,
	startedAt: at.startedAt ?? clock,
	max: revisedAts.reduce((top, time) => Math.max(top, time), at.max),
});

/** Null at the end of the walk. `end` is that of the window of placed orders, or null where the walk is over changed orders. */
export function after(at: Position, seen: PageSeen, end: number | null): Position | null {
	if (seen.next !== null) return { ...at, page: seen.next };
	if (end === null) return null;
	const isLast = seen.clock === null ? seen.rows === 0 && end > at.max : end > seen.clock;
	return isLast ? null : { ...at, page: 1, placedFrom: end };
}

/** What changed after the walk began may have been passed by, whatever later changes of others were seen. */
export const readUpTo = ({ placedFrom, max, startedAt }: Position): number => {
	if (startedAt === null) return max;
	return placedFrom === null ? Math.min(max, startedAt) : startedAt;
};

const whole = '(0|[1-9]\\d{0,14})';
const written = new RegExp(
	`^\\{"page":([1-9]\\d{0,3}),"placedFrom":(null|${whole.slice(1, -1)}),"from":${whole},"max":${whole},"startedAt":(null|${whole.slice(1, -1)})(?:,"openAfter":("(?:[^"\\\\]|\\\\.)*"))?\\}$`,
);

export const positionText = ({
	page,
	placedFrom,
	from,
	max,
	startedAt,
	openAfter,
}: Position): string => JSON.stringify({ page, placedFrom, from, max, startedAt, openAfter });

const numberOrNull = (text: string | undefined) =>
	text === undefined || text === 'null' ? null : Number(text);

export function positionOf(text: string): Position {
	const [, page, placedFrom, from, max, startedAt, openAfter] = written.exec(text) ?? [];
	if (page === undefined) {
		throw refused(`oker: "${text}" is no position of an order walk. Begin the sync anew.`);
	}
	return {
		page: Number(page),
		placedFrom: numberOrNull(placedFrom),
		from: Number(from),
		max: Number(max),
		startedAt: numberOrNull(startedAt),
		...(openAfter !== undefined && { openAfter: JSON.parse(openAfter) as string }),
	};
}
