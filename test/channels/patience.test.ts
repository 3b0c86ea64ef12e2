import { patient } from '../../channels/patience';
import { Failure } from '../../domain/failure';
import type { FailureKind } from '../../domain/failure';
import { failureOf } from './testShop';

/** A clock that only sleeping and working move, and work that fails in the given ways before it answers. */
const scene = (failures: readonly Failure[], workMs = 0) => {
	let time = 0;
	let tries = 0;
	const waits: number[] = [];
	return {
		waits,
		tries: () => tries,
		time: () => time,
		async work() {
			time += workMs;
			const failure = failures[tries];
			tries += 1;
			if (failure) throw failure;
			return 'answered';
		},
		patience: {
			async sleep(ms: number) {
				waits.push(ms);
				time += ms;
			},
			now: () => time,
			random: () => 0.5,
		},
	};
};

const many = (kind: FailureKind, count: number, retryAfterMs?: number) =>
	Array.from({ length: count }, () => new Failure(kind, kind, retryAfterMs));

describe('patient', () => {
	it('gives the answer, without waiting where it comes at once', async () => {
		const { work, patience, waits } = scene([]);
		expect(await patient(work, patience)).toBe('answered');
		expect(waits).toEqual([]);
	});

	it('waits twice as long each time while nothing answers', async () => {
		const { work, patience, waits } = scene(many('unavailable', 4));
		expect(await patient(work, patience)).toBe('answered');
		expect(waits).toEqual([500, 1_000, 2_000, 4_000]);
	});

	it('gives up when the next wait would outlast its patience, and throws what came last', async () => {
		const { work, patience, time } = scene(many('unavailable', 99));
		const failure = await failureOf(patient(work, { ...patience, patienceMs: 5_000 }));
		expect(failure.kind).toBe('unavailable');
		expect(time()).toBe(3_500);
	});

	it('counts the time of the work itself, 40 s where nothing else is said', async () => {
		const { work, patience, tries } = scene(many('unavailable', 99), 15_000);
		await failureOf(patient(work, patience));
		expect(tries()).toBe(3);
	});

	it('repeats what is malformed twice and no more', async () => {
		const twice = scene(many('malformed', 2));
		expect(await patient(twice.work, twice.patience)).toBe('answered');
		const more = scene(many('malformed', 9));
		expect((await failureOf(patient(more.work, more.patience))).kind).toBe('malformed');
		expect(more.tries()).toBe(3);
	});

	it('tries no more often than it may, whatever fails', async () => {
		const failures = [
			...many('rateLimited', 1),
			...many('malformed', 1),
			...many('unavailable', 9),
		];
		const { work, patience, tries } = scene(failures);
		const failure = await failureOf(patient(work, { ...patience, mostTries: 3 }));
		expect(failure.kind).toBe('unavailable');
		expect(tries()).toBe(3);
	});

	it('waits as long as it was told to, and a little more so that not all come at once', async () => {
		const { work, patience, waits } = scene(many('rateLimited', 1, 3_000));
		expect(await patient(work, patience)).toBe('answered');
		expect(waits).toEqual([3_500]);
	});

	it('waits ten seconds where it was not told how long', async () => {
		const { work, patience, waits } = scene(many('rateLimited', 1));
		await patient(work, patience);
		expect(waits).toEqual([10_500]);
	});

	it.each(['rejected', 'unauthorised'] as const)('never repeats what was %s', async (kind) => {
		const { work, patience, tries } = scene(many(kind, 1));
		expect((await failureOf(patient(work, patience))).kind).toBe(kind);
		expect(tries()).toBe(1);
	});

	it('never repeats after a surprise', async () => {
		const surprise = new TypeError('x is not a function');
		const { patience, waits } = scene([]);
		await expect(patient(() => Promise.reject(surprise), patience)).rejects.toBe(surprise);
		expect(waits).toEqual([]);
	});
});
