import { engines, type OpenLedger } from '../support/ledgers';

describe.each(engines)('quota on $engine', ({ open }) => {
	let hub: OpenLedger;
	beforeEach(async () => {
		hub = await open();
	});
	afterEach(() => hub.close());

	const quota = { calls: 5, perMs: 10_000 };
	const take = (key = 'ikas merchant-1') => hub.ledger.takeQuota(key, quota);
	const later = (ms: number) =>
		hub.sql(
			'UPDATE quotas SET paused_until = paused_until - ?, calls = (SELECT json_group_array(value - ?) FROM json_each(calls))',
			ms,
			ms,
		);

	test('lets the quota go at once, then says how long to wait', async () => {
		for (let call = 0; call < 5; call++) expect(await take()).toEqual({ waitMs: 0 });
		const { waitMs } = await take();
		expect(waitMs).toBeGreaterThan(9_000);
		expect(waitMs).toBeLessThanOrEqual(10_250);
		later(10_300);
		expect(await take()).toEqual({ waitMs: 0 });
	});

	test('all processes share it, and keys do not', async () => {
		const other = await hub.again();
		for (let call = 0; call < 5; call++) await other.takeQuota('ikas merchant-1', quota);
		expect((await take()).waitMs).toBeGreaterThan(0);
		expect((await take('ikas merchant-2')).waitMs).toBe(0);
	});

	test('fifty callers at once get no more than the quota', async () => {
		const answers = await Promise.all(Array.from({ length: 50 }, () => take()));
		expect(answers.filter(({ waitMs }) => waitMs === 0)).toHaveLength(5);
	});

	test('a pause stops everybody', async () => {
		await hub.ledger.pauseQuota('ikas merchant-1', 4_000);
		expect((await take()).waitMs).toBeGreaterThan(3_000);
		later(5_000);
		expect(await take()).toEqual({ waitMs: 0 });
	});

	test('a row of refusals opens the breaker, a good answer closes the row', async () => {
		for (let call = 0; call < 5; call++) await hub.ledger.reportCall('ikas merchant-1', false);
		expect(await take()).toEqual({ waitMs: 0 });
		await hub.ledger.reportCall('ikas merchant-1', true);
		await hub.ledger.reportCall('ikas merchant-1', false);
		expect(await take()).toEqual({ waitMs: 0 });
		for (let call = 0; call < 5; call++) await hub.ledger.reportCall('ikas merchant-1', false);
		expect((await take()).waitMs).toBeGreaterThan(14_000);
	});
});
