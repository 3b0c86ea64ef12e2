import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { MappedOrder } from '../../domain/order';
import type { StoreSettings } from '../../domain/store';
import type { Ledger } from '../../ledger/ledger';
import { openLedger } from '../../ledger/openLedger';
import type { StoreDraft, SyncPage, SyncRun } from '../../ledger/shapes';

/** An open ledger, and its tables as a stranger with SQL sees them. */
export interface OpenLedger {
	readonly ledger: Ledger;
	sql(query: string, ...values: (string | number)[]): Record<string, unknown>[];
	/** Another process that opens the same ledger. */
	again(): Promise<Ledger>;
	close(): Promise<void>;
}

async function openSqlite(): Promise<OpenLedger> {
	const folder = mkdtempSync(join(tmpdir(), 'order-hub-'));
	const file = join(folder, 'ledger.sqlite');
	const ledger = await openLedger({ engine: 'sqlite', file });
	const others: Ledger[] = [];
	const stranger = new DatabaseSync(file, { timeout: 5_000 });
	return {
		ledger,
		sql: (query, ...values) => stranger.prepare(query).all(...values) as Record<string, unknown>[],
		async again() {
			const other = await openLedger({ engine: 'sqlite', file });
			others.push(other);
			return other;
		},
		async close() {
			stranger.close();
			for (const one of [ledger, ...others]) await one.close();
			rmSync(folder, { recursive: true });
		},
	};
}

/** Every engine passes the same tests. */
export const engines = [{ engine: 'SQLite', open: openSqlite }] as const;

export const settings = (change: Partial<StoreSettings> = {}): StoreSettings => ({
	seller: 'acme',
	orderSync: true,
	intervalMinutes: 1,
	overlapMinutes: 10,
	pagesPerExecution: 3,
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

/** A seller, two hubs, one store, ten units of A and B at each hub. */
export async function furnish(ledger: Ledger) {
	await ledger.saveSeller({ code: 'acme', name: 'Acme' });
	await ledger.saveHub({
		code: 'istanbul',
		name: 'İstanbul',
		active: true,
		latitude: 41.01,
		longitude: 28.98,
	});
	await ledger.saveHub({
		code: 'ankara',
		name: 'Ankara',
		active: true,
		latitude: 39.93,
		longitude: 32.86,
	});
	await ledger.saveStore(draft());
	for (const hub of ['istanbul', 'ankara']) {
		await ledger.setStock(['A', 'B'].map((sku) => ({ seller: 'acme', sku, hub, onHand: 10 })));
	}
}

export async function begun(ledger: Ledger): Promise<SyncRun> {
	const answer = await ledger.beginSync('ikas-tr', 'orders');
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
	afterEach(() => hub.close());
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
		reserved: () =>
			Object.fromEntries(
				hub
					.sql("SELECT hub || ' ' || sku AS place, reserved FROM stock WHERE reserved <> 0")
					.map((row) => [row.place, row.reserved]),
			),
	};
}
