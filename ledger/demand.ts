import type { Demand } from '../domain/heldBack';
import { placeOf } from '../domain/intake';
import { keepsStock } from '../domain/integrationType';
import type { Order } from '../domain/order';
import { breath } from './breath';
import { activeStores } from './lookups';
import { placesOf } from './places';
import type { Store } from './storeShapes';
import { soldAs, standsFor } from './lines';
import { elements, rows, type Engine, type Work } from './statement';

/** What orders without a reservation keep from being offered. */
export interface HeldBackDemand {
	readonly bySku: ReadonlyMap<string, readonly Demand[]>;
	/** The hubs that may ship for a store. */
	hubsOf(store: string): readonly string[];
}

/** Rows of one transaction: of parked and failed orders, and of orders, whose bodies are long. */
const heldBackChunk = 2_000;
const ordersChunk = 500;

interface DemandRow {
	/** Null where what it names is no SKU yet. */
	readonly sku: string | null;
	readonly hub: string | null;
	readonly units: number;
}

interface DemandPage<Position> {
	readonly rows: readonly DemandRow[];
	readonly next: Position | null;
}

/**
 * Reads what the seller's stores hold back: parked and failed orders, and those that wait for a hub or are on hold. It takes
 * a transaction per chunk, because many may wait; what changes meanwhile shows with the next reading.
 */
export async function readDemand(run: Engine['run'], seller: string): Promise<HeldBackDemand> {
	const { stores, hubs } = await run(() => demandingStores(seller));
	const bySku = new Map<string, Demand[]>();

	async function add<P>(store: Store, page: (after: P | null) => Work<DemandPage<P>>) {
		for (let after: P | null = null; ; await breath()) {
			const { rows: found, next } = await run(() => page(after));
			for (const { sku, hub, units } of found) {
				if (sku === null) continue;
				const demands = bySku.get(sku) ?? [];
				const same = demands.findIndex((one) => one.store === store.code && one.hub === hub);
				const before = demands[same]?.units ?? 0;
				const demand = { store: store.code, hub, units: before + units };
				bySku.set(sku, same < 0 ? [...demands, demand] : demands.with(same, demand));
			}
			if (next === null) return;
			after = next;
		}
	}

	for (const store of stores) {
		await add<ParkedPosition>(store, (after) => heldBackAfter(store, after));
		for (const status of ['created', 'on_hold']) {
			await add<WaitingPosition>(store, (after) => waitingAfter(store, status, after));
		}
	}
	return { bySku, hubsOf: (store) => hubs.get(store) ?? [] };
}

/** Only the seller's stores whose orders hold back, and the hubs of each. */
function* demandingStores(seller: string): Work<{
	readonly stores: readonly Store[];
	readonly hubs: ReadonlyMap<string, readonly string[]>;
}> {
	const stores = (yield* activeStores(seller)).filter(
		({ settings }) => settings.holdBack && keepsStock(settings),
	);
	const places = yield* placesOf(stores.map(({ code }) => code));
	const hubs = [...Map.groupBy(places, ({ store }) => store)].map(
		([store, of]) => [store, [...new Set(of.map(({ hub }) => hub))].sort()] as const,
	);
	return { stores, hubs: new Map(hubs) };
}

/** SQL: what a line `l` stands for; where that is for a person to say, what it was sold as. */
export const wanted = `COALESCE(${standsFor}, ${soldAs}, g.sku)`;

interface ParkedPosition {
	readonly channel_id: string;
	readonly sold_as: string;
	readonly listing: string;
}

function* heldBackAfter(
	{ code }: Store,
	after: ParkedPosition | null,
): Work<DemandPage<ParkedPosition>> {
	const found = yield* rows<DemandRow & ParkedPosition>(
		`SELECT l.channel_id, l.sold_as, l.listing, ${wanted} AS sku, l.hub, l.quantity AS units
		FROM (SELECT store, channel_id, sku AS sold_as, NULLIF(sku, '') AS sku, listing, hub, quantity FROM held_back
			WHERE store = ? AND (channel_id, sku, listing) > (?, ?, ?) ORDER BY channel_id, sku, listing LIMIT ?) l
		LEFT JOIN listings g ON g.store = l.store AND g.listing = l.listing
		ORDER BY l.channel_id, l.sold_as, l.listing`,
		code,
		after?.channel_id ?? '',
		after?.sold_as ?? '',
		after?.listing ?? '',
		heldBackChunk,
	);
	return { rows: found, next: (found.length === heldBackChunk && found.at(-1)) || null };
}

interface WaitingPosition {
	readonly placed_at: string;
	readonly id: number;
}

function* waitingAfter(
	{ code, settings }: Store,
	status: string,
	after: WaitingPosition | null,
): Work<DemandPage<WaitingPosition>> {
	const orders = yield* rows<WaitingPosition & { body: string }>(
		`SELECT placed_at, id, body FROM orders WHERE store = ? AND status = ? AND (placed_at, id) > (?, ?)
		ORDER BY placed_at, id LIMIT ?`,
		code,
		status,
		after?.placed_at ?? '',
		after?.id ?? 0,
		ordersChunk,
	);
	const hubOf = new Map(
		orders.map(({ id, body }) => [id, placeOf((JSON.parse(body) as Order).location, settings).hub]),
	);
	const lines = yield* rows<{ order_id: number; sku: string | null; units: number }>(
		`SELECT l.order_id, ${wanted} AS sku, SUM(l.ordered - l.cancelled - l.shipped) AS units
		FROM order_lines l LEFT JOIN listings g ON g.store = ? AND g.listing = l.listing
		WHERE l.order_id IN {ids} GROUP BY 1, 2`,
		code,
		elements(orders.map(({ id }) => id)),
	);
	return {
		rows: lines
			.filter(({ units }) => units > 0)
			.map(({ order_id, sku, units }) => ({ sku, hub: hubOf.get(order_id) ?? null, units })),
		next: (orders.length === ordersChunk && orders.at(-1)) || null,
	};
}
