import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** The columns that the auditor looks at, and no others. */
const tables = `
	CREATE TABLE stores (code TEXT, seller TEXT);
	CREATE TABLE orders (id INTEGER PRIMARY KEY, store TEXT, channel_id TEXT, number TEXT, seller TEXT,
		channel_status TEXT, status TEXT, hold_reason TEXT, hub TEXT, flag TEXT);
	CREATE TABLE order_lines (order_id INTEGER, line_id TEXT, sku TEXT, ordered INTEGER, cancelled INTEGER,
		shipped INTEGER);
	CREATE TABLE reservations (order_id INTEGER, line_id TEXT, seller TEXT, sku TEXT, hub TEXT, quantity INTEGER);
	CREATE TABLE stock (seller TEXT, sku TEXT, hub TEXT, on_hand INTEGER, reserved INTEGER, safety_stock INTEGER DEFAULT 0);
	CREATE TABLE parcels (id INTEGER PRIMARY KEY, order_id INTEGER, hub TEXT, shipped_at INTEGER,
		tracking_number TEXT, label TEXT);
	CREATE TABLE parcel_lines (parcel_id INTEGER, line_id TEXT, seller TEXT, sku TEXT, quantity INTEGER);
	CREATE TABLE outbox (store TEXT, order_id INTEGER, effect TEXT, state TEXT);
	CREATE TABLE events (id INTEGER PRIMARY KEY, store TEXT, order_id INTEGER, type TEXT, detail TEXT);
	CREATE TABLE listings (store TEXT, listing TEXT, sku TEXT);
	CREATE TABLE skipped_listings (store TEXT, listing TEXT);
	CREATE TABLE configuration_log (store TEXT, version INTEGER, restored_from INTEGER);
	CREATE TABLE store_settings (store TEXT, version INTEGER, settings TEXT);
	CREATE TABLE published (store TEXT, listing TEXT, location TEXT, confirmed INTEGER, sent INTEGER);
	CREATE TABLE store_places (store TEXT, location TEXT, hub TEXT);
	CREATE TABLE held_back (store TEXT, channel_id TEXT, sku TEXT, hub TEXT, quantity INTEGER);
	CREATE TABLE syncs (store TEXT, kind TEXT, run_id INTEGER, lease_until INTEGER);
	CREATE TABLE invoices (order_id INTEGER, store TEXT, state TEXT);
	CREATE TABLE issued_invoices (order_id INTEGER, code TEXT);
	CREATE TABLE manifests (id INTEGER PRIMARY KEY, code TEXT, store TEXT, state TEXT);
	CREATE TABLE manifest_parcels (manifest INTEGER, order_id INTEGER, left_out TEXT);
	CREATE TABLE returns (id INTEGER PRIMARY KEY, store TEXT, order_id INTEGER, code TEXT, state TEXT);
	CREATE TABLE return_lines (return_id INTEGER, line_id TEXT, sku TEXT, passed INTEGER, failed INTEGER, restocked INTEGER);
	CREATE TABLE parked (store TEXT, channel_id TEXT, reason TEXT);
	CREATE TABLE hubs (code TEXT, stock_master TEXT DEFAULT 'ledger');
	CREATE TABLE oms_orders (order_id INTEGER, oms TEXT, oms_id TEXT, handed_over_at INTEGER);
	CREATE TABLE exceptions (id INTEGER PRIMARY KEY, store TEXT, kind TEXT, reference TEXT, cause TEXT, state TEXT);
`;

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** A ledger file with what the statements put into it. */
export function ledgerFile(...statements: readonly string[]): string {
	const folder = mkdtempSync(join(tmpdir(), 'auditor-'));
	folders.push(folder);
	const file = join(folder, 'ledger.sqlite');
	const database = new DatabaseSync(file);
	for (const some of ['PRAGMA synchronous = OFF', tables, ...statements]) database.exec(some);
	database.close();
	return file;
}
