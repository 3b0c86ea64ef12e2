import { sleep } from 'n8n-workflow';
import { openFor, spread, travelMs } from '../../domain/quota';
import type { NamedQuota, Quota } from '../../domain/quota';
import { Failure } from '../../domain/failure';
import type { Ledger } from '../../ledger/ledger';
import { failureOf } from './failureOf';
import { endProcessCall, takeProcessQuota } from './processQuota';

/** What the calls of one operation take their turns from. */
export interface Share {
	readonly key: string;
	readonly quota: Quota;
	/** How long the caller can wait, on this machine's clock in ms. */
	readonly until: number;
	/** Goes before the calls that are not. */
	readonly isUrgent: boolean;
	/** Goes on for long, and leaves room for all others. */
	readonly isBulk?: boolean;
}

export interface Throttle {
	/**
	 * Waits until one more call may be sent, by both quotas where it counts in two, or refuses when that is later than the caller
	 * can wait. Answers what is to be done once the call has ended, well or not.
	 */
	take(own?: NamedQuota, further?: NamedQuota): Promise<End>;
	/** Asks once for a turn in that quota: answers how long to wait before asking again, 0 where it is given. */
	ask(own: NamedQuota): Promise<number>;
	/** Leaves the time between calls that the channel asks for, where it is longer than the quota's. */
	pace(callsPerSecond: number, own?: NamedQuota): Promise<void>;
	/** Says how the calls ended, so that a channel that refuses or fails is left alone for a while. */
	report(outcome: PromiseSettledResult<unknown>): Promise<void>;
}

type End = () => Promise<void>;

/** A channel that says "too many" without saying how long is left alone this long (reference/ikas.md 4). */
const pauseMs = 10_000;

/** A call that is waited for may end sooner than it has to. */
const askAgainMs = 300;

/** Keeps calls under the quota together with every execution on the same ledger; without one, together with this process. */
export function throttle(ledger: Ledger | null, share: Share): Throttle {
	const { key, quota, until, isUrgent, isBulk = false } = share;
	let calls = 0;
	let lastKey = key;
	const answered = new Set<string>();
	let notSent: Failure | null = null;
	const keyOf = (own?: NamedQuota) => (own === undefined ? key : `${key} ${own.name}`);
	const askFor = async (ofCall: string, of: Quota) =>
		ledger === null ? takeProcessQuota(ofCall, of) : await ledger.takeQuota(ofCall, of, isUrgent);
	const end = async (ofCall: string, of: Quota, at: number) =>
		ledger === null ? endProcessCall(ofCall, of, at) : await ledger.endCall(ofCall, of, at);
	const turn = async (ofCall: string, whole: Quota): Promise<End> => {
		const of = isBulk ? spread(whole) : whole;
		for (;;) {
			const askedAt = Date.now();
			const { waitMs, at } = await askFor(ofCall, of);
			if (waitMs === 0) {
				return async () => {
					if (openFor(of) > 0 || Date.now() - askedAt > travelMs) await end(ofCall, of, at);
				};
			}
			if (Date.now() + waitMs > until) throw (notSent = tooLong(ofCall, waitMs));
			await sleep(openFor(of) > 0 ? Math.min(waitMs, askAgainMs) : waitMs);
		}
	};
	return {
		async take(own, further) {
			const ends = [await turn(keyOf(own), own ?? quota)];
			if (further !== undefined) ends.push(await turn(keyOf(further), further));
			if (calls++ > 0) answered.add(lastKey);
			lastKey = keyOf(own);
			return async () => {
				for (const ended of ends) await ended();
			};
		},
		async ask(own) {
			const { waitMs } = await askFor(keyOf(own), own);
			if (Date.now() + waitMs > until) throw (notSent = tooLong(keyOf(own), waitMs));
			return waitMs;
		},
		async pace(callsPerSecond, own) {
			const { calls: most, perMs } = own ?? quota;
			const betweenMs = 1000 / callsPerSecond;
			if (betweenMs > perMs / most) await ledger?.pauseQuota(keyOf(own), betweenMs);
		},
		async report(outcome) {
			const failure = outcome.status === 'rejected' ? failureOf(outcome.reason) : null;
			// What was never sent tells nothing about the channel.
			if (ledger === null || calls === 0 || (failure !== null && failure === notSent)) return;
			// A refusal after a look at what the channel has: the look was answered well, so this is no row of refusals.
			if (failure?.kind === 'rejected' && calls > 1) await ledger.reportCall(lastKey, true);
			await ledger.reportCall(lastKey, outcome.status === 'fulfilled');
			// Another call followed those: an operation that is never the last one of its work would go on counting failures.
			answered.delete(lastKey);
			for (const earlier of answered) await ledger.reportCall(earlier, true);
			if (failure?.kind === 'rateLimited') {
				await ledger.pauseQuota(lastKey, failure.retryAfterMs ?? pauseMs);
			}
		},
	};
}

const tooLong = (key: string, waitMs: number) =>
	new Failure(
		'rateLimited',
		`${key}: no call may be sent for another ${Math.ceil(waitMs / 1000)} s. The quota is used up, or the channel asked for a pause.`,
		waitMs,
	);
