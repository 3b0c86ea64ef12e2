import type { ChannelUpdate } from '../../domain/channelUpdate';
import { Failure } from '../../domain/failure';
import { epochMs, instant } from '../../domain/instant';
import type { UpdateSent } from '../connector';
import type { Waiting } from './changing';
import type { OrderState } from './orderState';

const minuteMs = 60_000;

/** It is looked at again after so many minutes, by the ledger's clock, else by the channel's. */
export function waits(
	{ number, now }: ChannelUpdate,
	{ clock }: OrderState,
	{ minutes, why, done }: Waiting & { readonly done: readonly string[] },
): UpdateSent {
	const at = now ?? clock;
	const before = done.length === 0 ? '' : ` (${done.join(', ')})`;
	const detail = `Order ${number} waits: ${why}${before}.`;
	if (at !== null) {
		return { outcome: 'waits', detail, until: instant(epochMs(at) + minutes * minuteMs) };
	}
	throw new Failure(
		'unavailable',
		`theIconic: order ${number} waits: ${why}. Try again in ${minutes} minutes.`,
		minutes * minuteMs,
	);
}
