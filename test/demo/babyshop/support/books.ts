import type { Facts } from '../../../../demo/auditor/facts';
import type {
	BabyshopInvoiceState,
	BabyshopOrderChange,
	BabyshopOrderState,
	BabyshopProductState,
} from '../../../../sandbox/babyshop/stateTypes';
import type { BabyshopState } from '../../../../sandbox/babyshop/types';
import { ledgerFile } from '../../support/ledgerFile';

export const labelOf = (text: string): string =>
	JSON.stringify({ mimeType: 'application/pdf', base64: Buffer.from(text).toString('base64') });

/** Three orders that are all in the hub as they should be: assigned, cancelled, shipped. Two hubs are offered, one is not. */
const clean = `
	INSERT INTO stores VALUES ('babyshop', 'nursery');
	INSERT INTO orders VALUES
		(1, 'babyshop', 'a', 'a', 'nursery', '5', 'new_order', NULL, 'sharjah', NULL),
		(2, 'babyshop', 'b', 'b', 'nursery', '8', 'cancelled', NULL, NULL, NULL),
		(3, 'babyshop', 'c', 'c', 'nursery', '15', 'shipped', NULL, 'sharjah', NULL);
	INSERT INTO order_lines VALUES (1, '1', 'BBS1', 2, 0, 0), (2, '1', 'BBS1', 1, 1, 0), (3, '1', 'BBS1', 3, 0, 3);
	INSERT INTO reservations VALUES (1, '1', 'nursery', 'BIB', 'sharjah', 2);
	INSERT INTO stock VALUES ('nursery', 'BIB', 'sharjah', 5, 2, 0), ('nursery', 'BIB', 'al-ain', 4, 0, 0),
		('nursery', 'BIB', 'showroom', 9, 0, 0);
	INSERT INTO parcels VALUES (1, 1, 'sharjah', NULL, NULL, NULL),
		(2, 3, 'sharjah', 900, 'FC-c', '${labelOf('%PDF-1.4 AWB FC-c')}');
	INSERT INTO parcel_lines VALUES (1, '1', 'nursery', 'BIB', 2), (2, '1', 'nursery', 'BIB', 3);
	INSERT INTO outbox VALUES ('babyshop', 3, 'status', 'done'), ('babyshop', 3, 'status', 'untaken');
	INSERT INTO listings VALUES ('babyshop', 'BBS1', 'BIB');
	INSERT INTO skipped_listings VALUES ('babyshop', 'BBS2');
	INSERT INTO store_settings VALUES ('babyshop', 1, '{"inventoryHubs":[]}'),
		('babyshop', 2, '{"inventoryHubs":["sharjah","al-ain"]}');
	INSERT INTO store_places VALUES ('babyshop', '', 'sharjah'), ('babyshop', '', 'al-ain'), ('babyshop', '', 'showroom');
	INSERT INTO published VALUES ('babyshop', 'BBS1', '', 7, NULL);
	INSERT INTO syncs VALUES ('babyshop', 'orders', NULL, NULL);
`;

export const ledgerWith = (planted = ''): string => ledgerFile(clean, planted);

export const facts: Facts = {
	store: 'babyshop',
	connectedAt: 100,
	physical: [
		{ seller: 'nursery', sku: 'BIB', hub: 'sharjah', units: 8 },
		{ seller: 'nursery', sku: 'BIB', hub: 'al-ain', units: 4 },
		{ seller: 'nursery', sku: 'BIB', hub: 'showroom', units: 9 },
	],
	idlePoll: { after: 7, upTo: 11 },
	idlePush: { after: 7, upTo: 11 },
	keptOnChannel: [],
	kills: 2,
	csvRowsRefused: 0,
	partner: null,
};

/** Each change and who made it, in the order in which they were made. */
export type Way = readonly (readonly [
	what: BabyshopOrderChange['what'],
	status: BabyshopOrderState['status'],
	by?: BabyshopOrderChange['by'],
])[];

interface Placed {
	readonly id: string;
	readonly quantity: number;
	readonly way: Way;
	readonly cancelled?: number;
	readonly placedAt?: number;
	readonly visibleAt?: number;
	/** The AWBs of its invoices, all of its one line; null where the courier has none yet. */
	readonly awbs?: readonly (string | null)[];
}

export const confirmed: Way = [['placed', '5', 'panel']];

export const packed: Way = [...confirmed, ['invoiced', '12'], ['awb_given', '10', 'panel']];

export const shipped: Way = [...packed, ['shipped', '15']];

const invoiceOf = (id: string, awb: string | null, at: number): BabyshopInvoiceState => ({
	number: `INV-${id}-${at}`,
	at: 300,
	by: 'api',
	lines: ['1'],
	awb,
	shippedAt: null,
	isRepeat: at > 0,
});

const toState = (placed: Placed): BabyshopOrderState => {
	const { id, quantity, way, cancelled = 0, placedAt = 200, awbs = [] } = placed;
	const { visibleAt = placedAt } = placed;
	const status = way.at(-1)?.[1] ?? '1';
	const by = (what: BabyshopOrderChange['what']) =>
		way.some((change) => change[0] === what && change[2] !== 'panel');
	return {
		id,
		number: id,
		master: id,
		seller: '1000001',
		placedAt,
		updatedAt: placedAt,
		status,
		isOnHold: false,
		isSpoiled: false,
		lines: [{ line: '1', sku: 'BBS1', quantity, cancelled, status, invoice: null, awb: null }],
		invoices: awbs.map((awb, at) => invoiceOf(id, awb, at)),
		invoicesMade: awbs.length,
		isShippedByApi: by('shipped'),
		isCancelledByApi: by('cancelled'),
		history: way.map(([what, now, cause = 'api']) => ({
			what,
			at: placedAt,
			visibleAt,
			by: cause,
			status: now,
			open: {},
		})),
	};
};

export const a: Placed = { id: 'a', quantity: 2, way: confirmed };
export const c: Placed = { id: 'c', quantity: 3, way: shipped, awbs: ['FC-c'] };

const cleanOrders: readonly Placed[] = [
	a,
	{ id: 'b', quantity: 1, way: [...confirmed, ['cancelled', '8', 'panel']], cancelled: 1 },
	c,
];

/** What the channel shows of the bib, and what it sells that has no code. */
export const productsOf = (figure: number | null): readonly BabyshopProductState[] => [
	{
		sku: 'BBS1',
		vendorSkuCode: ' BIB ',
		seller: '1000001',
		figure,
		history: [
			{ what: 'requested', at: 300, quantity: 7, moderationId: '501' },
			{ what: 'approved', at: 315, quantity: 7, moderationId: '501' },
		],
	},
	{ sku: 'BBS2', vendorSkuCode: '  ', seller: '1000001', figure: null, history: [] },
];

/** The channel's side of the clean books, with orders added or replaced by id, and whatever else is changed. */
export const babyshopWith = (
	planted: readonly Placed[] = [],
	change: Partial<BabyshopState> = {},
): BabyshopState => {
	const byId = new Map([...cleanOrders, ...planted].map((order) => [order.id, order]));
	return {
		now: 1000,
		timeZone: 'Asia/Dubai',
		orders: [...byId.values()].map(toState),
		products: productsOf(7),
		counts: { orders: 0, visible: 0, products: 0, pending: 0, calls: 0, overQuota: 0, faults: 0 },
		...change,
	};
};
