import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import type { Facts } from '../../../../demo/auditor/facts';
import type { IkasState, OrderState } from '../../../../sandbox/ikas/types';

/** The columns that the auditor looks at, and no others. */
const tables = `
	CREATE TABLE stores (code TEXT, seller TEXT);
	CREATE TABLE orders (id INTEGER PRIMARY KEY, store TEXT, channel_id TEXT, number TEXT, seller TEXT,
		channel_status TEXT, status TEXT, hold_reason TEXT, hub TEXT, flag TEXT);
	CREATE TABLE order_lines (order_id INTEGER, line_id TEXT, sku TEXT, ordered INTEGER, cancelled INTEGER,
		shipped INTEGER);
	CREATE TABLE reservations (order_id INTEGER, line_id TEXT, seller TEXT, sku TEXT, hub TEXT, quantity INTEGER);
	CREATE TABLE stock (seller TEXT, sku TEXT, hub TEXT, on_hand INTEGER, reserved INTEGER, safety_stock INTEGER DEFAULT 0);
	CREATE TABLE parcels (id INTEGER PRIMARY KEY, order_id INTEGER, hub TEXT, shipped_at INTEGER);
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
	CREATE TABLE parked (store TEXT, channel_id TEXT, reason TEXT);
	CREATE TABLE exceptions (id INTEGER PRIMARY KEY, store TEXT, kind TEXT, reference TEXT, cause TEXT, state TEXT);
`;

/** Three orders that are all in the hub as they should be: assigned, cancelled, shipped. */
const clean = `
	INSERT INTO stores VALUES ('ikas', 'acme');
	INSERT INTO orders VALUES
		(1, 'ikas', 'a', '1001', 'acme', 'payment:PAID', 'new_order', NULL, 'izmir', NULL),
		(2, 'ikas', 'b', '1002', 'acme', 'status:CANCELLED', 'cancelled', NULL, NULL, NULL),
		(3, 'ikas', 'c', '1003', 'acme', 'payment:PAID', 'shipped', NULL, 'izmir', NULL);
	INSERT INTO order_lines VALUES (1, 'a1', 'MUG', 2, 0, 0), (2, 'b1', 'MUG', 1, 1, 0), (3, 'c1', 'MUG', 3, 0, 3);
	INSERT INTO reservations VALUES (1, 'a1', 'acme', 'MUG', 'izmir', 2);
	INSERT INTO stock VALUES ('acme', 'MUG', 'izmir', 6, 2, 1);
	INSERT INTO parcels VALUES (1, 1, 'izmir', NULL), (2, 3, 'izmir', 900);
	INSERT INTO parcel_lines VALUES (1, 'a1', 'acme', 'MUG', 2), (2, 'c1', 'acme', 'MUG', 3);
	INSERT INTO outbox VALUES ('ikas', 3, 'status', 'done'), ('ikas', 2, 'cancel', 'superseded');
	INSERT INTO listings VALUES ('ikas', 'p/v', 'MUG');
	INSERT INTO store_places VALUES ('ikas', 'there', 'izmir');
	INSERT INTO published VALUES ('ikas', 'p/v', 'there', 3, NULL);
	INSERT INTO syncs VALUES ('ikas', 'orders', NULL, NULL);
`;

