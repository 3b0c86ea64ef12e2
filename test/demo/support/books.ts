import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import type { Facts } from '../../../demo/auditor/facts';
import type { IkasState, OrderState } from '../../../sandbox/ikas/types';

/** The columns that the auditor looks at, and no others. */
const tables = `
	CREATE TABLE orders (id INTEGER PRIMARY KEY, store TEXT, channel_id TEXT, number TEXT, seller TEXT,
		channel_status TEXT, status TEXT, hold_reason TEXT, hub TEXT, flag TEXT);
	CREATE TABLE order_lines (order_id INTEGER, line_id TEXT, sku TEXT, ordered INTEGER, cancelled INTEGER,
		shipped INTEGER);
	CREATE TABLE reservations (order_id INTEGER, line_id TEXT, seller TEXT, sku TEXT, hub TEXT, quantity INTEGER);
	CREATE TABLE stock (seller TEXT, sku TEXT, hub TEXT, on_hand INTEGER, reserved INTEGER);
	CREATE TABLE parked (store TEXT, channel_id TEXT, reason TEXT);
	CREATE TABLE exceptions (id INTEGER PRIMARY KEY, store TEXT, kind TEXT, reference TEXT, cause TEXT, state TEXT);
`;

/** Three orders that are all in the hub as they should be: assigned, cancelled, shipped. */
const clean = `
	INSERT INTO orders VALUES
		(1, 'ikas', 'a', '1001', 'acme', 'payment:PAID', 'new_order', NULL, 'izmir', NULL),
		(2, 'ikas', 'b', '1002', 'acme', 'status:CANCELLED', 'cancelled', NULL, NULL, NULL),
		(3, 'ikas', 'c', '1003', 'acme', 'payment:PAID', 'shipped', NULL, 'izmir', NULL);
	INSERT INTO order_lines VALUES (1, 'a1', 'MUG', 2, 0, 0), (2, 'b1', 'MUG', 1, 1, 0), (3, 'c1', 'MUG', 3, 0, 3);
	INSERT INTO reservations VALUES (1, 'a1', 'acme', 'MUG', 'izmir', 2);
	INSERT INTO stock VALUES ('acme', 'MUG', 'izmir', 2, 2);
`;

export const facts: Facts = {
	store: 'ikas',
	connectedAt: 100,
	physical: [{ seller: 'acme', sku: 'MUG', hub: 'izmir', units: 5 }],
	idlePoll: { after: 7, upTo: 9 },
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
}

const toState = ({ id, number, quantity, status = 'CREATED', ...times }: Placed): OrderState => {
	const { orderedAt = 200, visibleAt = orderedAt, edited = false } = times;
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
		location: null,
		unreadable: null,
		lines: [{ id: `${id}1`, sku: 'MUG', quantity, status: 'UNFULFILLED', deleted: false }],
		history: [
			{ ...change, what: 'placed' as const },
			...(edited ? [{ ...change, what: 'edited' as const }] : []),
		],
	};
};

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
		counts: { orders: 0, visible: 0, calls: 0, overQuota: 0, faults: 0 },
	};
};
