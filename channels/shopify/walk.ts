import { refused } from '../../domain/failure';
import { instant } from '../../domain/instant';
import type { Instant } from '../../domain/instant';
import type { OrderWindow } from '../connector';
import { timeOf } from '../timeOf';

/**
 * Where a walk over changed orders stands: all that changed at `from` or later, by the time of the change, after the row that
 * Shopify's cursor stands for. What changes meanwhile moves to the end, where the walk meets it again.
 */
export interface Position {
	/** Epoch ms. */
	readonly from: number;
	/** The latest change that the walk has met so far, in epoch ms. */
	readonly seen: number;
	readonly after: string | null;
}

const minuteMs = 60_000;

const written = /^from (\d{1,15}) seen (\d{1,15}) after (\S{1,1000})$/;

export function positionIn({
	position,
	watermark,
	connectedAt,
	overlapMinutes,
}: OrderWindow): Position {
	if (position === null) {
		const known = timeOf('shopify', watermark ?? connectedAt);
		return { from: Math.max(0, known - overlapMinutes * minuteMs), seen: 0, after: null };
	}
	const [, from, seen, after = ''] = written.exec(position) ?? [];
	if (from === undefined) {
		throw refused(`shopify: "${position}" is no position of an order walk. Begin the sync anew.`);
	}
	return { from: Number(from), seen: Number(seen), after };
}

/** Where the walk goes on, and how far it has read when it does not. */
export function onward(
	window: OrderWindow,
	at: Position,
	page: { readonly updatedAts: readonly Instant[]; readonly after: string | null },
): { readonly next: string | null; readonly watermark: Instant } {
	const times = page.updatedAts.map((time) => timeOf('shopify', time));
	const seen = times.reduce((top, time) => Math.max(top, time), at.seen);
	const known = timeOf('shopify', window.watermark ?? window.connectedAt);
	const next = page.after === null ? null : `from ${at.from} seen ${seen} after ${page.after}`;
	return { next, watermark: instant(next === null ? Math.max(known, seen) : known) };
}
