import { keepsStock } from '../domain/integrationType';
import { breath } from './breath';
import type { ReplaySetting } from './replaySetting';
import type { PlacedOrder } from './replayWindow';
import { elements, rows, type Engine, type Work } from './statement';

/** Orders of one transaction. */
const chunk = 500;

/** What really became of an order. */
export interface Became {
	readonly parcels: readonly { readonly hub: string | null; readonly units: number }[];
	/** Epoch milliseconds; Infinity while some of it is at a hub. */
	readonly leftAt: number;
}

export interface Taken {
	/** By the ledger's order id; those without a parcel are not in it. */
	readonly became: ReadonlyMap<number, Became>;
	/** Units that the orders hold or took of a seller's SKU at a hub, less what came back into stock. */
	units(seller: string, sku: string, hub: string): number;
	/** Parcels of theirs that have not left, by hub. */
	readonly open: ReadonlyMap<string, number>;
}

/** What the orders took when they were routed. Where the hub keeps no stock for a store, none of its orders took any. */
export async function takenBy(
	run: Engine['run'],
	orders: readonly PlacedOrder[],
	{ stores }: ReplaySetting,
): Promise<Taken> {
	const became = new Map<number, Became>();
	const open = new Map<string, number>();
	const units = new Map<string, number>();
	const add = ({ seller, sku, hub, quantity }: Goods) => {
		if (hub === null) return;
		const key = keyOf(seller, sku, hub);
		units.set(key, (units.get(key) ?? 0) + quantity);
	};
	const isKept = ({ store }: PlacedOrder) => {
		const settings = stores.get(store)?.store.settings;
		return settings !== undefined && keepsStock(settings);
	};
	for (let from = 0; from < orders.length; from += chunk) {
		const some = orders.slice(from, from + chunk);
		const { parcels, goods, restocked } = await run(() => tookPart(some.map(({ id }) => id)));
		const kept = new Set(some.filter(isKept).map(({ id }) => id));
		for (const one of goods) if (kept.has(one.order_id)) add(one);
		for (const one of restocked)
			if (kept.has(one.order_id)) add({ ...one, quantity: -one.quantity });
		for (const [order, of] of Map.groupBy(parcels, ({ order_id }) => order_id)) {
			became.set(order, { parcels: of, leftAt: Math.max(...of.map(leavesAt)) });
		}
		for (const { hub, shipped_at } of parcels) {
			if (hub !== null && shipped_at === null) open.set(hub, (open.get(hub) ?? 0) + 1);
		}
		await breath();
	}
	return { became, open, units: (...place) => units.get(keyOf(...place)) ?? 0 };
}

const keyOf = (...place: readonly [seller: string, sku: string, hub: string]) =>
	JSON.stringify(place);

interface ParcelRow {
	readonly order_id: number;
	readonly hub: string | null;
	readonly shipped_at: number | null;
	readonly units: number;
}

const leavesAt = ({ shipped_at }: ParcelRow) => shipped_at ?? Infinity;

interface Goods {
	readonly seller: string;
	readonly sku: string;
	readonly hub: string | null;
	readonly quantity: number;
}

interface Took {
	readonly parcels: readonly ParcelRow[];
	readonly goods: readonly (Goods & { readonly order_id: number })[];
	readonly restocked: readonly (Goods & { readonly order_id: number })[];
}

function* tookPart(orders: readonly number[]): Work<Took> {
	const ids = elements(orders);
	return {
		parcels: yield* rows<ParcelRow>(
			`SELECT p.order_id, p.hub, p.shipped_at,
				COALESCE((SELECT SUM(l.quantity) FROM parcel_lines l WHERE l.parcel_id = p.id), 0) AS units
			FROM parcels p WHERE p.order_id IN {ids} ORDER BY p.id`,
			ids,
		),
		goods: yield* rows(
			`SELECT p.order_id, l.seller, l.sku, p.hub, l.quantity
			FROM parcels p JOIN parcel_lines l ON l.parcel_id = p.id WHERE p.order_id IN {ids}`,
			ids,
		),
		restocked: yield* rows(
			`SELECT r.order_id, l.seller, l.sku, r.hub, l.restocked AS quantity
			FROM returns r JOIN return_lines l ON l.return_id = r.id WHERE r.order_id IN {ids} AND l.restocked > 0`,
			ids,
		),
	};
}
