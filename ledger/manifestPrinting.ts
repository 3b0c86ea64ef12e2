import { instant } from '../domain/instant';
import type { Order } from '../domain/order';
import { entriesOf, isOff, manifestRow, toHead, trackingOf, type Entry } from './manifestRows';
import type { ManifestItem, ManifestPrintList } from './manifestShapes';
import { subOrderCode } from './subOrders';
import { elements, first, rows, type Work } from './statement';

/** What is on it, to be signed by who hands over and who takes it. What was left out is not printed. */
export function* getManifestPrintList(code: string): Work<ManifestPrintList> {
	const manifest = yield* manifestRow(code);
	const entries = (yield* entriesOf([manifest.id])).filter(
		(entry) => entry.left_out === null && !isOff(entry),
	);
	const items = yield* itemsOf(entries);
	const hub = yield* first<{ name: string; now: number }>(
		'SELECT name, {now} AS now FROM hubs WHERE code = ?',
		manifest.hub,
	);
	const printed = entries.map((entry) => {
		const own = items.get(entry.parcel_id) ?? [];
		return {
			order: entry.channel_id,
			number: entry.number,
			parcel: entry.parcel_id,
			subOrder: subOrderCode(entry.number, entry.part),
			tracking: trackingOf(entry),
			items: own,
			count: own.reduce((sum, { quantity }) => sum + quantity, 0),
		};
	});
	return {
		...toHead(manifest),
		hubName: hub?.name ?? manifest.hub,
		printedAt: instant(hub?.now ?? 0),
		rows: printed,
		units: printed.reduce((sum, { count }) => sum + count, 0),
	};
}

interface Packed {
	readonly parcel_id: number;
	readonly line_id: string;
	readonly sku: string;
	readonly quantity: number;
}

/** What lies in each parcel, as the channel calls it. */
function* itemsOf(entries: readonly Entry[]): Work<ReadonlyMap<number, readonly ManifestItem[]>> {
	const orderOf = new Map(entries.map(({ parcel_id, order_id }) => [parcel_id, order_id]));
	const orders = yield* rows<{ id: number; body: string }>(
		'SELECT id, body FROM orders WHERE id IN {ids}',
		elements([...new Set(orderOf.values())]),
	);
	const titles = new Map<string, string>(
		orders.flatMap(({ id, body }) =>
			(JSON.parse(body) as Order).lines.map((line) => [`${id} ${line.id}`, line.title] as const),
		),
	);
	const packed = yield* rows<Packed>(
		'SELECT parcel_id, line_id, sku, quantity FROM parcel_lines WHERE parcel_id IN {ids} ORDER BY parcel_id, line_id',
		elements([...orderOf.keys()]),
	);
	const named = packed.map(({ parcel_id, line_id, sku, quantity }) => ({
		parcel: parcel_id,
		item: { sku, title: titles.get(`${orderOf.get(parcel_id)} ${line_id}`) ?? sku, quantity },
	}));
	return new Map(
		[...Map.groupBy(named, ({ parcel }) => parcel)].map(([parcel, of]) => [
			parcel,
			of.map(({ item }) => item),
		]),
	);
}
