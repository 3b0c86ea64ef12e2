import { refused } from '../../domain/failure';
import type { OrderWindow } from '../connector';
import { timeOf } from '../timeOf';

/**
 * Where a walk over changed orders stands (reference/ikas.md 6). With `until` null it asks page 1 of all that changed at
 * `from` or later, and moves `from` up. Where that leads nowhere (a full page of one time, or a sort that is not kept) it
 * reads the closed window `from` to `until` by page numbers, forth and then back: an order that changes meanwhile leaves
 * the window and moves the others up, so that one of them can be passed by on the way forth, but not on the way back.
 */
export interface Position {
	/** Epoch ms: all before it has been read, whatever the sort. */
	readonly start: number;
	/** Epoch ms, like `until` and `startedAt`. */
	readonly from: number;
	readonly until: number | null;
	readonly page: number;
	readonly isBack: boolean;
	/** The channel's clock at the first answer, or null where it did not say. */
	readonly startedAt: number | null;
}

/** What the walk needs to know of a page: the `updatedAt` of its rows, as they came. */
export interface PageSeen {
	readonly hasNext: boolean;
	readonly updatedAts: readonly number[];
}

const minuteMs = 60_000;

export function startOf({ watermark, connectedAt, overlapMinutes }: OrderWindow): Position {
	const start = Math.max(0, timeOf('ikas', watermark ?? connectedAt) - overlapMinutes * minuteMs);
	return { start, from: start, until: null, page: 1, isBack: false, startedAt: null };
}

/** Null at the end of the walk. */
export const after = (at: Position, page: PageSeen): Position | null =>
	at.until === null ? onward(at, page) : within(at, at.until, page);

/** Up to where a walk that ends here has read: its first answer shows all that had changed by then. */
export const readUpTo = ({ startedAt, from }: Position, { updatedAts }: PageSeen): number =>
	startedAt ?? highest(updatedAts, from - 1);

function onward(at: Position, page: PageSeen): Position | null {
	if (!page.hasNext) return null;
	const top = highest(page.updatedAts, at.from);
	if (!isAscending(page.updatedAts)) {
		return { ...at, from: at.start, until: Math.max(top, at.startedAt ?? top), page: 2 };
	}
	return isOneTime(page.updatedAts) ? { ...at, until: top, page: 2 } : { ...at, from: top };
}

function within(at: Position, until: number, { hasNext }: PageSeen): Position | null {
	if (!at.isBack && hasNext) return { ...at, page: at.page + 1 };
	if (at.page > 1) return { ...at, page: at.page - 1, isBack: true };
	if (at.startedAt !== null && until >= at.startedAt) return null;
	return { ...at, start: until + 1, from: until + 1, until: null, isBack: false };
}

const highest = (times: readonly number[], least: number) =>
	times.reduce((top, time) => Math.max(top, time), least);

/** Where no time is known, no order is. */
const isAscending = (times: readonly number[]) =>
	times.length > 0 &&
	times.every((time, index) => index === 0 || time >= (times[index - 1] ?? time));

const isOneTime = ([first, ...others]: readonly number[]) => others.every((time) => time === first);

const whole = '(0|[1-9]\\d{0,14})';
const wholeOrNull = '(null|0|[1-9]\\d{0,14})';
const written = new RegExp(
	`^\\{"start":${whole},"from":${whole},"until":${wholeOrNull},"page":([1-9]\\d{0,8}),"isBack":(true|false),"startedAt":${wholeOrNull}\\}$`,
);

export const positionText = ({ start, from, until, page, isBack, startedAt }: Position): string =>
	JSON.stringify({ start, from, until, page, isBack, startedAt });

export function positionOf(text: string): Position {
	const [, start, from, until, page, isBack, startedAt] = written.exec(text) ?? [];
	if (from === undefined) {
		throw refused(`ikas: "${text}" is no position of an order walk. Begin the sync anew.`);
	}
	return {
		start: Number(start),
		from: Number(from),
		until: until === 'null' ? null : Number(until),
		page: Number(page),
		isBack: isBack === 'true',
		startedAt: startedAt === 'null' ? null : Number(startedAt),
	};
}