/** A store of another seller in the same ledger, with goods of the same SKU: an order that holds, one that waits, one shipped. */
export const anotherStore = `
	INSERT INTO stores VALUES ('market', 'bazaar');
	INSERT INTO orders VALUES
		(11, 'market', 'm', '2001', 'bazaar', 'NEW', 'new_order', NULL, 'izmir', NULL),
		(12, 'market', 'n', '2002', 'bazaar', 'NEW', 'on_hold', 'inventory_not_present', NULL, NULL),
		(13, 'market', 'o', '2003', 'bazaar', 'NEW', 'shipped', NULL, 'izmir', NULL);
	INSERT INTO order_lines VALUES (11, 'm1', 'MUG', 2, 0, 0), (12, 'n1', 'MUG', 9, 0, 0), (13, 'o1', 'MUG', 1, 0, 1);
	INSERT INTO reservations VALUES (11, 'm1', 'bazaar', 'MUG', 'izmir', 2);
	INSERT INTO stock VALUES ('bazaar', 'MUG', 'izmir', 8, 2, 0);
	INSERT INTO parcels VALUES (11, 13, 'izmir', 900);
	INSERT INTO parcel_lines VALUES (11, 'o1', 'bazaar', 'MUG', 1);
	INSERT INTO outbox VALUES ('market', 11, 'status', 'pending');
	INSERT INTO listings VALUES ('market', 'MUG', 'MUG');
	INSERT INTO store_places VALUES ('market', 'ABCD', 'izmir');
	INSERT INTO published VALUES ('market', 'MUG', 'ABCD', 1, 6);
	INSERT INTO held_back VALUES ('market', 'p', 'MUG', 'izmir', 3);
	INSERT INTO syncs VALUES ('market', 'orders', 1, 5);
`;

export const facts: Facts = {
	store: 'ikas',
	connectedAt: 100,
	physical: [{ seller: 'acme', sku: 'MUG', hub: 'izmir', units: 9 }],
	idlePoll: { after: 7, upTo: 9 },
	idlePush: { after: 7, upTo: 9 },
	keptOnChannel: [],
	kills: 2,
};

/** A ledger file with the clean books, changed by what is planted. */
export function ledgerWith(planted = ''): string {
	const file = join(mkdtempSync(join(tmpdir(), 'auditor-')), 'ledger.sqlite');
	const database = new DatabaseSync(file);
	database.exec(tables);
	database.exec(clean);
	database.exec(planted);
	database.close();
	return file;
}

interface Placed {
	readonly id: string;
	readonly number: string;
	readonly quantity: number;
	readonly status?: string;
	readonly orderedAt?: number;
	readonly visibleAt?: number;
	readonly edited?: boolean;
	readonly location?: string;
	readonly events?: OrderState['events'];
}

const toState = ({ id, number, quantity, status = 'CREATED', ...times }: Placed): OrderState => {
	const {
		orderedAt = 200,
		visibleAt = orderedAt,
		edited = false,
		location = null,
		events = [],
	} = times;
	const change = {
		at: orderedAt,
		visibleAt,
		status,
		payment: 'PAID',
		package: 'UNFULFILLED',
		open: {},
	};
	return {
		id,
		number,
		placedAt: orderedAt,
		orderedAt,
		updatedAt: orderedAt,
		status,
		payment: 'PAID',
		package: 'UNFULFILLED',
		location,
		unreadable: null,
		lines: [{ id: `${id}1`, sku: 'MUG', quantity, status: 'UNFULFILLED', deleted: false }],
		packages: [],
		events,
		history: [
			{ ...change, what: 'placed' as const },
			...(edited ? [{ ...change, what: 'edited' as const }] : []),
		],
	};
};

/** What ikas shows of the mug. */
export const shownStock = (quantity: number): IkasState['stock'][number] => ({
	product: 'p',
	variant: 'v',
	sku: 'MUG',
	location: 'there',
	quantity,
	history: [{ at: 300, what: 'pushed', quantity, byApi: true }],
});

const cleanOrders: readonly Placed[] = [
	{ id: 'a', number: '1001', quantity: 2 },
	{ id: 'b', number: '1002', quantity: 1, status: 'CANCELLED' },
	{ id: 'c', number: '1003', quantity: 3 },
];

/** The channel's side of the clean books, with orders added or replaced by id. */
export const channelWith = (...planted: readonly Placed[]): IkasState => {
	const byId = new Map([...cleanOrders, ...planted].map((order) => [order.id, order]));
	return {
		now: 1000,
		merchant: { id: 'm', storeName: 'shop', merchantName: 'Shop', email: 'shop@example.com' },
		locations: [],
		orders: [...byId.values()].map(toState),
		stock: [shownStock(3)],
		counts: { orders: 0, products: 0, visible: 0, calls: 0, overQuota: 0, faults: 0 },
	};
};
