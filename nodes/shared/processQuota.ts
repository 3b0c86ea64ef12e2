import { openFor, recentCalls, roomAt, withEnded } from '../../domain/quota';
import type { Calls, Quota, Turn } from '../../domain/quota';

/** The calls of this process, by key; in ms. */
const sent = new Map<string, Calls>();
const none: Calls = { calls: [], took: [] };

/** Takes one call out of what this process alone may send; answers how long to wait first, 0 to go now. */
export function takeProcessQuota(key: string, quota: Quota): Turn {
	const now = Date.now();
	const known = sent.get(key) ?? none;
	const recent = recentCalls(known.calls, quota, now);
	const at = roomAt(recent, quota);
	if (at > now) return { waitMs: at - now, at };
	const counted = now + openFor(quota);
	sent.set(key, { ...known, calls: [...recent, counted] });
	return { waitMs: 0, at: counted };
}

/** Counts the call of that turn from when it may have arrived at the latest, now that it has ended. */
export function endProcessCall(key: string, quota: Quota, turn: number): void {
	sent.set(key, withEnded(sent.get(key) ?? none, quota, turn, Date.now()));
}
