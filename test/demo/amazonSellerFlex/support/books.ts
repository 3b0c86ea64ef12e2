import type { Facts } from '../../../../demo/auditor/facts';
import type {
	AmazonShipmentChange,
	AmazonShipmentState,
	AmazonState,
	Cause,
} from '../../../../sandbox/amazonSellerFlex/types';
import { ledgerFile } from '../../support/ledgerFile';

/** Three shipments that are all in the hub as they should be: confirmed, cancelled, shipped. */
const clean = `
	INSERT INTO stores VALUES ('amazon', 'bazaar');
	INSERT INTO orders VALUES
		(1, 'amazon', 'a', '402-0000001-0000001', 'bazaar', 'ACCEPTED', 'new_order', NULL, 'dubai', NULL),
		(2, 'amazon', 'b', '402-0000002-0000002', 'bazaar', 'CANCELLED', 'cancelled', NULL, NULL, NULL),
		(3, 'amazon', 'c', '402-0000003-0000003', 'bazaar', 'SHIPPED', 'shipped', NULL, 'dubai', NULL);
	INSERT INTO order_lines VALUES (1, 'a1', 'OUD', 2, 0, 0), (2, 'b1', 'OUD', 1, 1, 0), (3, 'c1', 'OUD', 3, 0, 3);
	INSERT INTO reservations VALUES (1, 'a1', 'bazaar', 'OUD', 'dubai', 2);
	INSERT INTO stock VALUES ('bazaar', 'OUD', 'dubai', 5, 2, 0);
	INSERT INTO parcels (id, order_id, hub, shipped_at, tracking_number) VALUES (1, 3, 'dubai', 900, 'AWB-c');
	INSERT INTO parcel_lines VALUES (1, 'c1', 'bazaar', 'OUD', 3);
	INSERT INTO outbox VALUES ('amazon', 1, 'status', 'done'), ('amazon', 3, 'status', 'done');
	INSERT INTO listings VALUES ('amazon', 'OUD', 'OUD');
	INSERT INTO store_places VALUES ('amazon', 'DXB1', 'dubai');
	INSERT INTO published VALUES ('amazon', 'OUD', 'DXB1', 3, NULL);
	INSERT INTO syncs VALUES ('amazon', 'orders', NULL, NULL);
`;

export const ledgerWith = (planted = ''): string => ledgerFile(clean, planted);

export const facts: Facts = {
	store: 'amazon',
	connectedAt: 100,
	physical: [{ seller: 'bazaar', sku: 'OUD', hub: 'dubai', units: 8 }],
	idlePoll: { after: 7, upTo: 11 },
	idlePush: { after: 7, upTo: 11 },
	keptOnChannel: [],
	kills: 2,
	csvRowsRefused: 0,
	partner: null,
};

/** Each change and who made it, in the order in which they were made. */
export type Way = readonly (readonly [
	what: AmazonShipmentChange['what'],
	status: AmazonShipmentState['status'],
	by?: Cause,
])[];

interface Placed {
	readonly id: string;
	readonly number: string;
	readonly quantity: number;
	readonly way: Way;
	readonly placedAt?: number;
	readonly visibleAt?: number;
	readonly packed?: readonly number[];
	readonly cancelledAs?: string;
}

export const confirmed: Way = [
	['placed', 'ACCEPTED', 'amazon'],
	['confirmed', 'CONFIRMED'],
];

export const labelled: Way = [
	...confirmed,
	['packages_created', 'PACKAGE_CREATED'],
	['slot_retrieved', 'PICKUP_SLOT_RETRIEVED'],
	['labels_generated', 'SHIPLABEL_GENERATED'],
];

export const shipped: Way = [...labelled, ['shipped', 'SHIPPED']];

const cancelled: Way = [
	['placed', 'ACCEPTED', 'amazon'],
	['cancelled', 'CANCELLED', 'amazon'],
];

const toState = ({
	id,
	number,
	quantity,
	way,
	placedAt = 200,
	visibleAt = placedAt,
	packed = [],
	cancelledAs = 'MARKETPLACE_CANCELLED',
}: Placed): AmazonShipmentState => {
	const status = way.at(-1)?.[1] ?? 'PENDING';
	return {
		id,
		buyerOrderId: number,
		location: 'DXB1',
		channelName: 'FBA',
		placedAt,
		updatedAt: placedAt,
		status,
		subStatus: null,
		isSpoiled: false,
		lines: [{ id: `${id}1`, sku: 'OUD', quantity, price: 50 }],
		packages: packed.map((units, at) => ({
			id: `${at + 1}`,
			status,
			lines: { [`${id}1`]: units },
			weightG: 350,
			label: way.some(([what]) => what === 'labels_generated')
				? { carrier: 'Amazon', trackingId: `AWB-${id}`, at: placedAt, by: 'api' }
				: null,
		})),
		invoice: { isRequired: false, number: null },
		cancellation:
			status === 'CANCELLED'
				? { type: cancelledAs, reason: null, referenceId: null, at: placedAt }
				: null,
		history: way.map(([what, now, by = 'api']) => ({
			at: placedAt,
			what,
			by,
			status: now,
			visibleAt,
		})),
	};
};

export const a: Placed = { id: 'a', number: '402-0000001-0000001', quantity: 2, way: confirmed };
export const c: Placed = {
	id: 'c',
	number: '402-0000003-0000003',
	quantity: 3,
	way: shipped,
	packed: [3],
};

const cleanShipments: readonly Placed[] = [
	a,
	{ id: 'b', number: '402-0000002-0000002', quantity: 1, way: cancelled },
	c,
];

/** Amazon's side of the clean books, with shipments added or replaced by id, and whatever else is changed. */
export const amazonWith = (
	planted: readonly Placed[] = [],
	change: Partial<AmazonState> = {},
): AmazonState => {
	const byId = new Map([...cleanShipments, ...planted].map((shipment) => [shipment.id, shipment]));
	return {
		now: 1000,
		marketplace: 'A2VIGQ35RCS4UG',
		sellerId: 'A1SELLER0EXAMPLE',
		locations: [{ id: 'DXB1' }],
		grants: {
			roles: [],
			allowListed: true,
			authorised: true,
			participating: true,
			ownInvoices: false,
		},
		shipments: [...byId.values()].map(toState),
		inventory: [stockOf(3)],
		prices: [],
		feeds: [],
		invoices: [],
		quotaHits: 0,
		counts: { shipments: 0, visible: 0, products: 0, calls: 0, faults: 0 },
		...change,
	};
};

/** What Amazon shows of the oud. */
export const stockOf = (quantity: number): AmazonState['inventory'][number] => ({
	location: 'DXB1',
	sku: 'OUD',
	quantity,
	sequence: 1,
	updates: [{ at: 300, quantity, sequence: 1 }],
});

/** With the feed that brought it, or null. */
export type Price = readonly [price: number, feed: string | null];

/** The prices of the oud, one after the other. */
export const pricesOf = (...updates: readonly Price[]): AmazonState['prices'] => [
	{
		sku: 'OUD',
		asin: 'B000000001',
		price: updates.at(-1)?.[0] ?? null,
		currency: 'AED',
		updates: updates.map(([price, feed]) => ({
			at: 300,
			visibleAt: 302,
			price,
			feed,
			by: 'api',
		})),
	},
];
