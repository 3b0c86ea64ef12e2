import '../support/n8nFolder';
import { Failure } from '../../domain/failure';
import type { Ledger } from '../../ledger/ledger';
import { ledgerNamed } from '../../nodes/shared/ledgerOf';
import { throttle } from '../../nodes/shared/throttle';

const quota = { calls: 2, perMs: 60_000 };
const rejected = (reason: unknown): PromiseRejectedResult => ({ status: 'rejected', reason });
const soon = () => Date.now() + 1_000;

describe('the throttle', () => {
	let ledger: Ledger;
	let key: string;
	beforeEach(async () => {
		ledger = await ledgerNamed('throttle');
		key = expect.getState().currentTestName ?? '';
	});

	test('sends what the quota allows and refuses what would take too long to wait for', async () => {
		const calls = throttle(ledger, key, quota, soon());
		await calls.take();
		await calls.take();
		await expect(calls.take()).rejects.toMatchObject({
			kind: 'rateLimited',
			retryAfterMs: expect.any(Number),
		});
	});

	test('waits for its turn where that is soon', async () => {
		const calls = throttle(ledger, key, { calls: 1, perMs: 100 }, soon());
		const started = Date.now();
		await calls.take();
		await calls.take();
		expect(Date.now() - started).toBeGreaterThanOrEqual(100);
	});

	test('leaves a channel alone for as long as it asked for', async () => {
		const calls = throttle(ledger, key, quota, soon());
		await calls.take();
		await calls.report(rejected(new Failure('rateLimited', 'too many', 5_000)));
		const { waitMs } = await ledger.takeQuota(key, quota);
		expect(waitMs).toBeGreaterThan(4_000);
	});

	test('leaves a channel alone after a row of failures, but counts no call that was not sent', async () => {
		const down = rejected(new Failure('unavailable', 'down'));
		const generous = { calls: 100, perMs: 1_000 };
		for (let times = 0; times < 20; times++)
			await throttle(ledger, key, generous, soon()).report(down);
		expect(await ledger.takeQuota(key, generous)).toEqual({ waitMs: 0 });
		for (let times = 0; times < 6; times++) {
			const calls = throttle(ledger, key, generous, soon());
			await calls.take();
			await calls.report(down);
		}
		expect((await ledger.takeQuota(key, generous)).waitMs).toBeGreaterThan(1_000);
	});

	test('lets everything through where there is no ledger', async () => {
		const calls = throttle(null, key, { calls: 1, perMs: 60_000 }, soon());
		await calls.take();
		await calls.take();
		await calls.report(rejected(new Failure('unavailable', 'down')));
	});
});
