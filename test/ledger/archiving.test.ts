import { keptTables } from '../../ledger/archiveTables';
import { engines } from '../support/ledgers';
import { cancelled, line, placed, revised } from '../support/placed';
import { returnDraft, returningStore } from '../support/returning';

describe.each(engines)('closed orders on $engine', ({ open }) => {
	const hub = returningStore(open);

	/** Orders that were delivered a hundred days ago, and one that came later. */
	async function closed(...ids: readonly string[]) {
		await hub.delivered(...ids);
		await hub.accept('newest');
		await hub.send();
		await long();
	}
	const long = () => hub.sql('UPDATE orders SET updated_at = updated_at - 8640000000');
	const archive = async (limit = 50, days = 90) =>
		(await hub.ledger.archiveClosed('ikas-tr', { days, limit })).archived.map(({ id }) => id);
	const sold = (id: string) =>
		placed(id, { location: 'loc-ist', lines: [line('1', 'A', 2), line('2', 'B')] });
	/** All rows that are of orders, but for what says when they were touched. */
	const everything = async () => {
		const tables = keptTables.map(async ({ name }) => {
			const rows = await hub.sql(`SELECT * FROM ${name} ORDER BY 1, 2`);
			return [name, rows.filter(({ type }) => type !== 'order_restored')];
		});
		const kept = Object.fromEntries(await Promise.all(tables)) as Record<string, object[]>;
		return { ...kept, orders: kept.orders?.map((row) => ({ ...row, updated_at: 0 })) };
	};
	const figures = async () => [
		await hub.sql('SELECT * FROM stock ORDER BY sku, hub'),
		await hub.sql('SELECT * FROM movements ORDER BY id'),
		await hub.sql('SELECT * FROM published ORDER BY sku, listing, location'),
	];

	test('are put away once they are closed for long enough, the longest first, and given as they were', async () => {
		await closed('1', '2');
		const before = await hub.ledger.getOrder('ikas-tr', '1');
		expect(await archive(50, 101)).toEqual([]);
		expect(await archive(1)).toEqual(['1']);
		expect(await archive()).toEqual(['2']);
		expect(await archive()).toEqual([]);
		expect(await hub.sql('SELECT channel_id FROM orders')).toEqual([{ channel_id: 'newest' }]);
		const { archivedAt, ...after } = await hub.ledger.getOrder('ikas-tr', '1');
		expect(archivedAt).toMatch(/^20.*Z$/);
		expect(after).toEqual(before);
		const log = await hub.ledger.getOrderLog('ikas-tr', '1', 50);
		expect(log.slice(0, 2).map(({ event }) => event)).toEqual(['order_created', 'order_assigned']);
	});

	test('come back with all that was kept of them', async () => {
		await closed('1', '2');
		const before = await everything();
		expect(await archive()).toEqual(['1', '2']);
		const restored = await hub.ledger.restoreOrder('ikas-tr', '1', 'Nathan');
		expect(restored.archivedAt).toBeUndefined();
		await hub.ledger.restoreOrder('ikas-tr', '2');
		expect(await everything()).toEqual(before);
		const log = await hub.ledger.getOrderLog('ikas-tr', '1', 50);
		expect(log.at(-1)).toMatchObject({ event: 'order_restored', by: 'Nathan' });
		expect(await archive()).toEqual([]);
		await expect(hub.ledger.restoreOrder('ikas-tr', '1')).rejects.toThrow('is not archived');
	});

	test('leave what is in stock, and what channels were told of it, as it is', async () => {
		await closed('1', '2');
		const before = await figures();
		await archive();
		expect(await figures()).toEqual(before);
		await hub.ledger.restoreOrder('ikas-tr', '1');
		expect(await figures()).toEqual(before);
	});

	test('G1: an archived order that comes again is unchanged, and one that changed comes back and is updated', async () => {
		await closed('1', '2');
		await archive();
		const late = cancelled(sold('2'), 60 * 24 * 99);
		expect(await hub.take(sold('1'), late)).toMatchObject([
			{ id: '1', outcome: 'unchanged' },
			{ id: '2', outcome: 'exception' },
		]);
		expect(await hub.sql('SELECT channel_id FROM archived_orders')).toEqual([{ channel_id: '1' }]);
		expect(await hub.order('2')).toMatchObject({
			status: 'delivered',
			channelStatus: 'status:CANCELLED',
		});
		const news = [
			{ id: '1', revisedAt: sold('1').revisedAt },
			{ id: 'none', revisedAt: sold('1').revisedAt },
		];
		expect(await hub.ledger.newsAmong('ikas-tr', news)).toEqual(['none']);
	});

	test('stay while something of them is owed', async () => {
		await closed('told', 'returned', 'refunded', 'disputed', 'free');
		await hub.sql(
			"UPDATE outbox SET state = 'exception' WHERE order_id = (SELECT id FROM orders WHERE channel_id = 'told')",
		);
		await hub.request({ order: 'returned', code: 'R1' });
		const { code } = await hub.ledger.requestReturn(returnDraft({ order: 'refunded', code: 'R2' }));
		await hub.ledger.approveReturn(code, { lines: [], refundable: '10' });
		await hub.sql("UPDATE returns SET state = 'checked' WHERE code = 'R2'");
		await hub.take(revised(sold('disputed'), 9, { lines: [line('1', 'A', 5)] }));
		await long();
		expect(await archive()).toEqual(['free']);
	});

	test('come back by themselves when somebody does something with them', async () => {
		await closed('1');
		await archive();
		await hub.request();
		expect(await hub.standing()).toEqual(['delivered', ['delivered'], [0, 0]]);
		expect(await hub.sql('SELECT channel_id FROM archived_orders')).toEqual([]);
	});

	test('take along what is as old and tells only of itself: runs of syncs but the last, events about no order', async () => {
		await closed('1');
		await hub.sql(
			"INSERT INTO syncs (store, kind, fence, due_at, failures) VALUES ('ikas-tr', 'orders', 3, 0, 0)",
		);
		await hub.sql(`INSERT INTO sync_runs (store, kind, fence, settings_version, state, started_at, ended_at)
			SELECT 'ikas-tr', 'orders', 1, 1, 'done', {now} - 8640000000, {now} - 8640000000
			FROM (SELECT 1 UNION ALL SELECT 2) two`);
		await hub.sql(`INSERT INTO events (store, type, at) VALUES ('ikas-tr', 'gap_found', {now} - 8640000000),
			('ikas-tr', 'gap_found', {now}), ('ikas-tr', 'gap_found', {now})`);
		await archive();
		expect(await hub.sql('SELECT COUNT(*) AS n FROM sync_runs')).toEqual([{ n: 1 }]);
		const alone = 'SELECT COUNT(*) AS n FROM events WHERE order_id IS NULL';
		expect(await hub.sql(alone)).toEqual([{ n: 2 }]);
	});

	test('are only looked at in a dry run', async () => {
		await closed('1', '2');
		const before = await everything();
		const { archived } = await hub.ledger.rehearsal.archiveClosed('ikas-tr', {
			days: 90,
			limit: 9,
		});
		expect(archived.map(({ id }) => id)).toEqual(['1', '2']);
		expect(await everything()).toEqual(before);
	});

	test('that closed a week ago are the youngest that may go', async () => {
		await expect(archive(50, 6)).rejects.toThrow('Use 7 or more');
	});
});
