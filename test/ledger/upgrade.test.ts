import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engineOf, type LedgerOptions } from '../../ledger/engine';
import { migration1 } from '../../ledger/migration1';
import { openLedger } from '../../ledger/openLedger';
import { rows, run, type Work } from '../../ledger/statement';
import { miscounted } from '../support/counters';
import { newTarget, settings } from '../support/ledgers';

const folder = mkdtempSync(join(tmpdir(), 'order-hub-'));
afterAll(() => rmSync(folder, { recursive: true }));

const engines: readonly [string, () => Promise<LedgerOptions>][] = [
	['SQLite', async () => ({ engine: 'sqlite', file: join(folder, 'old.sqlite') })],
	['PostgreSQL', newTarget],
];

/** Settings that the first version did not have. */
const later = ['catalogSync', 'catalogIntervalMinutes', 'inventoryHubs'];

/** A ledger as the first version of the package left it: a connected store with one listing, and an order that is parked. */
function* left(): Work<void> {
	const older = Object.entries(settings()).filter(([field]) => !later.includes(field));
	yield* run('CREATE TABLE migrations (version INTEGER PRIMARY KEY, applied_at BIGINT NOT NULL)');
	for (const statement of migration1) yield* run(statement);
	yield* run('INSERT INTO migrations (version, applied_at) VALUES (1, 0)');
	yield* run("INSERT INTO sellers VALUES ('acme', 'Acme')");
	yield* run("INSERT INTO skus VALUES ('acme', 'A')");
	yield* run("INSERT INTO hubs (code, name, active) VALUES ('istanbul', 'İstanbul', 1)");
	yield* run(
		"INSERT INTO stock (seller, sku, hub, on_hand, counted_at) VALUES ('acme', 'A', 'istanbul', 7, 1)",
	);
	yield* run(
		"INSERT INTO stores VALUES ('ikas-tr', 'acme', 'ikas', 'merchant-1', 1, '2026-03-01T00:00:00.000Z', 1)",
	);
	yield* run(
		'INSERT INTO store_settings VALUES (?, 1, ?)',
		'ikas-tr',
		JSON.stringify(Object.fromEntries(older)),
	);
	yield* run(
		`INSERT INTO configuration_log (store, version, field, before, after, changed_by, changed_at, reason)
		VALUES ('ikas-tr', 1, 'orderSync', 'null', 'true', 'ops', 0, 'set up')`,
	);
	yield* run("INSERT INTO store_places VALUES ('ikas-tr', 'loc-ist', 'istanbul')");
	yield* run("INSERT INTO listings VALUES ('ikas-tr', 'l1', 'A', 'Mug')");
	yield* run("INSERT INTO held_back VALUES ('ikas-tr', 'o1', 'A', 'istanbul', 2)");
	for (const [at, status] of ['created', 'shipped', 'shipped'].entries()) {
		yield* run(
			`INSERT INTO orders (store, channel_id, number, seller, placed_at, content_hash, channel_status, status, body,
				created_at, updated_at) VALUES ('ikas-tr', ?, 'N', 'acme', '', '', '', ?, '{}', ?, 1)`,
			`p${at}`,
			status,
			at * 3_000_000,
		);
	}
	yield* run(
		"INSERT INTO parcels (order_id, hub, status) SELECT id, 'istanbul', 'shipped' FROM orders",
	);
	yield* run(
		"INSERT INTO parcels (order_id, status) SELECT id, 'shipped' FROM orders WHERE channel_id = 'p2'",
	);
}

test.each(engines)(
	'a ledger of the first version is brought up to date on %s',
	async (_name, target) => {
		const options = await target();
		const engine = await engineOf(options);
		await engine.run(function* () {
			yield* engine.claim();
			yield* left();
		});
		const ledger = await openLedger(options);
		expect(await ledger.getStore('ikas-tr')).toMatchObject({
			version: 1,
			settings: { ...settings(), catalogSync: false },
		});
		expect(await ledger.getConfigurationLog('ikas-tr', 10)).toMatchObject([
			{ inWords: 'Order Sync: none → on', restoredFrom: null },
		]);
		expect(await ledger.getAvailability('ikas-tr', ['A'])).toMatchObject([
			{ total: 5, heldBack: 2 },
		]);
		expect(await ledger.getListings({ store: 'ikas-tr', limit: 10 })).toMatchObject([
			{ listing: 'l1', sku: 'A', channelSku: 'A', product: null, state: 'linked' },
		]);
		expect(await miscounted({ sql: (query) => engine.run(() => rows(query)) })).toEqual([]);
		expect((await ledger.glanceAtStores(24)).stores).toMatchObject([
			{ orders: { created: 1, shipped: 2 } },
		]);
		const parts = await engine.run(() =>
			rows(
				'SELECT o.channel_id, p.part FROM parcels p JOIN orders o ON o.id = p.order_id ORDER BY p.id',
			),
		);
		expect(parts.map(({ channel_id, part }) => `${channel_id} ${part}`)).toEqual([
			'p0 null',
			'p1 null',
			'p2 1',
			'p2 2',
		]);
		const applied = await engine.run(() =>
			rows<{ version: number }>('SELECT version FROM migrations'),
		);
		expect(applied.length).toBeGreaterThan(1);
		await ledger.close();
		if (options.engine === 'postgres')
			await engine.run(() => run(`DROP SCHEMA ${options.schema} CASCADE`));
		await engine.close();
	},
);
