import type { Facts } from '../../../../demo/auditor/facts';
import type { IkasState, OrderState } from '../../../../sandbox/ikas/types';
import { ledgerFile } from '../../support/ledgerFile';

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
	INSERT INTO parcels (id, order_id, hub, shipped_at, tracking_number) VALUES (1, 1, 'izmir', NULL, NULL), (2, 3, 'izmir', 900, 'TR1003');
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
	INSERT INTO parcels (id, order_id, hub, shipped_at, tracking_number) VALUES (11, 13, 'izmir', 900, NULL);
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
	csvRowsRefused: 0,
	partner: null,
};

/** A ledger file with the clean books, changed by what is planted. */
export const ledgerWith = (planted = ''): string => ledgerFile(clean, planted);

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
