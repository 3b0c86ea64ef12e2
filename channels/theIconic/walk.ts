import { Failure, refused } from '../../domain/failure';
import type { OrderWindow } from '../connector';
import { timeOf } from '../timeOf';

/**
 * Where a walk over changed orders stands. It asks for all of which an item changed since `from`, page by page, forth and then
 * back: an order that changes meanwhile goes to the end and moves the others up, so that one of them can be passed by on the way
 * forth, but not on the way back. A walk by the time of the last row would be shorter, but whether the list is sorted by the
 * same time as it is filtered by is not written anywhere (reference/the-iconic-sellercenter.md 7).
 */
export interface Position {
	readonly offset: number;
	readonly isBack: boolean;
	/** Rows of a full page: the channel may give fewer than are asked for. */
	readonly size: number;
	/** Epoch ms, like those below. */
	readonly from: number;
	/** The last change that was seen. */
	readonly max: number;
	/** The channel's clock at the first answer, or null where it did not say. */
	readonly startedAt: number | null;
}

/** What the walk needs to know of a page. */
export interface PageSeen {
	readonly rows: number;
	readonly hasNext: boolean;
	/** When each changed, in epoch ms, as far as it says so. */
	readonly revisedAts: readonly number[];
	readonly clock: number | null;
}

const minuteMs = 60_000;
const mostRows = 100_000;

/** Up to where all is read before a walk. */
export const knownUpTo = ({ watermark, connectedAt }: OrderWindow): number =>
	timeOf('theIconic', watermark ?? connectedAt);

export function startOf(window: OrderWindow): Position {
	const known = knownUpTo(window);
	const from = Math.max(0, known - window.overlapMinutes * minuteMs);
	return { offset: 0, isBack: false, size: 0, from, max: known, startedAt: null };
}

/** The position with what a page says. */
export const seenAt = (at: Position, { rows, revisedAts, clock }: PageSeen): Position => ({
	...at,
	size: Math.max(at.size, rows),
	startedAt: at.startedAt ?? clock,
	max: revisedAts.reduce((top, time) => Math.max(top, time), at.max),
});

/** Null at the end of the walk. */
export function after(at: Position, { rows, hasNext }: PageSeen): Position | null {
	if (!at.isBack && hasNext && rows > 0) {
		if (at.offset >= mostRows) throw endless();
		return { ...at, offset: at.offset + rows };
	}
	if (at.offset === 0) return null;
	return { ...at, offset: Math.max(0, at.offset - at.size), isBack: true };
}

const endless = () =>
	new Failure(
		'malformed',
		`theIconic: the list of orders has not ended after ${mostRows} rows. Tell the support of The Iconic if it stays so.`,
	);

/** What changed after the walk began may have been passed by, whatever later changes of others were seen. */
export const readUpTo = ({ max, startedAt }: Position): number =>
	startedAt === null ? max : Math.min(max, startedAt);

const whole = '(0|[1-9]\\d{0,14})';
const written = new RegExp(
	`^\\{"offset":${whole},"isBack":(true|false),"size":${whole},"from":${whole},"max":${whole},"startedAt":(null|0|[1-9]\\d{0,14})\\}$`,
);

export const positionText = ({ offset, isBack, size, from, max, startedAt }: Position): string =>
	JSON.stringify({ offset, isBack, size, from, max, startedAt });

export function positionOf(text: string): Position {
	const [, offset, isBack, size, from, max, startedAt] = written.exec(text) ?? [];
	if (offset === undefined) {
		throw refused(`theIconic: "${text}" is no position of an order walk. Begin the sync anew.`);
	}
	return {
		offset: Number(offset),
		isBack: isBack === 'true',
		size: Number(size),
		from: Number(from),
		max: Number(max),
		startedAt: startedAt === 'null' ? null : Number(startedAt),
	};
}
