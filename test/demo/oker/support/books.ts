import type { Facts } from '../../../../demo/auditor/facts';
import type {
	ItemStatus,
	OkerFigureState,
	OkerListingState,
	OkerOrderChange,
	OkerOrderState,
	OrderStatus,
} from '../../../../sandbox/oker/stateTypes';
import type { OkerState } from '../../../../sandbox/oker/types';
import { ledgerFile } from '../../support/ledgerFile';

export const labelOf = (text: string): string =>
	JSON.stringify({ mimeType: 'application/pdf', base64: Buffer.from(text).toString('base64') });

/** Four orders that are all in the hub as they should be: assigned, cancelled, packed and gone with a manifest. */
const clean = `
	INSERT INTO stores VALUES ('oker', 'bazaar');
	INSERT INTO orders VALUES
		(1, 'oker', 'a', 'a', 'bazaar', 'CREATED', 'new_order', NULL, 'noida', NULL),
		(2, 'oker', 'b', 'b', 'bazaar', 'CANCELLED', 'cancelled', NULL, NULL, NULL),
		(3, 'oker', 'c', 'c', 'bazaar', 'CREATED', 'packed', NULL, 'noida', NULL),
		(4, 'oker', 'd', 'd', 'bazaar', 'DISPATCHED', 'shipped', NULL, 'pune', NULL);
	INSERT INTO order_lines VALUES (1, 'a-1', 'RUG', 2, 0, 0), (2, 'b-1', 'RUG', 1, 1, 0), (3, 'c-1', 'RUG', 1, 0, 0),
		(4, 'd-1', 'RUG', 3, 0, 3);
	INSERT INTO reservations VALUES (1, 'a-1', 'bazaar', 'RUG', 'noida', 2), (3, 'c-1', 'bazaar', 'RUG', 'noida', 1);
	INSERT INTO stock VALUES ('bazaar', 'RUG', 'noida', 8, 3, 0), ('bazaar', 'RUG', 'pune', 4, 0, 0);
	INSERT INTO parcels VALUES (1, 1, 'noida', NULL, NULL, NULL),
		(2, 3, 'noida', NULL, 'AWB-c', '${labelOf('%PDF-1.4 AWB-c')}'),
		(3, 4, 'pune', 900, 'AWB-d', '${labelOf('%PDF-1.4 AWB-d')}');
	INSERT INTO parcel_lines VALUES (1, 'a-1', 'bazaar', 'RUG', 2), (2, 'c-1', 'bazaar', 'RUG', 1), (3, 'd-1', 'bazaar', 'RUG', 3);
	INSERT INTO issued_invoices VALUES (3, 'INV-c'), (4, 'INV-d');
	INSERT INTO manifests VALUES (1, 'M-1', 'oker', 'closed'), (2, 'M-2', 'oker', 'open');
	INSERT INTO manifest_parcels VALUES (1, 4, NULL);
	INSERT INTO outbox VALUES ('oker', 4, 'status', 'done');
	INSERT INTO listings VALUES ('oker', 'P-1/V-1', 'RUG');
	INSERT INTO skipped_listings VALUES ('oker', 'P-2/V-2');
	INSERT INTO store_settings VALUES ('oker', 1, '{"inventoryHubs":["noida","pune"]}');
	INSERT INTO store_places VALUES ('oker', 'OKR-W1', 'noida'), ('oker', 'OKR-W2', 'pune');
	INSERT INTO published VALUES ('oker', 'P-1/V-1', 'OKR-W1', 5, NULL), ('oker', 'P-1/V-1', 'OKR-W2', 4, NULL);
	INSERT INTO syncs VALUES ('oker', 'orders', NULL, NULL);
`;

export const ledgerWith = (planted = ''): string => ledgerFile(clean, planted);

export const exception = (kind: string, reference: string, state = 'open'): string =>
	`INSERT INTO exceptions (store, kind, reference, cause, state)
	 VALUES ('oker', '${kind}', '${reference}', 'cause', '${state}');`;

