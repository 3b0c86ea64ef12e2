import { travelMs, withEnded } from '../../domain/quota';
import type { Quota, Turn } from '../../domain/quota';

/** When the calls of this process were sent, by key; in ms. */
const sent = new Map<string, readonly number[]>();

/** Takes one call out of what this process alone may send; answers how long to wait first, 0 to go now. */
export function takeProcessQuota(key: string, { calls, perMs }: Quota): Turn {
	const now = Date.now();
	const recent = (sent.get(key) ?? []).filter((at) => at > now - perMs - travelMs);
	const oldest = recent[recent.length - calls];
	if (oldest !== undefined) {
		const at = oldest + perMs + travelMs;
		return { waitMs: at - now, at };
	}
	sent.set(key, [...recent, now]);
	return { waitMs: 0, at: now };
}

/** Counts the call of that turn from when it may have arrived at the latest, now that it has ended. */
export function endProcessCall(key: string, turn: number): void {
	sent.set(key, withEnded(sent.get(key) ?? [], turn, Date.now()));
}
