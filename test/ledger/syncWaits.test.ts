import { engines, ikasStore } from '../support/ledgers';
import { furnishOms, level } from '../support/oms';
import { stockOut } from '../support/stockOut';

describe.each(engines)('a walk that has to wait on $engine', ({ open }) => {
	const hub = ikasStore(open);
	const out = stockOut(hub);
	beforeEach(() => furnishOms(hub.ledger));

	const begin = () => hub.ledger.beginSync('oms', 'stock');
	const summary = () => hub.ledger.getSyncSummary('oms', 'stock');
	const becomeDue = () => hub.sql("UPDATE syncs SET due_at = {now} - 1 WHERE kind = 'stock'");
	const dueIn = async () => {
		const [row] = await hub.sql("SELECT due_at - {now} AS ms FROM syncs WHERE kind = 'stock'");
		return Number(row?.ms);
	};
	/** A page with nothing yet; the walk is at 'bulk 1' then. */
	async function waits(remark?: string) {
		const run = await out.begin('stock', 'oms');
		const told = { waitMs: 30_000, ...(remark && { remark }) };
		const stored = await hub.ledger.importStock({
			...{ run, levels: [], tookMs: 0, next: 'bulk 1' },
			...told,
		});
		expect(stored).toMatchObject(told);
		return await hub.ledger.endSync(stored.run, stored.next, stored);
	}
	async function ends(remark?: string) {
		const run = await out.begin('stock', 'oms');
		const levels = [level('A', 7), level('B', 7)];
		const stored = await hub.ledger.importStock({ run, levels, tookMs: 0, next: null });
		await hub.ledger.endSync(stored.run, null, remark ? { remark } : {});
		return run;
	}

	test('ends its run, and goes on where it stood when the time has passed', async () => {
		expect(await waits()).toMatchObject({ answer: 'done' });
		expect(await begin()).toMatchObject({ answer: 'notDue' });
		expect(await dueIn()).toBeLessThanOrEqual(30_000);
		expect(await hub.sql("SELECT state FROM sync_runs WHERE kind = 'stock'")).toEqual([
			{ state: 'paused' },
		]);
		await becomeDue();
		expect(await begin()).toMatchObject({ answer: 'run', run: { position: 'bulk 1' } });
	});

	test('does not wait for longer than minutes, whatever a page says', async () => {
		const run = await out.begin('stock', 'oms');
		await hub.ledger.endSync(run, 'bulk 1', { waitMs: 1e12 });
		expect(await dueIn()).toBeLessThanOrEqual(600_000);
	});

	test('is due again an interval after it began, the waiting included', async () => {
		await waits();
		await hub.sql("UPDATE sync_runs SET started_at = started_at - 120000 WHERE kind = 'stock'");
		await becomeDue();
		await ends();
		const everyMs = 60_000 * (await interval());
		expect(await dueIn()).toBeLessThanOrEqual(everyMs - 120_000);
		// The walk after it does not count from there any more.
		await becomeDue();
		await ends();
		expect(await dueIn()).toBeGreaterThan(everyMs - 120_000);
	});
	const interval = async () => (await hub.ledger.getStore('oms')).settings.inventoryIntervalMinutes;

	test('is due again at once where a notice came while its last run was under way', async () => {
		await waits();
		await becomeDue();
		const run = await out.begin('stock', 'oms');
		await hub.sql("UPDATE syncs SET due_at = {now} + 1 WHERE kind = 'stock'");
		await hub.ledger.endSync(run, null);
		expect(await dueIn()).toBeLessThanOrEqual(1);
	});

	test('says what went otherwise than usual until a walk goes as usual', async () => {
		await waits('The bulk operation had failed.');
		expect((await summary()).lastError).toBe('The bulk operation had failed.');
		await becomeDue();
		await ends('It took a second one.');
		expect((await summary()).lastError).toBe('It took a second one.');
		await becomeDue();
		await ends();
		expect((await summary()).lastError).toBeNull();
	});

	test('is not taken for lost: what it has shown before counts at its end', async () => {
		await hub.ledger.importStock({
			...{ run: await out.begin('stock', 'oms'), levels: [level('A', 7)] },
			...{ tookMs: 0, next: 'bulk 1', waitMs: 1 },
		});
		await hub.sql("UPDATE syncs SET lease_until = 1 WHERE kind = 'stock'");
		const run = await out.begin('stock', 'oms');
		await hub.ledger.importStock({ run, levels: [level('B', 7)], tookMs: 0, next: null });
		const found = await hub.sql(
			"SELECT sku, on_hand FROM stock WHERE hub = 'istanbul' ORDER BY sku",
		);
		expect(found).toEqual([
			{ sku: 'A', on_hand: 7 },
			{ sku: 'B', on_hand: 7 },
		]);
	});
});
