import { sleep } from 'n8n-workflow';
import type { Quota } from '../../domain/quota';
import { Failure } from '../../domain/failure';
import type { Ledger } from '../../ledger/ledger';
import { failureOf } from './failureOf';

/** What the calls of one operation take their turns from. */
export interface Share {
	readonly key: string;
	readonly quota: Quota;
	/** How long the caller can wait, on this machine's clock in ms. */
	readonly until: number;
	/** Goes before the calls that are not. */
	readonly isUrgent: boolean;
}

export interface Throttle {
	/** Waits until one more call may be sent, or refuses when that is later than the caller can wait. */
	take(): Promise<void>;
	/** Says how the calls ended, so that a channel that refuses or fails is left alone for a while. */
	report(outcome: PromiseSettledResult<unknown>): Promise<void>;
}

/** A channel that says "too many" without saying how long is left alone this long (reference/ikas.md 4). */
const pauseMs = 10_000;

const free: Throttle = { take: async () => {}, report: async () => {} };

/** Keeps calls under the quota together with every execution on the same ledger; without a ledger nothing is kept. */
export function throttle(ledger: Ledger | null, { key, quota, until, isUrgent }: Share): Throttle {
	if (ledger === null) return free;
	let calls = 0;
	let notSent: Failure | null = null;
	return {
		async take() {
			for (;;) {
				const { waitMs } = await ledger.takeQuota(key, quota, isUrgent);
				if (waitMs === 0) break;
				if (Date.now() + waitMs > until) throw (notSent = tooLong(key, waitMs));
				await sleep(waitMs);
			}
			calls++;
		},
		async report(outcome) {
			const failure = outcome.status === 'rejected' ? failureOf(outcome.reason) : null;
			// What was never sent tells nothing about the channel.
			if (calls === 0 || (failure !== null && failure === notSent)) return;
			// A refusal after a look at what the channel has: the look was answered well, so this is no row of refusals.
			if (failure?.kind === 'rejected' && calls > 1) await ledger.reportCall(key, true);
			await ledger.reportCall(key, outcome.status === 'fulfilled');
			if (failure?.kind === 'rateLimited') {
				await ledger.pauseQuota(key, failure.retryAfterMs ?? pauseMs);
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
