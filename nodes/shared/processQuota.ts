import type { Quota } from '../../domain/quota';

/** When the calls of this process were sent, by key; in ms. */
const sent = new Map<string, readonly number[]>();

/** Calls travel: what leaves evenly may arrive closer together. */
const travelMs = 250;

/** Takes one call out of what this process alone may send; answers how long to wait first, 0 to go now. */
export function takeProcessQuota(key: string, { calls, perMs }: Quota): number {
	const now = Date.now();
	const recent = (sent.get(key) ?? []).filter((at) => at > now - perMs - travelMs);
	const oldest = recent[recent.length - calls];
	if (oldest !== undefined) return oldest + perMs + travelMs - now;
	sent.set(key, [...recent, now]);
	return 0;
}
