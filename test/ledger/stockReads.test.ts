import { until } from '../../demo/until';
import { engineOf } from '../../ledger/engine';
import { openLedger } from '../../ledger/openLedger';
import { rows, run, type Engine } from '../../ledger/statement';
import { offerGoods } from '../support/history';
import { always, draft, newTarget, settings } from '../support/ledgers';

const listings = 60_000;
const hubs = Array.from({ length: 50 }, (_, at) => `hub-${at}`);

/** One figure of many hubs. The server counts the rows that it reads; when it last looked what there is, half of it was missing. */
test('a walk over the stock on PostgreSQL reads each row a few times at most, however many listings there are', async () => {
	const target = await newTarget();
	const ledger = await openLedger(target);
	const engine = await engineOf(target);
	await ledger.saveSeller({ code: 'acme', name: 'Acme' });
	const hub = { ...always, latitude: null, longitude: null, active: true };
	for (const code of hubs) await ledger.saveHub({ ...hub, code, name: code });
	const hubMap = hubs.map((code) => ({ location: '', hub: code }));
	await ledger.saveStore(draft({ settings: settings({ hubMap, locations: [] }) }));
	const goods = { store: 'ikas-tr', seller: 'acme', apart: 10 };
	await offerGoods(engine, { ...goods, skus: listings / 2 });
	await engine.run(() => run('ANALYZE'));
	await offerGoods(engine, { ...goods, first: listings / 2, skus: listings });
	const before = await readOf(engine);

	const begun = await ledger.beginSync('ikas-tr', 'inventory');
	if (begun.answer !== 'run') throw new Error(`expected a run, got ${begun.answer}`);
	const { changes, next } = await ledger.getStockChanges(begun.run, 1_000);
	expect([changes, next]).toEqual([[], null]);

	await ledger.close();
	await until('the ledger to have left', async () => (await others(engine)) === 0);
	const after = await readOf(engine);
	expect((after.stock - before.stock) / (5 * listings)).toBeLessThan(3);
	expect((after.published - before.published) / listings).toBeLessThan(3);
	expect((after.listings - before.listings) / listings).toBeLessThan(6);
	await engine.run(() => run(`DROP SCHEMA ${target.schema} CASCADE`));
	await engine.close();
}, 120_000);

type Table = 'stock' | 'published' | 'listings';

/** How many rows, or entries of an index, were read of each table. */
async function readOf(engine: Engine): Promise<Readonly<Record<Table, number>>> {
	const found = await engine.run(() =>
		rows<{ name: Table; read: number }>(
			`SELECT t.relname AS name, t.seq_tup_read + SUM(i.idx_tup_read) AS read
			FROM pg_stat_user_tables t JOIN pg_stat_user_indexes i ON i.relid = t.relid
			WHERE t.schemaname = current_schema() GROUP BY t.relid, t.relname, t.seq_tup_read`,
		),
	);
	const of = (table: Table) => found.find(({ name }) => name === table)?.read ?? NaN;
	return { stock: of('stock'), published: of('published'), listings: of('listings') };
}

async function others(engine: Engine): Promise<number> {
	const [found] = await engine.run(() =>
		rows<{ count: number }>(
			"SELECT COUNT(*) AS count FROM pg_stat_activity WHERE application_name = 'order-hub' AND pid <> pg_backend_pid()",
		),
	);
	return found?.count ?? 0;
}
