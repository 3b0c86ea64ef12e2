import { setTimeout as sleep } from 'node:timers/promises';
import '../support/n8nFolder';
import { Failure } from '../../domain/failure';
import type { Ledger } from '../../ledger/ledger';
import { ledgerIn } from '../../nodes/shared/ledgerOf';
import { throttle } from '../../nodes/shared/throttle';

const quota = { calls: 2, perMs: 60_000 };
const rejected = (reason: unknown): PromiseRejectedResult => ({ status: 'rejected', reason });
const share = (key: string, of = quota, isUrgent = false) => ({
	key,
	quota: of,
	until: Date.now() + 10_000,
	isUrgent,
});

describe('the throttle', () => {
	let ledger: Ledger;
	let key: string;
	beforeEach(async () => {
		ledger = await ledgerIn({ engine: 'sqlite', name: 'throttle' });
		key = expect.getState().currentTestName ?? '';
	});

	test('sends what the quota allows and refuses what would take too long to wait for', async () => {
		const calls = throttle(ledger, share(key));
		await calls.take();
		await calls.take();
		await expect(calls.take()).rejects.toMatchObject({
			kind: 'rateLimited',
			retryAfterMs: expect.any(Number),
		});
	});

	test('waits for its turn where that is soon', async () => {
		const calls = throttle(ledger, share(key, { calls: 1, perMs: 100 }));
		const went: string[] = [];
		const sooner = sleep(100).then(() => went.push('what takes less time'));
		await calls.take();
		await calls.take();
		went.push('the second call');
		await sooner;
		expect(went).toEqual(['what takes less time', 'the second call']);
	});

	test.each([true, false])(
		'counts a call that took long from when it may have arrived, with a ledger: %s',
		async (isShared) => {
			const single = { calls: 1, perMs: 60_000 };
			const calls = throttle(isShared ? ledger : null, share(key, single));
			const ended = await calls.take();
			await sleep(2_000);
			await ended();
			const refused: unknown = await calls.take().catch((thrown: unknown) => thrown);
			expect(refused).toMatchObject({ kind: 'rateLimited' });
			expect((refused as Failure).retryAfterMs).toBeGreaterThan(59_000);
		},
	);

	test.each([true, false])(
		'gives away nothing of what every call takes, with a ledger: %s',
		async (isShared) => {
			const [short, long] = [50, 60_000].map((perMs) => ({ calls: 1, perMs }));
			const taking = (of = quota) => throttle(isShared ? ledger : null, share(key, of)).take();
			for (let call = 0; call < 6; call++) {
				const ended = await taking(short);
				await sleep(400);
				await ended();
			}
			const refused: unknown = await taking(long).catch((thrown: unknown) => thrown);
			expect((refused as Failure).retryAfterMs).toBeLessThan(59_800);
		},
	);

	test('lets an urgent call go before the others that wait', async () => {
		const single = { calls: 1, perMs: 200 };
		await throttle(ledger, share(key, single)).take();
		const went: string[] = [];
		const take = async (name: string, isUrgent: boolean) => {
			await throttle(ledger, share(key, single, isUrgent)).take();
			went.push(name);
		};
		await Promise.all([take('bulk', false), take('urgent', true)]);
		expect(went).toEqual(['urgent', 'bulk']);
	});

	test('spreads what goes on for long, so that other calls need not wait for it', async () => {
		const long = { calls: 40, perMs: 300_000 };
		const bulk = throttle(ledger, { ...share(key, long), isBulk: true });
		await bulk.take();
		await bulk.take();
		await expect(bulk.take()).rejects.toMatchObject({ kind: 'rateLimited' });
		await throttle(ledger, share(key, long)).take();
	});

	test('leaves a channel alone for as long as it asked for', async () => {
		const calls = throttle(ledger, share(key));
		await calls.take();
		await calls.report(rejected(new Failure('rateLimited', 'too many', 60_000)));
		const { waitMs } = await ledger.takeQuota(key, quota);
		expect(waitMs).toBeGreaterThan(30_000);
	});

	test('leaves a channel alone after a row of failures, but counts no call that was not sent', async () => {
		const down = rejected(new Failure('unavailable', 'down'));
		const generous = { calls: 100, perMs: 1_000 };
		for (let times = 0; times < 20; times++)
			await throttle(ledger, share(key, generous)).report(down);
		expect(await ledger.takeQuota(key, generous)).toMatchObject({ waitMs: 0 });
		for (let times = 0; times < 6; times++) {
			const calls = throttle(ledger, share(key, generous));
			await calls.take();
			await calls.report(down);
		}
		expect((await ledger.takeQuota(key, generous)).waitMs).toBeGreaterThan(1_000);
	});

	test('counts no row of failures where the look before each refusal was answered', async () => {
		const generous = { calls: 100, perMs: 1_000 };
		for (let times = 0; times < 12; times++) {
			const calls = throttle(ledger, share(key, generous));
			await calls.take();
			await calls.take();
			await calls.report(rejected(new Failure('rejected', 'shipped by now')));
		}
		expect(await ledger.takeQuota(key, generous)).toMatchObject({ waitMs: 0 });
	});

	test('ends a row of failures with a call that was answered, also where one of another operation follows', async () => {
		const generous = { calls: 100, perMs: 1_000 };
		const [look, write] = [
			{ name: 'look', ...generous },
			{ name: 'write', ...generous },
		];
		const down = rejected(new Failure('unavailable', 'down'));
		for (let times = 0; times < 12; times++) {
			const inVain = throttle(ledger, share(key, generous));
			await inVain.take(look);
			await inVain.report(down);
			const calls = throttle(ledger, share(key, generous));
			await calls.take(look);
			await calls.take(write);
			await calls.report({ status: 'fulfilled', value: null });
		}
		expect(await ledger.takeQuota(`${key} look`, generous)).toMatchObject({ waitMs: 0 });
	});

	test('keeps to the quota of the process where there is no ledger, and remembers no failures', async () => {
		const alone = () => throttle(null, share(key));
		await alone().take();
		await alone().take();
		await expect(alone().take()).rejects.toMatchObject({ kind: 'rateLimited' });
		await expect(throttle(null, share(`${key}, another`)).take()).resolves.toBeInstanceOf(Function);
		await alone().report(rejected(new Failure('unavailable', 'down')));
	});

	test('counts a call that names a quota of its own in no other', async () => {
		const calls = throttle(ledger, share(key));
		const own = { name: 'getShipments', calls: 1, perMs: 60_000 };
		await calls.take(own);
		await expect(calls.take(own)).rejects.toMatchObject({ kind: 'rateLimited' });
		await calls.take();
		await calls.take();
	});

	test('leaves the time between calls that the channel asks for, where it is longer', async () => {
		const calls = throttle(ledger, share(key, { calls: 10, perMs: 1_000 }));
		await calls.take();
		await calls.pace(20);
		expect(await ledger.takeQuota(key, quota)).toMatchObject({ waitMs: 0 });
		await calls.pace(0.01);
		expect((await ledger.takeQuota(key, quota)).waitMs).toBeGreaterThan(50_000);
	});
});
