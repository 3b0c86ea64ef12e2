import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newStore } from '../../domain/newStore';
import type { MappedOrder } from '../../domain/order';
import type { StoreSettings } from '../../domain/store';
import type { Ledger } from '../../ledger/ledger';
import { engineOf, type LedgerOptions } from '../../ledger/engine';
import { openLedger } from '../../ledger/openLedger';
import type { StoreDraft } from '../../ledger/storeShapes';
import type { SyncKind, SyncPage, SyncRun } from '../../ledger/syncShapes';
import { rows, run, type Engine, type Row, type Value } from '../../ledger/statement';
import { miscounted } from './counters';
import { copyOnServer, dropCopy, emptyFile } from './ledgerCopies';
import { testServer } from './testServer';

/** An open ledger, and its tables as a stranger with SQL sees them (with the tokens of `ledger/statement.ts`). */
export interface OpenLedger {
	readonly ledger: Ledger;
	/** The stranger's own engine. */
	readonly engine: Engine;
	sql(query: string, ...values: Value[]): Promise<readonly Row[]>;
	/** Another process that opens the same ledger. */
	again(): Promise<Ledger>;
	close(): Promise<void>;
}

async function open(
	options: LedgerOptions,
	clear: (engine: Engine) => Promise<void>,
): Promise<OpenLedger> {
	const ledger = await openLedger(options);
	const engine = await engineOf(options);
	const others: Ledger[] = [];
	return {
		ledger,
		engine,
		sql: (query, ...values) => engine.run(() => rows(query, ...values)),
		async again() {
			const other = await openLedger(options);
			others.push(other);
			return other;
		},
		async close() {
			for (const one of [ledger, ...others]) await one.close();
			await clear(engine);
		},
	};
}

async function openSqlite(): Promise<OpenLedger> {
	const folder = mkdtempSync(join(tmpdir(), 'order-hub-'));
	const file = join(folder, 'ledger.sqlite');
	writeFileSync(file, await emptyFile());
	return await open({ engine: 'sqlite', file }, async (engine) => {
		await engine.close();
		rmSync(folder, { recursive: true });
	});
}

/** A schema that nobody has, on this process's server. */
export async function newTarget(): Promise<Extract<LedgerOptions, { engine: 'postgres' }>> {
	const schema = `test_${randomUUID().replaceAll('-', '')}`;
	return { engine: 'postgres', ...(await testServer()), schema, ssl: 'disable' };
}

/** In a schema that is made for it, as a user's first ledger is. */
export async function openPostgres(): Promise<OpenLedger> {
	const target = await newTarget();
	return await open(target, async (engine) => {
		await engine.run(() => run(`DROP SCHEMA ${target.schema} CASCADE`));
		await engine.close();
	});
}

async function openCopy(): Promise<OpenLedger> {
	const target = await copyOnServer();
	return await open(target, async (engine) => {
		await engine.close();
		await dropCopy(target);
	});
}

/** Every engine passes the same tests. */
export const engines = [
	{ engine: 'SQLite', open: openSqlite },
	{ engine: 'PostgreSQL', open: openCopy },
] as const;

