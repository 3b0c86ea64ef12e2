import { channelCopy } from '../../ledger/channelCopy';
import { first, run, type Engine, type Work } from '../../ledger/statement';
import { placed } from './placed';

/** Orders of a store that came long ago, as SQL puts them into a ledger. */
export interface History {
	readonly store: string;
	readonly orders: number;
	/** The first number; orders of different numbers have different ids. */
	readonly from?: number;
	/** Goods are named as by `skuOf`, up to here. */
	readonly skus: number;
	readonly hubs: readonly string[];
}

const atOnce = 50_000;

/** Channels give ids in no order. */
export const idOf = (n: number): string => String(Number((BigInt(n) * factor) % range));
/** All of one length, so that they have an order. */
export const skuOf = (n: number): string => `SKU-${1_000_000 + n}`;
const factor = 2_654_435_761n;
const range = 4_294_967_296n;

/**
 * Puts orders into the ledger as if they had been sold, shipped and told over the last years, and few were still open: 1 in 2,500
 * is on hold, 1 in 250 is being worked on, 1 in 100 is on its way.
 */
export async function tellHistory(engine: Engine, history: History): Promise<void> {
	const { from = 0, orders } = history;
	for (let at = from; at < from + orders; at += atOnce) {
		const count = Math.min(atOnce, from + orders - at);
		await engine.run(() => tellPart({ ...history, from: at, orders: count }));
	}
}

function* tellPart(history: Required<History>): Work<void> {
	const newest = yield* first<{ id: number | null }>('SELECT MAX(id) AS id FROM orders');
	yield* run(ordersOf(history));
	const those = `o.id > ${newest?.id ?? 0}`;
	yield* run(linesOf(those, history.skus));
	for (const statement of traces(those)) yield* run(statement);
}

const body = JSON.stringify(channelCopy(placed('told'))).replaceAll("'", "''");
const day = 86_400_000;
const years = 3 * 365 * day;
const at = `{now} - ${years} + n * 7919000 % ${years}`;

const statusOf = `CASE WHEN n % 2500 = 7 THEN 'on_hold' WHEN n % 500 = 8 THEN 'new_order' WHEN n % 500 = 9 THEN 'packed'
	WHEN n % 100 = 10 THEN 'shipped' WHEN n % 20 = 11 THEN 'cancelled' WHEN n % 50 = 12 THEN 'returned' ELSE 'delivered' END`;

const ordersOf = ({
	store,
	from,
	orders,
	hubs,
}: Required<History>) => `WITH RECURSIVE numbers (n) AS
		(SELECT CAST(${from} AS BIGINT) UNION ALL SELECT n + 1 FROM numbers WHERE n < ${from + orders - 1})
	INSERT INTO orders (store, channel_id, number, seller, placed_at, revised_at, content_hash, channel_status, mapped_status,
		status, hold_reason, hub, body, created_at, updated_at)
	SELECT store, channel_id, number, seller, placed_at, placed_at, 'told', 'payment:PAID', 'new_order', status,
		CASE WHEN status = 'on_hold' THEN 'inventory_not_present' END,
		CASE WHEN status NOT IN ('on_hold', 'cancelled') THEN hub END, '${body}', at, at + ${5 * day}
	FROM (SELECT s.code AS store, CAST(n * ${factor} % ${range} AS TEXT) AS channel_id, 'N' || n AS number, s.seller,
			'202' || (n % 3 + 3) || '-0' || (n % 9 + 1) || '-1' || (n % 10) || 'T1' || (n % 7) || ':00:00.000Z' AS placed_at,
			${statusOf} AS status, ${at} AS at,
			CASE n % ${hubs.length} ${hubs.map((code, nth) => `WHEN ${nth} THEN '${code}'`).join(' ')} END AS hub
		FROM numbers CROSS JOIN stores s WHERE s.code = '${store}') t`;

const linesOf = (
	those: string,
	skus: number,
) => `INSERT INTO order_lines (order_id, line_id, listing, sku, ordered, cancelled, shipped)
	SELECT id, line, 'listing-SKU-' || (1000000 + goods), 'SKU-' || (1000000 + goods), 1, 0,
		CASE WHEN status IN ('shipped', 'delivered', 'returned') THEN 1 ELSE 0 END
	FROM (SELECT o.id, o.status, k.line, (o.id * 7919 + k.line * 104729) % ${skus} AS goods
		FROM orders o CROSS JOIN (SELECT 1 AS line UNION ALL SELECT 2) k WHERE ${those}) l`;

