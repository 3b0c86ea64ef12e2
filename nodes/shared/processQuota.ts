import { openFor, recentCalls, roomAt, withEnded } from '../../domain/quota';
import type { Quota, Turn } from '../../domain/quota';

/** When the calls of this process were sent, by key; in ms. */
const sent = new Map<string, readonly number[]>();

/** Takes one call out of what this process alone may send; answers how long to wait first, 0 to go now. */
export function takeProcessQuota(key: string, quota: Quota): Turn {
	const now = Date.now();
	const recent = recentCalls(sent.get(key) ?? [], quota, now);
	const at = roomAt(recent, quota);
	if (at > now) return { waitMs: at - now, at };
	const counted = now + openFor(quota);
	sent.set(key, [...recent, counted]);
	return { waitMs: 0, at: counted };
}

/** Counts the call of that turn from when it may have arrived at the latest, now that it has ended. */
export function endProcessCall(key: string, turn: number): void {
	sent.set(key, withEnded(sent.get(key) ?? [], turn, Date.now()));
}
