import { Failure } from '../domain/failure';
import type { FailureKind } from '../domain/failure';

/** What it takes to wait. `now` is any clock in ms; `random` gives 0 to below 1. */
export interface Patience {
	sleep(ms: number): Promise<unknown>;
	now(): number;
	random(): number;
	/** No repetition begins later than this after the first try. */
	readonly patienceMs?: number;
	/** The first try counts; any number when left out. */
	readonly mostTries?: number;
}

/** How often a failure of a kind is worth a repetition; the kinds that are missing never are. */
const repetitions: Partial<Readonly<Record<FailureKind, number>>> = {
	unavailable: Infinity,
	rateLimited: Infinity,
	malformed: 2,
};

const firstWaitMs = 500;
const rateLimitMs = 10_000;
const jitterMs = 1_000;

/**
 * Repeats work until it is answered or patience ends; then throws what came last. Work that writes has to look first, or to
 * write what may be written twice.
 */
export async function patient<T>(work: () => Promise<T>, patience: Patience): Promise<T> {
	const until = patience.now() + (patience.patienceMs ?? 40_000);
	const seen = new Map<FailureKind, number>();
	const mostTries = patience.mostTries ?? Infinity;
	for (let tries = 1; ; tries++) {
		const [outcome] = await Promise.allSettled([work()]);
		if (outcome.status === 'fulfilled') return outcome.value;
		const waitMs = waitAfter(outcome.reason, seen, patience.random());
		const isLast = tries >= mostTries || waitMs === null || patience.now() + waitMs > until;
		if (isLast) throw outcome.reason;
		await patience.sleep(waitMs);
	}
}

/** Null where another try makes no sense. Counts the failure in `seen`. */
function waitAfter(reason: unknown, seen: Map<FailureKind, number>, chance: number): number | null {
	if (!(reason instanceof Failure)) return null;
	const { kind, retryAfterMs } = reason;
	const times = (seen.get(kind) ?? 0) + 1;
	seen.set(kind, times);
	if (times > (repetitions[kind] ?? 0)) return null;
	if (kind === 'rateLimited') return (retryAfterMs ?? rateLimitMs) + chance * jitterMs;
	return Math.max(retryAfterMs ?? 0, firstWaitMs * 2 ** (times - 1) * (0.75 + chance / 2));
}
