import type { ChannelUpdate } from '../../domain/channelUpdate';
import { Failure } from '../../domain/failure';
import { epochMs, instant } from '../../domain/instant';
import type { Instant } from '../../domain/instant';
import type { UpdateSent } from '../connector';
import { memoText } from './memo';
import type { Memo } from './memo';

const minuteMs = 60_000;

interface Waiting {
	/** By the gateway; the ledger's clock comes first. */
	readonly clock: Instant | null;
	readonly memo: Memo | null;
	readonly minutes: number;
	readonly why: string;
	readonly waitsFor?: UpdateSent['waitsFor'];
}

/** It is looked at again after so many minutes, with what is known by now at hand. */
export function waits(
	update: ChannelUpdate,
	{ clock, memo, minutes, why, waitsFor }: Waiting,
): UpdateSent {
	const now = update.now ?? clock;
	const detail = `Order ${update.number} waits: ${why}.`;
	if (now !== null) {
		const until = instant(epochMs(now) + minutes * minuteMs);
		return {
			outcome: 'waits',
			detail,
			until,
			...(waitsFor !== undefined && { waitsFor }),
			...(memo !== null && { memo: memoText(memo) }),
		};
	}
	throw new Failure(
		'unavailable',
		`oker: order ${update.number} waits: ${why}. Try again in ${minutes} minutes.`,
		minutes * minuteMs,
	);
}
