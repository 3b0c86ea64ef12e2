import type { Order } from '../../../domain/order';
import type { OpenLedger } from '../ledgers';
import { books, heldOrders, toldUpdates } from './books';
import type { World } from './world';

type Sql = OpenLedger['sql'];

/** What is not true that must be; nothing when all is well. */
export async function faults(world: World): Promise<Readonly<Record<string, unknown>>> {
	const found: Record<string, unknown> = {};
	for (const [what, query] of Object.entries(books)) found[what] = await world.sql(query);
	found['of every order that came the newest revision is kept'] = await lostOrders(world);
	found['stock is what was counted and what moved since'] = await miscounted(world);
	found['the updates of an order are told in sequence, and none twice'] = await mistold(world);
	return Object.fromEntries(
		Object.entries(found).filter(([, rows]) => !Array.isArray(rows) || rows.length > 0),
	);
}

async function lostOrders({ sql, orders }: World): Promise<readonly string[]> {
	const kept = await sql(
		`SELECT store, channel_id, revised_at FROM orders
		UNION ALL SELECT store, channel_id, revised_at FROM parked`,
	);
	const there = new Set(kept.map((row) => `${row.store} ${row.channel_id} ${row.revised_at}`));
	const newest = orders.map(({ store, revisions }) => ({ store, ...revisions.at(-1) }));
	return newest
		.map(({ store, id, revisedAt }) => `${store} ${id} ${revisedAt}`)
		.filter((one) => !there.has(one));
}

/** A movement in the millisecond of the count may be before or after it. */
async function miscounted({ sql, counts }: World): Promise<readonly unknown[]> {
	const stock = await sql("SELECT hub || ' ' || sku AS place, on_hand, counted_at FROM stock");
	const moved = await sql("SELECT hub || ' ' || sku AS place, change, at FROM movements");
	return stock.filter(({ place, on_hand, counted_at }) => {
		const here = moved.filter((one) => one.place === place);
		const since = (is: (at: number) => boolean) =>
			here.filter(({ at }) => is(Number(at))).map(({ change }) => Number(change));
		const after = sum(since((at) => at > Number(counted_at)));
		const ties = sums(since((at) => at === counted_at));
		const all = counts.filter((one) => one.place === place);
		const latest = Math.max(...all.map(({ at }) => at));
		const counted = all.filter(({ at }) => at === latest && at === counted_at);
		return !counted.some(({ onHand }) => ties.has(Number(on_hand) - onHand - after));
	});
}

const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0);

/** What any of the numbers may add up to. */
const sums = (all: readonly number[]): ReadonlySet<number> =>
	all.reduce(
		(known, one) => new Set([...known, ...[...known].map((other) => other + one)]),
		new Set([0]),
	);

async function mistold({ sql, sentAgain }: World): Promise<readonly unknown[]> {
	const told = await sql(toldUpdates);
	const first = told.filter(({ id }) => !sentAgain.has(Number(id)));
	const crossed = [...Map.groupBy(first, (row) => row.order_id).values()].flatMap((of) =>
		of.filter((row, at) => at > 0 && Number(row.ended_at) < Number(of[at - 1]?.ended_at)),
	);
	const keys = told.map((row) => ({ ...row, key: String(row.content_key).split(' ') }));
	const twice = [...Map.groupBy(keys, ({ key }) => key[0]).values()].flatMap((of) =>
		of.filter(({ key }, at) => at > 0 && key[1] === of[at - 1]?.key[1]),
	);
	return [...crossed, ...twice];
}

interface Wanted {
	readonly place: string;
	readonly units: number;
}

/** Orders that wait for goods although an open hub that may ship them has all of these. */
export async function heldInVain({ sql }: World): Promise<readonly unknown[]> {
	const free = new Map<string, number>();
	const levels = 'SELECT hub, sku, on_hand - reserved - safety_stock AS free FROM stock';
	for (const row of await sql(levels)) free.set(`${row.hub} ${row.sku}`, Number(row.free));
	const vain: unknown[] = [];
	for (const held of await sql(heldOrders)) {
		const { location } = JSON.parse(String(held.body)) as Order;
		const hubs = await sql(
			`SELECT DISTINCT p.hub FROM store_places p JOIN hubs h ON h.code = p.hub
			WHERE h.active = 1 AND p.store = ? AND p.location = COALESCE(CAST(? AS TEXT), p.location)`,
			held.store ?? null,
			location,
		);
		const wanted = await wantedBy(sql, Number(held.id));
		const able = hubs.filter(({ hub }) =>
			wanted.every(({ place, units }) => (free.get(`${hub} ${place}`) ?? 0) >= units),
		);
		if (able.length > 0) vain.push({ order: held.channel_id, able, wanted });
	}
	return vain;
}

async function wantedBy(sql: Sql, order: number): Promise<readonly Wanted[]> {
	const lines = await sql(
		'SELECT sku, SUM(ordered - cancelled - shipped) AS units FROM order_lines WHERE order_id = ? GROUP BY sku',
		order,
	);
	return lines.map(({ sku, units }) => ({ place: String(sku), units: Number(units) }));
}
