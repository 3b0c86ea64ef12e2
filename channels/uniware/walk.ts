import { Failure, refused } from '../../domain/failure';
import { instant } from '../../domain/instant';
import type { Instant } from '../../domain/instant';
import type { OrderWindow } from '../connector';
import { timeOf } from '../timeOf';

/**
 * Where a walk over changed orders stands. A search pages by an offset, and what changes meanwhile leaves the window, so that the
 * offset would skip a row: so each page is a stretch of time that is short enough to come as a whole.
 */
export interface Position {
	/** Epoch ms: all that changed before was read. 0 for a walk over all there is: it is one stretch, which no row leaves. */
	readonly from: number;
	/** Length of the next stretch, in ms. */
	readonly span: number;
	/** Rows of the stretch that were read, where even the shortest one has more of them than come at once. */
	readonly skip: number;
	/** How many rows it had then: those that have left it since may have stood before the others. */
	readonly total: number;
	/** Uniware's clock at the first answer, in epoch ms; null before it. */
	readonly startedAt: number | null;
}

/** Longer ranges may be refused (reference/uniware-oker.md 10). */
const longestMs = 30 * 86_400_000;
const shortestMs = 1_000;
const minuteMs = 60_000;
/** Uniware's clock has no parts of one. */
const secondMs = 1_000;

const written = /^from (\d{1,15}) span (\d{1,15}) skip (\d{1,9}) of (\d{1,9}) started (\d{1,15})$/;

export function positionIn({
	position,
	watermark,
	connectedAt,
	overlapMinutes,
}: OrderWindow): Position {
	if (position === null) {
		const known = timeOf('uniware', watermark ?? connectedAt);
		const from = Math.max(0, known - overlapMinutes * minuteMs);
		return { from, span: longestMs, skip: 0, total: 0, startedAt: null };
	}
	const [, from, span, skip, total, startedAt] = written.exec(position) ?? [];
	if (startedAt === undefined) {
		throw refused(`uniware: "${position}" is no position of an order walk. Begin the sync anew.`);
	}
	return {
		from: Number(from),
		span: Number(span),
		skip: Number(skip),
		total: Number(total),
		startedAt: Number(startedAt),
	};
}

/** What was found between `from` and `from + span`. */
interface Stretch {
	readonly rows: number;
	/** Whether that is as many as ever come at once. */
	readonly isFull: boolean;
	/** How many there are in all, where that was asked. */
	readonly total: number | null;
	/** Uniware's clock when it answered. */
	readonly clock: number | null;
}

export const isEndless = ({ from }: Position): boolean => from === 0;

/** Whether the rows have to be counted: they come by an offset. */
export const isShortest = (at: Position): boolean => at.span <= shortestMs || isEndless(at);

/** The same walk a bit further back, where rows have left the stretch; null where none has. */
export function back(at: Position, { total }: Stretch): Position | null {
	if (at.skip === 0 || total === null || total >= at.total) return null;
	return { ...at, skip: Math.max(0, at.skip - (at.total - total)), total };
}

/** The same walk with a shorter stretch, where there may be more than came; null where it cannot be any shorter. */
export function shorter(at: Position, { isFull, clock }: Stretch): Position | null {
	if (!isFull || isShortest(at)) return null;
	// Nothing changes later than now.
	const span = Math.min(
		at.span,
		clock === null ? at.span : Math.max(0, clock - at.from) + secondMs,
	);
	return { ...at, span: Math.max(shortestMs, Math.floor(span / 2)) };
}

/** Where the walk goes on, and how far it has read when it does not. */
export function onward(
	window: OrderWindow,
	at: Position,
	{ rows, isFull, total, clock }: Stretch,
): { readonly next: string | null; readonly watermark: Instant } {
	if (clock === null) throw noClock();
	const startedAt = at.startedAt ?? clock;
	const known = timeOf('uniware', window.watermark ?? window.connectedAt);
	const to = at.from + at.span;
	if (isFull)
		return {
			next: text({ ...at, skip: at.skip + rows, total: total ?? 0, startedAt }),
			watermark: instant(known),
		};
	if (isEndless(at) || to >= clock + secondMs)
		return { next: null, watermark: instant(Math.max(known, startedAt)) };
	const span = Math.min(longestMs, at.span * 2);
	return {
		next: text({ from: to, span, skip: 0, total: 0, startedAt }),
		watermark: instant(known),
	};
}

const text = ({ from, span, skip, total, startedAt }: Position) =>
	`from ${from} span ${span} skip ${skip} of ${total} started ${startedAt}`;

const noClock = () =>
	new Failure('malformed', 'uniware: the answer does not say what time it is. Try again later.');
