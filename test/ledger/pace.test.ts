import { begun, draft, engines, ikasStore, page, settings } from '../support/ledgers';
import { placed } from '../support/placed';

describe.each(engines)('a store is asked for orders on $engine', ({ open }) => {
	const hub = ikasStore(open);
	const save = (busySeconds: number) =>
		hub.ledger.saveStore(draft({ settings: settings({ busySeconds }) }));
	beforeEach(() => save(10));

	/** A sync that finds these orders; answers how soon the next one is due, undefined for after the interval. */
	async function sync(ids: readonly string[], tookMs = 0) {
		await hub.sql("UPDATE syncs SET due_at = 0 WHERE kind = 'orders'");
		const run = await begun(hub.ledger);
		await hub.sql('UPDATE sync_runs SET started_at = started_at - ? WHERE id = ?', tookMs, run.id);
		await hub.ledger.importPage(page(run, { orders: ids.map((id) => placed(id)) }));
		const ended = await hub.ledger.endSync(run, null);
		return ended.answer === 'done' ? ended.againInMs : ended;
	}
	const pass = (ms: number) => hub.sql('UPDATE sync_runs SET started_at = started_at - ?', ms);

	test('soon after one that has come, and not before', async () => {
		const againInMs = await sync(['1']);
		expect(againInMs).toBeGreaterThan(5_000);
		expect(againInMs).toBeLessThanOrEqual(10_000);
		expect(await hub.ledger.beginSync('ikas-tr', 'orders')).toMatchObject({ answer: 'notDue' });
	});

	test('the later the longer none has come, up to the interval', async () => {
		await sync(['1']);
		await pass(20_000);
		expect(await sync([])).toBeGreaterThan(15_000);
		await pass(40_000);
		expect(await sync(['1'])).toBeUndefined();
		expect(await sync(['2'])).toBeLessThanOrEqual(10_000);
	});

	test('with the next tick of the schedule where it is too long to wait for: the tick after that would be late', async () => {
		const dueInMs = async () =>
			Number(
				(await hub.sql("SELECT due_at - {now} AS ms FROM syncs WHERE kind = 'orders'"))[0]?.ms,
			);
		await sync(['1']);
		await pass(10_000);
		await sync([]);
		expect(await dueInMs()).toBeGreaterThan(5_000);
		await pass(30_000);
		expect(await sync([])).toBeGreaterThan(20_000);
		expect(await dueInMs()).toBeLessThanOrEqual(10_000);
		await save(60);
		await sync([]);
		expect(await dueInMs()).toBeGreaterThan(50_000);
	});

	test('after the interval where none has ever come', async () => {
		expect(await sync([])).toBeUndefined();
	});

	test('not before it was left alone for as long as the last time took', async () => {
		expect(await sync(['1'], 20_000)).toBeGreaterThan(15_000);
	});

	test('after its interval alone where it is to be so', async () => {
		await save(0);
		expect(await sync(['1'])).toBeUndefined();
	});
});
