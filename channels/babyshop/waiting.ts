import type { ChannelUpdate } from '../../domain/channelUpdate';
import { Failure } from '../../domain/failure';
import { epochMs, instant } from '../../domain/instant';
import type { Instant } from '../../domain/instant';
import type { UpdateSent } from '../connector';
import { memoTextOf } from './orderState';
import type { OrderState } from './orderState';

export const minuteMs = 60_000;

/** By the ledger's clock, else by the channel's; null where neither said what time it is. */
export const nowAt = ({ now }: Pick<ChannelUpdate, 'now'>, { clock }: OrderState): Instant | null =>
	now ?? clock;

/** It is looked at again after so many minutes, with what is known by now at hand. */
export function waits(
	update: ChannelUpdate,
	state: OrderState,
	{ minutes, why }: { readonly minutes: number; readonly why: string },
): UpdateSent {
	const now = nowAt(update, state);
	const detail = `Order ${update.number} waits: ${why}.`;
	if (now !== null) {
		const until = instant(epochMs(now) + minutes * minuteMs);
		return { outcome: 'waits', detail, until, memo: memoTextOf(state) };
	}
	throw new Failure(
		'unavailable',
		`babyshop: order ${update.number} waits: ${why}. Try again in ${minutes} minutes.`,
		minutes * minuteMs,
	);
}
