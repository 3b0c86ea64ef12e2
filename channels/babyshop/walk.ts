import { Failure, refused } from '../../domain/failure';
import type { OrderWindow } from '../connector';
import { timeOf } from '../timeOf';
import { pageLimit } from './requests';

/**
 * Where a walk over changed orders stands. It asks for all that changed since `from`, page by page, forth and then back: in which
 * order they come is not published, so an order that changes meanwhile may move others past the walk, but only in one direction.
 */
export interface Position {
	readonly page: number;
	readonly isBack: boolean;
	/** Epoch ms, like those below. */
	readonly from: number;
	/** What had changed up to here was there to be read when the walk began. */
	readonly max: number;
	/** The channel's clock at the first answer, or null where it did not say. */
	readonly startedAt: number | null;
}

/** What the walk needs to know of a page. */
export interface PageSeen {
	readonly rows: number;
	/** When each changed, in epoch ms, as far as it says so. */
	readonly revisedAts: readonly number[];
	readonly clock: number | null;
}

const minuteMs = 60_000;
const secondMs = 1_000;
/** More than two zones differ. What claims to have changed later than that from now on would end all reading. */
const dayMs = 86_400_000;
const mostPages = 1_000;

/** Up to where all is read before a walk. */
export const knownUpTo = ({ watermark, connectedAt }: OrderWindow): number =>
	timeOf('babyshop', watermark ?? connectedAt);

/** Page 1 of all that changed since the look-back. */
export function startOf(window: OrderWindow): Position {
	const known = knownUpTo(window);
	const from = Math.max(0, known - window.overlapMinutes * minuteMs);
	return { page: 1, isBack: false, from, max: known, startedAt: null };
}

/**
 * The position with what a page says of the time at which the walk began: nothing on the first page can have changed later, and
 * nothing on another one later than the time that has passed since.
 */
export function seenAt(at: Position, { revisedAts, clock }: PageSeen): Position {
	const startedAt = at.startedAt ?? clock;
	const isFirst = at.page === 1 && !at.isBack;
	const passed =
		isFirst || clock === null || startedAt === null ? 0 : Math.max(0, clock - startedAt) + secondMs;
	const possible = revisedAts.filter((time) => clock === null || time < clock + dayMs);
	const max = possible.reduce((top, time) => Math.max(top, time - passed), at.max);
	return { ...at, startedAt, max };
}

/** Null at the end of the walk. */
export function after(at: Position, { rows }: PageSeen): Position | null {
	if (!at.isBack && rows >= pageLimit) {
		if (at.page >= mostPages) throw endless();
		return { ...at, page: at.page + 1 };
	}
	return at.page > 1 ? { ...at, page: at.page - 1, isBack: true } : null;
}

/**
 * Whether it may have changed again in the second in which the walk before read it: times are in whole seconds, and that one was
 * perhaps not over. On the way back only what that walk can have read, taken to be over in ten minutes: the rest was just fetched.
 */
export function isUnsettled({ isBack }: Position, watermark: number | null, revisedAt: number) {
	if (watermark === null || revisedAt < watermark) return false;
	return !isBack || revisedAt < watermark + walkMs;
}

const walkMs = 600_000;

const endless = () =>
	new Failure(
		'malformed',
		`babyshop: the list of orders has not ended after ${mostPages} pages. Tell the support of Babyshop if it stays so.`,
	);

const whole = '(0|[1-9]\\d{0,14})';
const written = new RegExp(
	`^\\{"page":([1-9]\\d{0,3}),"isBack":(true|false),"from":${whole},"max":${whole},"startedAt":(null|0|[1-9]\\d{0,14})\\}$`,
);

export const positionText = ({ page, isBack, from, max, startedAt }: Position): string =>
	JSON.stringify({ page, isBack, from, max, startedAt });

export function positionOf(text: string): Position {
	const [, page, isBack, from, max, startedAt] = written.exec(text) ?? [];
	if (page === undefined) {
		throw refused(`babyshop: "${text}" is no position of an order walk. Begin the sync anew.`);
	}
	return {
		page: Number(page),
		isBack: isBack === 'true',
		from: Number(from),
		max: Number(max),
		startedAt: startedAt === 'null' ? null : Number(startedAt),
	};
}
