import { Failure, refused } from '../../domain/failure';
import { instant } from '../../domain/instant';
import type { Instant } from '../../domain/instant';
import type { OrderWindow } from '../connector';
import { timeOf } from '../timeOf';

/**
 * Where a walk over changed orders stands. A search goes by whole days, gives a hundred rows at most and no more pages. So what it
 * gives is sorted by the time of the change here, and where there may be more the whole list is gone through by its cursor
 * (reference/omniful.md 1.6).
 */
export interface Position {
	/** Epoch ms: all that changed before was read. */
	readonly from: number;
	/** Omniful's clock at the first answer, in epoch ms; null before it. */
	readonly startedAt: number | null;
	/** By the list: the cursor of the page, null for the first one. */
	readonly list: { readonly cursor: string | null } | null;
	/** The last order that was read: of the search by its change, of a page of the list by its place. */
	readonly last: { readonly id: string; readonly at: number } | null;
}

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** One less than filters reach back, as a day begins at midnight. */
const farthestMs = 89 * dayMs;

const written =
	/^from (\d{1,15}) started (\d{1,15}) (search|list) (\S{1,2000}) last (?:(\d{1,15}) (\S{1,100})|none)$/;

export function positionIn(window: OrderWindow): Position {
	const { position, watermark, connectedAt, overlapMinutes } = window;
	if (position === null) {
		const known = timeOf('omniful', watermark ?? connectedAt);
		const from = Math.max(0, known - overlapMinutes * minuteMs);
		return { from, startedAt: null, list: null, last: null };
	}
	const [, from, started, way, cursor = '', at, id] = written.exec(position) ?? [];
	if (from === undefined) {
		throw refused(`omniful: "${position}" is no position of an order walk. Begin the sync anew.`);
	}
	return {
		from: Number(from),
		startedAt: Number(started),
		list: way === 'list' ? { cursor: cursor === '-' ? null : cursor } : null,
		last: id === undefined ? null : { id, at: Number(at) },
	};
}

export const textOf = ({ from, startedAt, list, last }: Position): string => {
	const way = list === null ? 'search -' : `list ${list.cursor ?? '-'}`;
	return `from ${from} started ${startedAt ?? 0} ${way} last ${last === null ? 'none' : `${last.at} ${last.id}`}`;
};

/** `YYYY-MM-DD` in UTC. */
export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** As far back as a filter may go: what changed before is not to be had (reference/omniful.md 3.3). */
export const within = (at: Position, clock: number): Position => ({
	...at,
	from: Math.max(at.from, clock - farthestMs),
});

export const begunAt = (at: Position, clock: number | null): number => {
	if (at.startedAt !== null) return at.startedAt;
	if (clock !== null) return clock;
	throw new Failure(
		'malformed',
		'omniful: the answer does not say what time it is. Try again later.',
	);
};

/** How far it has read when it ends. */
export const watermarkOf = (window: OrderWindow, startedAt: number, isEnd: boolean): Instant => {
	const known = timeOf('omniful', window.watermark ?? window.connectedAt);
	return instant(isEnd ? Math.max(known, startedAt) : known);
};
