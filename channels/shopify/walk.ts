import { refused } from '../../domain/failure';
import { instant } from '../../domain/instant';
import type { Instant } from '../../domain/instant';
import type { OrderWindow } from '../connector';
import { timeOf } from '../timeOf';

/**
 * Where a walk over changed orders stands: all that changed at `from` or later, by the time of the change, after the row that
 * Shopify's cursor stands for. What changes meanwhile moves to the end, where the walk meets it again, unless it changed in the
 * same second as the cursor's row: so the next walk begins where this one began.
 */
export interface Position {
	/** Epoch ms. */
	readonly from: number;
	/** The latest change that the walk has met so far, in epoch ms. */
	readonly seen: number;
	/** Shopify's clock at the first answer, in epoch ms, or null where it did not say. */
	readonly startedAt: number | null;
	readonly after: string | null;
}

const minuteMs = 60_000;

const written = /^from (\d{1,15}) seen (\d{1,15}) started (\d{1,15}|never) after (\S{1,1000})$/;

export function positionIn({
	position,
	watermark,
	connectedAt,
	overlapMinutes,
}: OrderWindow): Position {
	if (position === null) {
		const known = timeOf('shopify', watermark ?? connectedAt);
		const from = Math.max(0, known - overlapMinutes * minuteMs);
		return { from, seen: 0, startedAt: null, after: null };
	}
	const [, from, seen, started, after = ''] = written.exec(position) ?? [];
	if (from === undefined) {
		throw refused(`shopify: "${position}" is no position of an order walk. Begin the sync anew.`);
	}
	const startedAt = started === 'never' ? null : Number(started);
	return { from: Number(from), seen: Number(seen), startedAt, after };
}

interface PageSeen {
	readonly updatedAts: readonly Instant[];
	readonly after: string | null;
	/** Shopify's clock when it answered. */
	readonly clock: number | null;
}

/** Where the walk goes on, and how far it has read when it does not. */
export function onward(
	window: OrderWindow,
	at: Position,
	{ updatedAts, after, clock }: PageSeen,
): { readonly next: string | null; readonly watermark: Instant } {
	const times = updatedAts.map((time) => timeOf('shopify', time));
	const seen = times.reduce((top, time) => Math.max(top, time), at.seen);
	const startedAt = at.after === null ? clock : at.startedAt;
	const known = timeOf('shopify', window.watermark ?? window.connectedAt);
	const read = after === null ? Math.min(seen, startedAt ?? seen) : known;
	const next =
		after === null
			? null
			: `from ${at.from} seen ${seen} started ${startedAt ?? 'never'} after ${after}`;
	return { next, watermark: instant(Math.max(known, read)) };
}
