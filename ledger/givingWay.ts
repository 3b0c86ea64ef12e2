import { raise, resolveEverywhere } from './exceptions';
import type { WaitingOrder } from './deciding';
import { isWithOms } from './handedOver';
import { storeOf } from './lookups';
import { isBegun } from './parcels';
import { unassign } from './reserving';
import { routeOrders, waitingColumns } from './routing';
import { elements, rows, run, type Work } from './statement';

/** A place where more is reserved than may be promised. */
interface Shortage {
	readonly sku: string;
	readonly hub: string;
	readonly missing: number;
}

type Holder = WaitingOrder & {
	readonly store: string;
	readonly quantity: number;
	/** 1 once any of its goods are being picked. */
	readonly picked: number;
};

/**
 * The youngest unpicked orders give back what is not there and look for another hub; what is picked goes to a person. Answers
 * the SKUs of all that was given back: an order goes with everything it held.
 */
export function* giveWay(seller: string, skus: readonly string[]): Work<readonly string[]> {
	const short = yield* shortages(seller, skus);
	const freed: string[] = [];
	for (const shortage of short) {
		const holders = yield* holdersOf(seller, shortage);
		const gone = youngest(
			holders.filter(({ picked }) => picked === 0),
			shortage.missing,
		);
		freed.push(...(yield* unassign(gone.map(({ id }) => id))).map((held) => held.sku));
		for (const [store, orders] of Map.groupBy(gone.toReversed(), (order) => order.store)) {
			yield* routeOrders(yield* storeOf(store), orders);
		}
		const missing = shortage.missing - gone.reduce((sum, { quantity }) => sum + quantity, 0);
		if (missing > 0) {
			const working = holders.filter(({ picked }) => picked === 1);
			yield* report(seller, { ...shortage, missing }, working);
		}
	}
	yield* settled(seller, skus);
	return freed;
}

const shortages = (seller: string, skus: readonly string[]): Work<readonly Shortage[]> =>
	rows<Shortage>(
		`SELECT sku, hub, reserved + safety_stock - on_hand AS missing FROM stock
		WHERE seller = ? AND sku IN {elements} AND reserved > 0 AND reserved + safety_stock > on_hand
		ORDER BY sku, hub`,
		seller,
		elements(skus),
	);

/**
 * Youngest first, locked: what is unpicked now stays so until the transaction ends. What is being handed over to an OMS gives no
 * way: its units may be out of the figure already.
 */
function* holdersOf(seller: string, { sku, hub }: Shortage): Work<readonly Holder[]> {
	const place = [seller, sku, hub] as const;
	const held = 'SELECT order_id FROM reservations WHERE seller = ? AND sku = ? AND hub = ?';
	yield* run(`SELECT id FROM orders WHERE id IN (${held}) ORDER BY id {forUpdate}`, ...place);
	return yield* rows<Holder>(
		`SELECT ${waitingColumns}, store, (SELECT SUM(r.quantity) FROM reservations r
				WHERE r.order_id = orders.id AND r.seller = ? AND r.sku = ? AND r.hub = ?) AS quantity,
			CASE WHEN ${isBegun} THEN 1 ELSE 0 END AS picked
		FROM orders WHERE id IN (${held}) AND NOT ${isWithOms} ORDER BY placed_at DESC, id DESC`,
		...place,
		...place,
	);
}

function youngest(holders: readonly Holder[], missing: number): readonly Holder[] {
	let freed = 0;
	return holders.filter(({ quantity }) => {
		if (freed >= missing) return false;
		freed += quantity;
		return true;
	});
}

const referenceOf = (seller: string, { sku, hub }: { sku: string; hub: string }) =>
	`${seller} ${hub} ${sku}`;

function* report(seller: string, shortage: Shortage, working: readonly Holder[]): Work<void> {
	const [youngestOne] = working;
	if (youngestOne === undefined) return;
	const { sku, hub, missing } = shortage;
	const numbers = working.map(({ number }) => number).slice(0, 10);
	yield* raise({
		store: youngestOne.store,
		kind: 'stock_missing',
		reference: referenceOf(seller, shortage),
		cause: `Hub ${hub} lacks ${missing} of SKU ${sku} for orders it is already picking: ${numbers.join(', ')}.`,
		advice: 'Find the goods, or cancel the youngest of these orders. A new count settles it.',
		settingsVersion: (yield* storeOf(youngestOne.store)).version,
		payload: { seller, sku, hub, missing, orders: numbers },
	});
}

/** Where nothing is missing any more, nobody needs to look. */
function* settled(seller: string, skus: readonly string[]): Work<void> {
	const places = yield* rows<{ sku: string; hub: string }>(
		`SELECT sku, hub FROM stock WHERE seller = ? AND sku IN {elements} AND reserved + safety_stock <= on_hand`,
		seller,
		elements(skus),
	);
	yield* resolveEverywhere(
		'stock_missing',
		places.map((place) => referenceOf(seller, place)),
	);
}
