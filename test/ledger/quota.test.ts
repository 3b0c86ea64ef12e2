import { spread } from '../../domain/quota';
import { engines, type OpenLedger } from '../support/ledgers';

describe.each(engines)('quota on $engine', ({ open }) => {
	let hub: OpenLedger;
	beforeEach(async () => {
		hub = await open();
	});
	afterEach(() => hub.close());

	const quota = { calls: 5, perMs: 10_000 };
	const take = (key = 'ikas merchant-1') => hub.ledger.takeQuota(key, quota);
	const takeUrgent = () => hub.ledger.takeQuota('ikas merchant-1', quota, true);
	const useUp = async () => {
		for (let call = 0; call < 5; call++) await take();
	};
	/** The window has room again; whoever waited for that has not come back yet. */
	const makeRoom = async (ms = 10_300) => {
		const [kept] = await hub.sql('SELECT calls FROM quotas');
		const calls = (JSON.parse(String(kept?.calls)) as number[]).map((at) => at - ms);
		await hub.sql('UPDATE quotas SET calls = ?', JSON.stringify(calls));
	};
	const later = async (ms: number) => {
		await makeRoom(ms);
		await hub.sql(
			'UPDATE quotas SET paused_until = paused_until - ?, urgent_until = urgent_until - ?',
			ms,
			ms,
		);
	};

	test('lets the quota go at once, then says how long to wait', async () => {
		for (let call = 0; call < 5; call++) expect(await take()).toMatchObject({ waitMs: 0 });
		const { waitMs } = await take();
		await later(waitMs - 5_000);
		expect((await take()).waitMs).toBeGreaterThan(0);
		await later(5_000);
		expect(await take()).toMatchObject({ waitMs: 0 });
	});

	test('counts a call that was under way for long from when it may have arrived', async () => {
		const single = { calls: 1, perMs: 10_000 };
		const takeSingle = () => hub.ledger.takeQuota('ikas merchant-1', single);
		const { at } = await takeSingle();
		await later(4_000);
		await hub.ledger.endCall('ikas merchant-1', single, at - 4_000);
		const { waitMs } = await takeSingle();
		expect(waitMs).toBeGreaterThan(9_000);
		expect(waitMs).toBeLessThanOrEqual(10_000);
	});

	test('counts a call that ended from its end, and gives no time away after that', async () => {
		const single = { calls: 1, perMs: 10_000 };
		const { at } = await hub.ledger.takeQuota('ikas merchant-1', single);
		await hub.ledger.endCall('ikas merchant-1', single, at);
		const { waitMs } = await hub.ledger.takeQuota('ikas merchant-1', single);
		expect(waitMs).toBeGreaterThan(9_000);
		expect(waitMs).toBeLessThanOrEqual(10_000);
	});

	test('counts the calls of a short window from their ends, too', async () => {
		const short = { calls: 2, perMs: 1_000 };
		const takeShort = () => hub.ledger.takeQuota('ikas merchant-1', short);
		const turns = [await takeShort(), await takeShort()];
		expect((await takeShort()).waitMs).toBeGreaterThan(2_000);
		for (const { at } of turns) await hub.ledger.endCall('ikas merchant-1', short, at);
		expect((await takeShort()).waitMs).toBeLessThanOrEqual(1_000);
	});

	describe('where a call counts from its end', () => {
		const minute = { calls: 1, perMs: 60_000 };
		const callFor = async (ms: number) => {
			await later(120_000);
			const { at } = await hub.ledger.takeQuota('ikas merchant-1', minute);
			await later(ms);
			await hub.ledger.endCall('ikas merchant-1', minute, at - ms);
			return (await hub.ledger.takeQuota('ikas merchant-1', minute)).waitMs;
		};
		beforeEach(() => hub.ledger.takeQuota('ikas merchant-1', minute));
		const callsOf = async (count: number, ms: number) => {
			for (let call = 1; call < count; call++) await callFor(ms);
			return await callFor(ms);
		};

		test('what the quickest take is not given away', async () => {
			const waitMs = await callsOf(5, 20_000);
			expect(waitMs).toBeGreaterThan(35_000);
			expect(waitMs).toBeLessThan(45_000);
		});

		test('what one takes longer than they do may have been its way', async () => {
			await callsOf(5, 20_000);
			expect(await callFor(35_000)).toBeGreaterThan(35_000);
		});

		test('a quicker one says that the others may have been on their way, and for long', async () => {
			await callsOf(5, 20_000);
			await callFor(1_000);
			expect(await callsOf(18, 20_000)).toBeGreaterThan(55_000);
			expect(await callsOf(2, 20_000)).toBeLessThan(45_000);
		});

		test('calls that differ say less of the quickest that may come', async () => {
			for (const ms of [20_000, 35_000, 20_000, 35_000, 35_000]) await callFor(ms);
			expect(await callFor(20_000)).toBeGreaterThan(50_000);
		});

		test('a few calls say nothing of the quickest', async () => {
			expect(await callsOf(4, 20_000)).toBeGreaterThan(55_000);
		});
	});

	test('goes in portions to what goes on for long, and always leaves some for others', async () => {
		const long = { calls: 40, perMs: 300_000 };
		const takeOne = (of = long) => hub.ledger.takeQuota('ikas merchant-1', of);
		const takeBulk = () => takeOne(spread(long));
		for (let portion = 0; portion < 19; portion++) {
			for (let call = 0; call < 2; call++) expect((await takeBulk()).waitMs).toBe(0);
			expect((await takeBulk()).waitMs).toBeGreaterThan(0);
			await later(15_000);
		}
		await takeBulk();
		await later(5_000);
		expect((await takeBulk()).waitMs).toBeGreaterThan(0);
		expect(await takeOne()).toMatchObject({ waitMs: 0 });
	});

	test('one that nobody has heard of yet may still be on its way', async () => {
		const single = { calls: 1, perMs: 10_000 };
		await hub.ledger.takeQuota('ikas merchant-1', single);
		await later(9_000);
		expect((await hub.ledger.takeQuota('ikas merchant-1', single)).waitMs).toBeGreaterThan(3_000);
		await later(3_300);
		expect(await hub.ledger.takeQuota('ikas merchant-1', single)).toMatchObject({ waitMs: 0 });
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
		await hub.ledger.pauseQuota('ikas merchant-1', 60_000);
		await later(30_000);
		expect((await take()).waitMs).toBeGreaterThan(0);
		await later(30_000);
		expect(await take()).toMatchObject({ waitMs: 0 });
	});

	test('a row of refusals opens the breaker, a good answer closes the row', async () => {
		for (let call = 0; call < 5; call++) await hub.ledger.reportCall('ikas merchant-1', false);
		expect(await take()).toMatchObject({ waitMs: 0 });
		await hub.ledger.reportCall('ikas merchant-1', true);
		await hub.ledger.reportCall('ikas merchant-1', false);
		expect(await take()).toMatchObject({ waitMs: 0 });
		for (let call = 0; call < 5; call++) await hub.ledger.reportCall('ikas merchant-1', false);
		await later(10_000);
		expect((await take()).waitMs).toBeGreaterThan(0);
		await later(5_000);
		expect(await take()).toMatchObject({ waitMs: 0 });
	});

	test('while an urgent call waits no other is let through', async () => {
		await useUp();
		expect((await takeUrgent()).waitMs).toBeGreaterThan(0);
		await makeRoom();
		expect((await take()).waitMs).toBeGreaterThan(0);
		expect(await takeUrgent()).toMatchObject({ waitMs: 0 });
		expect((await take()).waitMs).toBeGreaterThan(0);
	});

	test('an urgent call that wakes up a little late for its turn still goes first', async () => {
		await useUp();
		await takeUrgent();
		const [kept] = await hub.sql('SELECT calls, urgent_until FROM quotas');
		const turn = Number((JSON.parse(String(kept?.calls)) as number[])[0]) + 10_250;
		expect(kept?.urgent_until).toBeGreaterThan(turn);
	});

	test('other calls go on once the urgent ones are through, also when those never came back', async () => {
		await useUp();
		await takeUrgent();
		await later(10_400);
		expect(await take()).toMatchObject({ waitMs: 0 });
	});

	test('an urgent call that waits for the end of a pause still goes first then', async () => {
		await hub.ledger.pauseQuota('ikas merchant-1', 4_000);
		await takeUrgent();
		await hub.sql('UPDATE quotas SET paused_until = 0');
		expect((await take()).waitMs).toBeGreaterThan(0);
		expect(await takeUrgent()).toMatchObject({ waitMs: 0 });
	});

	test('an urgent call that need not wait, and a call that is not urgent, keep nobody back', async () => {
		await takeUrgent();
		expect(await take()).toMatchObject({ waitMs: 0 });
		await useUp();
		await makeRoom();
		expect(await take()).toMatchObject({ waitMs: 0 });
	});

	test('urgent calls keep to the quota', async () => {
		const answers = await Promise.all(Array.from({ length: 50 }, takeUrgent));
		expect(answers.filter(({ waitMs }) => waitMs === 0)).toHaveLength(5);
	});
});
