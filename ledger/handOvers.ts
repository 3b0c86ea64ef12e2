import type { HandOver, HandOverLine } from '../domain/oms';
import type { LineUnits } from '../domain/omsUnits';
import type { Order } from '../domain/order';
import { shown } from '../domain/sku';
import { handedOverOf } from './handedOver';
import { locationsOf, placeFault, placesOf, type Place } from './handOverPlaces';
import { keptLines, openLines, type OpenLine } from './lines';
import { storeOf } from './lookups';
import { isUsable } from './omsLevels';
import type { Store } from './storeShapes';
import { elements, rows, type Work } from './statement';

/** An order as the OMS is to have it, and why it cannot have it yet. */
export interface Filled {
	readonly handOver: HandOver;
	readonly fault: HandOverFault | null;
}

export interface HandOverFault {
	readonly why: string;
	readonly advice: string;
}

interface SoldRow {
	readonly id: number;
	readonly store: string;
	readonly channel_id: string;
	readonly body: string;
}

/** The orders as they are now, by the ledger's order id, each line with the OMS's listing of the SKU that it stands for. */
export function* handOversOf(
	oms: Store,
	orders: readonly number[],
): Work<ReadonlyMap<number, Filled>> {
	const found = yield* rows<SoldRow>(
		'SELECT id, store, channel_id, body FROM orders WHERE id IN {ids} ORDER BY id',
		elements(orders),
	);
	const given = yield* handedOverOf(orders);
	const filled = new Map<number, Filled>();
	for (const [code, of] of Map.groupBy(found, (row) => row.store)) {
		const store = yield* storeOf(code);
		const ids = of.map(({ id }) => id);
		const lines = Map.groupBy(yield* openLines(store, ids), ({ order }) => order);
		const kept = yield* keptLines(ids);
		const places = yield* placesOf(oms, ids);
		const listings = yield* listingsOf(oms, [...lines.values()].flat());
		for (const row of of) {
			const open = lines.get(row.id) ?? [];
			const id = given.get(row.id)?.oms_id ?? null;
			const from = places.get(row.id) ?? [];
			const fault = faultOf(oms, open, listings) ?? placeFault(oms, from);
			const at = { id, open, kept: kept.get(row.id) ?? [], listings, from };
			filled.set(row.id, { handOver: handOverOf(store, row, at), fault });
		}
	}
	return filled;
}

type Listings = ReadonlyMap<string, readonly string[]>;

/** Those of which the OMS writes exactly the SKU, and those that a person linked. */
function* listingsOf({ code }: Store, lines: readonly OpenLine[]): Work<Listings> {
	const skus = [...new Set(lines.flatMap(({ sku }) => sku ?? []))];
	const found = yield* rows<{ sku: string; listing: string }>(
		`SELECT sku, listing FROM listings WHERE store = ? AND sku IN {elements} AND ${isUsable}
		ORDER BY listing`,
		code,
		elements(skus),
	);
	return new Map(
		[...Map.groupBy(found, ({ sku }) => sku)].map(([sku, of]) => [
			sku,
			of.map(({ listing }) => listing),
		]),
	);
}

function handOverOf(
	{ code, channel, account, settings }: Store,
	{ channel_id, body }: SoldRow,
	at: {
		id: string | null;
		open: readonly OpenLine[];
		kept: readonly LineUnits[];
		listings: Listings;
		from: readonly Place[];
	},
): HandOver {
	const order = JSON.parse(body) as Order;
	const lines = at.open.flatMap(({ line, sku, quantity }): readonly HandOverLine[] => {
		const [listing] = at.listings.get(sku ?? '') ?? [];
		if (sku === null || listing === undefined) return [];
		return [{ line, sku, listing, quantity, from: locationsOf(at.from, line) }];
	});
	const key = `${channel} ${account} ${channel_id}`;
	const { id, kept } = at;
	return { key, id, store: code, channel, order, lines, kept, as: settings.omsOrder };
}

/** An order is handed over whole or not at all. */
function faultOf(
	{ code, channel }: Store,
	lines: readonly OpenLine[],
	listings: Listings,
): HandOverFault | null {
	const why = unfitLine(code, lines, listings);
	if (why === null) return null;
	const advice = `See that one listing of ${channel} has exactly the SKU: the next catalog sync of store ${code} hands the order over then, or a retry.`;
	return { why, advice };
}

function unfitLine(oms: string, lines: readonly OpenLine[], listings: Listings): string | null {
	if (lines.length === 0) return 'nothing of it is left to ship';
	for (const { sku, fault } of lines) {
		if (sku === null) return fault;
		const [one, ...others] = listings.get(sku) ?? [];
		if (one === undefined) return `store ${oms} has no listing with exactly the SKU ${shown(sku)}`;
		if (others.length > 0) return `store ${oms} has several listings with the SKU ${shown(sku)}`;
	}
	return null;
}
