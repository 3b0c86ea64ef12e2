import { Client } from 'pg';
import { freePort } from '../../demo/freePort';
import { until } from '../../demo/until';
import type { Ledger } from '../../ledger/ledger';
import { openLedger } from '../../ledger/openLedger';
import { fragileLine } from '../support/fragileLine';
import { furnish, newTarget, openPostgres, type OpenLedger } from '../support/ledgers';
import { line, placed } from '../support/placed';
import { testServer } from '../support/testServer';

type Target = Awaited<ReturnType<typeof newTarget>>;

describe('a ledger on PostgreSQL that does not open', () => {
	const failure = async (change: Partial<Target>): Promise<Error & { kind?: string }> => {
		const target = { ...(await newTarget()), ...change };
		const [opened] = await Promise.allSettled([openLedger(target)]);
		if (opened.status === 'rejected') return opened.reason as Error;
		throw new Error('it opened');
	};

	test('says that the sign-in was refused, where, and not the password', async () => {
		const refused = await failure({ password: 'hunter2' });
		expect(refused).toMatchObject({ kind: 'unauthorised' });
		expect(refused.message).toMatch(/database "postgres" on 127\.0\.0\.1:\d+.*refused the sign-in/);
		expect(refused.message).not.toContain('hunter2');
	});

	test('says that the database is not there', async () => {
		expect(await failure({ database: 'nowhere' })).toMatchObject({
			kind: 'rejected',
			message: expect.stringMatching(/database "nowhere" .*Create the database/),
		});
	});

	test('says that nobody answers', async () => {
		expect(await failure({ port: await freePort() })).toMatchObject({
			kind: 'unavailable',
			message: expect.stringMatching(/does not answer.*check host and port/),
		});
		expect(await failure({ host: 'no-such-host.invalid' })).toMatchObject({ kind: 'unavailable' });
	});

	test('says that the server offers no SSL', async () => {
		expect(await failure({ ssl: 'require' })).toMatchObject({
			kind: 'rejected',
			message: expect.stringMatching(/offers no SSL.*Switch SSL off/),
		});
	});

	test.each([
		[{ schema: 'Order Hub"; DROP' }, /Schema "Order Hub.*is not usable/],
		[{ schema: 'pg_hub' }, /Schema "pg_hub" is not usable/],
		[{ host: ' ' }, /has no host/],
		[{ port: Number('x') }, /NaN is not a port/],
	])('refuses %j before it asks', async (change, message) => {
		expect(await failure(change)).toMatchObject({
			kind: 'rejected',
			message: expect.stringMatching(message),
		});
	});
});

describe('a ledger on PostgreSQL', () => {
	let hub: OpenLedger;
	beforeEach(async () => {
		hub = await openPostgres();
		await furnish(hub.ledger);
	});
	afterEach(() => hub.close());

	/** As another process finds this ledger. */
	const here = async () => {
		const [place] = await hub.sql('SELECT current_schema() AS schema');
		return { ...(await newTarget()), schema: String(place?.schema) };
	};

	test('keeps to its own schema', async () => {
		const outside = `SELECT table_schema, table_name FROM information_schema.tables
			WHERE table_schema NOT LIKE 'test\\_%' AND table_schema NOT IN ('pg_catalog', 'information_schema')`;
		expect(await hub.sql(outside)).toEqual([]);
		const other = await openPostgres();
		expect(await other.ledger.getStores()).toEqual([]);
		await other.close();
	});

	test('says what right is missing, and needs none on the database once the schema is made for it', async () => {
		const fresh = await newTarget();
		const target = { ...fresh, user: `user_of_${fresh.schema}`, password: 'secret' };
		await hub.sql(`CREATE USER ${target.user} PASSWORD 'secret'`);
		const [refused] = await Promise.allSettled([openLedger(target)]);
		expect(refused).toMatchObject({
			reason: {
				kind: 'rejected',
				message: expect.stringMatching(/make the schema and let the user own it/),
			},
		});
		await hub.sql(`CREATE SCHEMA ${target.schema} AUTHORIZATION ${target.user}`);
		const ledger = await openLedger(target);
		expect(await ledger.getStores()).toEqual([]);
		await ledger.close();
		await hub.sql(`DROP OWNED BY ${target.user}`);
		await hub.sql(`DROP USER ${target.user}`);
	});

	test('is made once when many processes begin at once', async () => {
		const target = await newTarget();
		const ledgers = await Promise.all(Array.from({ length: 16 }, () => openLedger(target)));
		const stores = await Promise.all(ledgers.map((ledger) => ledger.getStores()));
		expect(stores).toEqual(ledgers.map(() => []));
		const applied = await hub.sql(
			`SELECT version FROM ${target.schema}.migrations ORDER BY version`,
		);
		expect(applied).toEqual(applied.map((_, at) => ({ version: at + 1 })));
		for (const ledger of ledgers) await ledger.close();
		await hub.sql(`DROP SCHEMA ${target.schema} CASCADE`);
	});

	test('frees what a dead process had locked: no transaction may idle, no statement may last', async () => {
		expect(
			await hub.sql(`SELECT current_setting('idle_in_transaction_session_timeout') AS idle,
				current_setting('statement_timeout') AS statement`),
		).toEqual([{ idle: '30s', statement: '30s' }]);
	});

	test('keeps a text with the character NUL as well as it can', async () => {
		await hub.ledger.saveSeller({ code: 'nul', name: 'before\0after' });
		expect(await hub.sql("SELECT name FROM sellers WHERE code = 'nul'")).toEqual([
			{ name: 'before\uFFFDafter' },
		]);
	});

	const orders = Array.from({ length: 20 }, (_, at) =>
		placed(`o${at}`, { lines: [line('1', 'A')] }),
	);
	const stored = async () => {
		const counted = `SELECT (SELECT COUNT(*) FROM orders) AS orders, (SELECT COUNT(*) FROM order_lines) AS lines,
			(SELECT COUNT(*) FROM events) AS events`;
		return (await hub.sql(counted))[0];
	};

	describe('over a line that breaks', () => {
		let far: Ledger;
		let wire: Awaited<ReturnType<typeof fragileLine>>;
		beforeEach(async () => {
			const target = await here();
			wire = await fragileLine(target.port);
			far = await openLedger({ ...target, port: wire.port });
		});
		afterEach(async () => {
			await far.close();
			await wire.close();
		});

		test('a transaction that was cut off before it ended is carried out again, once', async () => {
			wire.breakAt('INSERT INTO order_lines', 'before');
			expect(await far.importOrders('ikas-tr', orders)).toHaveLength(20);
			expect(await stored()).toEqual({ orders: 20, lines: 20, events: 20 });
		});

		test('a transaction whose end was cut off is not: it says that nobody knows, and repeating it is safe', async () => {
			wire.breakAt('COMMIT\0', 'after');
			await expect(far.importOrders('ikas-tr', orders)).rejects.toMatchObject({
				kind: 'unavailable',
				message: expect.stringMatching(/Whether it was stored is not known/),
			});
			const again = await far.importOrders('ikas-tr', orders);
			expect(again.filter(({ outcome }) => outcome === 'unchanged')).toHaveLength(20);
			expect(await stored()).toEqual({ orders: 20, lines: 20, events: 20 });
		});
	});

	test('a connection that is killed in the middle leaves nothing half-done, and its work is carried out again', async () => {
		const { schema } = await here();
		const holder = new Client(await testServer());
		await holder.connect();
		await holder.query(`BEGIN; LOCK TABLE ${schema}.order_lines IN ACCESS EXCLUSIVE MODE`);
		const importing = hub.ledger.importOrders('ikas-tr', orders);
		const waiting = `SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'INSERT INTO order_lines%'`;
		const waiter = async () => (await hub.sql(waiting))[0]?.pid;
		const killed = await until('the import to wait for its lines', waiter, { everyMs: 20 });
		await hub.sql('SELECT pg_terminate_backend(?)', killed);
		await until('it to begin again', async () => ((await waiter()) ?? killed) !== killed, {
			everyMs: 20,
		});
		expect(await hub.sql('SELECT COUNT(*) AS n FROM orders')).toEqual([{ n: 0 }]);
		await holder.query('COMMIT');
		await holder.end();
		expect((await importing).filter(({ outcome }) => outcome === 'created')).toHaveLength(20);
		expect(await stored()).toEqual({ orders: 20, lines: 20, events: 20 });
	});
});