export const settings = (change: Partial<StoreSettings> = {}): StoreSettings => ({
	seller: 'acme',
	integrationType: 'full',
	orderSync: true,
	intervalMinutes: 1,
	busySeconds: 0,
	overlapMinutes: 10,
	pagesPerExecution: 3,
	lookBackHours: 24,
	catalogSync: true,
	catalogIntervalMinutes: 60,
	inventorySync: true,
	inventoryIntervalMinutes: 1,
	inventoryHubs: [],
	stockBuffer: 0,
	stockCap: null,
	sizeSafety: false,
	safetyMostUnits: 10,
	safetyMostPercent: 50,
	holdBack: true,
	automatedCancellation: true,
	approveOrders: false,
	approveFrom: null,
	approvePayments: [],
	cancelHeldMinutes: null,
	invoices: 'channel',
	stockMaster: false,
	addReservations: false,
	carrierMap: [],
	cancelReasonMap: [],
	omsOrder: newStore.omsOrder,
	splitOrders: false,
	locations: [
		{ id: 'loc-ist', name: 'İstanbul' },
		{ id: 'loc-ank', name: 'Ankara' },
		{ id: 'loc-izm', name: 'İzmir' },
	],
	hubMap: [
		{ location: 'loc-ist', hub: 'istanbul' },
		{ location: 'loc-ank', hub: 'ankara' },
	],
	channelStatusMap: [
		{ channelStatus: 'status:CANCELLED', hubStatus: 'cancelled' },
		{ channelStatus: 'package:FULFILLED', hubStatus: 'shipped' },
		{ channelStatus: 'payment:PAID', hubStatus: 'new_order' },
	],
	workspaceStatusMap: [],
	ruleSet: 'priority',
	...change,
});

export const draft = (change: Partial<StoreDraft> = {}): StoreDraft => ({
	code: 'ikas-tr',
	channel: 'ikas',
	account: 'merchant-1',
	connectedAt: '2026-03-01T00:00:00.000Z',
	version: null,
	settings: settings(),
	changedBy: 'ops',
	reason: 'set up',
	...change,
});

/** A hub without limits. */
export const always = { orderLimit: null, workingHours: null };

/** A seller, two hubs, one store, ten units of A and B at each hub. */
export async function furnish(ledger: Ledger) {
	await ledger.saveSeller({ code: 'acme', name: 'Acme' });
	await ledger.saveHub({
		code: 'istanbul',
		name: 'İstanbul',
		active: true,
		latitude: 41.01,
		longitude: 28.98,
		...always,
	});
	await ledger.saveHub({
		code: 'ankara',
		name: 'Ankara',
		active: true,
		latitude: 39.93,
		longitude: 32.86,
		...always,
	});
	await ledger.saveStore(draft());
	for (const hub of ['istanbul', 'ankara']) {
		await ledger.setStock(['A', 'B'].map((sku) => ({ seller: 'acme', sku, hub, onHand: 10 })));
	}
}

export async function begun(
	ledger: Ledger,
	kind: SyncKind = 'orders',
	store = 'ikas-tr',
): Promise<SyncRun> {
	const answer = await ledger.beginSync(store, kind);
	if (answer.answer !== 'run') throw new Error(`expected a run, got ${JSON.stringify(answer)}`);
	return answer.run;
}

export const page = (run: SyncRun, change: Partial<SyncPage> = {}): SyncPage => ({
	run,
	orders: [],
	unreadable: [],
	next: null,
	watermark: '2026-03-02T11:00:00.000Z',
	...change,
});

/** A furnished ledger for each test of a file, and what its tests do with it. */
export function ikasStore(open: () => Promise<OpenLedger>) {
	let hub: OpenLedger;
	beforeEach(async () => {
		hub = await open();
		await furnish(hub.ledger);
	});
	afterEach(async () => {
		const wrong = await miscounted(hub);
		await hub.close();
		expect(wrong).toEqual([]);
	});
	return {
		get ledger() {
			return hub.ledger;
		},
		sql: (...query: Parameters<OpenLedger['sql']>) => hub.sql(...query),
		again: () => hub.again(),
		take: (...orders: readonly MappedOrder[]) => hub.ledger.importOrders('ikas-tr', orders),
		route: () => hub.ledger.routeWaiting('ikas-tr', 50),
		order: (id: string) => hub.ledger.getOrder('ikas-tr', id),
		exceptions: async () => (await hub.ledger.getExceptions('ikas-tr', 50)).map(({ kind }) => kind),
		/** Units reserved, by hub and SKU. */
		reserved: async () =>
			Object.fromEntries(
				(
					await hub.sql(
						"SELECT hub || ' ' || sku AS place, reserved FROM stock WHERE reserved <> 0",
					)
				).map((row) => [row.place, row.reserved]),
			),
	};
}