const hasLeft = "o.status IN ('shipped', 'delivered', 'returned')";

const traces = (those: string): readonly string[] => [
	`INSERT INTO parcels (order_id, hub, status, tracking_number, carrier, shipped_at)
	SELECT o.id, o.hub, o.status, 'T' || o.id, 'Aras', CASE WHEN ${hasLeft} THEN o.updated_at END
	FROM orders o WHERE ${those} AND o.hub IS NOT NULL`,
	`INSERT INTO parcel_lines (parcel_id, line_id, seller, sku, quantity)
	SELECT p.id, l.line_id, o.seller, l.sku, 1
	FROM orders o JOIN order_lines l ON l.order_id = o.id JOIN parcels p ON p.order_id = o.id WHERE ${those}`,
	`INSERT INTO reservations (order_id, line_id, seller, sku, hub, quantity) SELECT o.id, l.line_id, o.seller, l.sku, o.hub, 1
	FROM orders o JOIN order_lines l ON l.order_id = o.id WHERE ${those} AND o.status IN ('new_order', 'packed')`,
	`INSERT INTO movements (seller, sku, hub, kind, change, at) SELECT o.seller, l.sku, o.hub, 'shipped', -1, o.updated_at
	FROM orders o JOIN order_lines l ON l.order_id = o.id WHERE ${those} AND ${hasLeft}`,
	`INSERT INTO events (store, type, order_id, at) SELECT o.store, k.type, o.id, o.created_at
	FROM orders o CROSS JOIN (SELECT 'order_created' AS type UNION ALL SELECT 'order_assigned' UNION ALL SELECT 'order_shipped') k
	WHERE ${those}`,
	`INSERT INTO outbox (store, order_id, effect, content_key, body, urgent, state, due_at, created_at, ended_at)
	SELECT o.store, o.id, 'ship', o.channel_id || ' as long as the hashes of subject and content ' || o.store,
		'{"effect":"ship","channelStatus":null,"parcels":[]}', 0, 'done', 0, o.updated_at, o.updated_at
	FROM orders o WHERE ${those} AND ${hasLeft}`,
];

interface Offered {
	readonly store: string;
	readonly seller: string;
	readonly skus: number;
	readonly apart: number;
	/** Those before it are there. */
	readonly first?: number;
}

/** SKUs of a seller that a store lists: counted at five of the hubs `hub-0`, `hub-1` ..., so far apart, and told to the channel. */
export async function offerGoods(
	engine: Engine,
	{ store, seller, skus, apart, first: nth = 0 }: Offered,
): Promise<void> {
	for (let from = nth; from < skus; from += atOnce) {
		const last = Math.min(skus, from + atOnce) - 1;
		const numbers = `WITH RECURSIVE numbers (n) AS
			(SELECT CAST(${from} AS BIGINT) UNION ALL SELECT n + 1 FROM numbers WHERE n < ${last})`;
		const sku = `'SKU-' || (1000000 + n)`;
		const goods = [
			`INSERT INTO skus (seller, sku) SELECT '${seller}', ${sku} FROM numbers`,
			`INSERT INTO listings (store, listing, sku, title, channel_sku)
			SELECT '${store}', 'listing-' || ${sku}, ${sku}, 'A title', ${sku} FROM numbers`,
			`INSERT INTO stock (seller, sku, hub, on_hand, counted_at)
			SELECT '${seller}', ${sku}, 'hub-' || (n % ${apart} + k.nth * ${apart}), 1000, {now} FROM numbers CROSS JOIN
				(SELECT 0 AS nth UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4) k`,
			`INSERT INTO published (store, sku, listing, location, confirmed, confirmed_at)
			SELECT '${store}', ${sku}, 'listing-' || ${sku}, '', 5000, {now} FROM numbers`,
		];
		for (const statement of goods) await engine.run(() => run(`${numbers} ${statement}`));
	}
}
