import { refused } from '../domain/failure';
import { epochMs } from '../domain/instant';
import type { Instant } from '../domain/instant';

/** Epoch ms. What is no time would be sent as no filter, and let orders of all times in. */
export function timeOf(channel: string, at: Instant): number {
	const time = epochMs(at);
	if (Number.isNaN(time)) throw refused(`${channel}: "${at}" is no time. Save the store again.`);
	return time;
}