export const facts: Facts = {
	store: 'oker',
	connectedAt: 100,
	physical: [
		{ seller: 'bazaar', sku: 'RUG', hub: 'noida', units: 8 },
		{ seller: 'bazaar', sku: 'RUG', hub: 'pune', units: 7 },
	],
	idlePoll: { after: 7, upTo: 11 },
	idlePush: { after: 7, upTo: 11 },
	keptOnChannel: [],
	kills: 2,
	csvRowsRefused: 0,
	partner: null,
};

/** Each change and who made it, in the order in which they were made. */
export type Way = readonly (readonly [what: OkerOrderChange['what'], by?: OkerOrderChange['by']])[];

interface Placed {
	readonly id: string;
	readonly quantity: number;
	readonly way: Way;
	readonly status?: OrderStatus;
	/** Of its items, one line each. */
	readonly items?: readonly ItemStatus[];
	readonly facility?: string;
	readonly placedAt?: number;
	readonly visibleAt?: number;
	readonly manifest?: string | null;
	readonly isOnHold?: boolean;
}

export const placed: Way = [['placed', 'customer']];
export const packed: Way = [...placed, ['invoiced']];
export const gone: Way = [...packed, ['dispatched']];
export const cancelled: Way = [...placed, ['cancelled', 'customer']];

const toState = (order: Placed): OkerOrderState => {
	const { id, quantity, way, status = 'CREATED', items = ['CREATED'], placedAt = 200 } = order;
	const { facility = 'OKR-W1', visibleAt = placedAt, manifest = null, isOnHold = false } = order;
	const isDone = (what: OkerOrderChange['what']) => way.some((change) => change[0] === what);
	const isInvoiced = isDone('invoiced');
	return {
		...{ id, number: id, facility, placedAt, updatedAt: placedAt, status, isOnHold },
		isSpoiled: false,
		items: items.map((item, at) => ({
			...{ id: `${id}-${at + 1}`, sku: 'RUG', productId: 'P-1', variantId: 'V-1', quantity },
			status: item,
		})),
		invoice: isInvoiced ? `INV-${id}` : null,
		invoicedAt: isInvoiced ? placedAt + 1 : null,
		awb: isInvoiced ? `AWB-${id}` : null,
		dispatchedAt: isDone('dispatched') ? placedAt + 2 : null,
		manifest,
		labels: 0,
		history: way.map(([what, by = 'api'], at) => ({
			...{ what, at: placedAt + at, visibleAt, by, open: {} },
		})),
	};
};

export const a: Placed = { id: 'a', quantity: 2, way: placed };
export const c: Placed = { id: 'c', quantity: 1, way: packed };
export const d: Placed = {
	...{ id: 'd', quantity: 3, way: gone, status: 'COMPLETE', items: ['DISPATCHED'] },
	...{ facility: 'OKR-W2', manifest: 'M-1' },
};

const cleanOrders: readonly Placed[] = [
	a,
	{ id: 'b', quantity: 1, way: cancelled, status: 'CANCELLED', items: ['CANCELLED'] },
	c,
	d,
];

const figure = (facility: string, quantity: number): OkerFigureState => ({
	...{ facility, quantity, asOf: null },
	history: [{ what: 'pushed', at: 300, quantity }],
});

const listing = (at: number, sku: string, figures: readonly OkerFigureState[]) => ({
	...{ productId: `P-${at}`, variantId: `V-${at}`, sku, isLive: true, figures },
});

/** What Oker shows of the rug at both warehouses, and what it sells that has no SKU. */
export const listingsOf = (
	north: number,
	west: number,
	sku = 'RUG',
): readonly OkerListingState[] => [
	listing(1, sku, [figure('OKR-W1', north), figure('OKR-W2', west)]),
	listing(2, ' RUG', []),
];

/** The gateway's side of the clean books, with orders added or replaced by id, and whatever else is changed. */
export const okerWith = (
	planted: readonly Placed[] = [],
	change: Partial<OkerState> = {},
): OkerState => {
	const byId = new Map([...cleanOrders, ...planted].map((order) => [order.id, order]));
	return {
		now: 1000,
		level: 'full',
		warehouses: [],
		orders: [...byId.values()].map(toState),
		listings: listingsOf(5, 4),
		counts: { orders: 0, visible: 0, listings: 0, calls: 0, quotaHits: 0, faults: 0, replays: 0 },
		...change,
	};
};
