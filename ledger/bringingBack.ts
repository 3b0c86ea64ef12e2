import type { MappedOrder } from '../domain/order';
import { channelCopy } from './channelCopy';
import { contentHash } from './contentHash';
import { putBack, type KeptRows } from './archiveTables';
import { tell } from './events';
import { isOlder } from './revisions';
import { elements, rows, run, type Work } from './statement';

interface Archived {
	readonly order_id: number;
	readonly store: string;
	readonly channel_id: string;
	readonly created_at: number;
	readonly kept: string;
}

const columns = 'order_id, store, channel_id, created_at, kept';
const hourMs = 3_600_000;

/** Makes an order that was put away one of the orders again; answers whether there was one. Belongs into the turn of the seller. */
export function* bringBack(store: string, id: string, by: string | null = null): Work<boolean> {
	const found = yield* rows<Archived>(
		`SELECT ${columns} FROM archived_orders WHERE store = ? AND channel_id = ? {forUpdate}`,
		store,
		id,
	);
	yield* bringAllBack(found, by);
	return found.length > 0;
}

function* bringAllBack(archived: readonly Archived[], by: string | null = null): Work<void> {
	for (const { order_id, store, created_at, kept } of archived) {
		yield* putBack(JSON.parse(kept) as KeptRows);
		// Whoever brought it back has as long for it as for one that was closed today.
		yield* run('UPDATE orders SET updated_at = {now} WHERE id = ?', order_id);
		yield* run('DELETE FROM archived_orders WHERE order_id = ?', order_id);
		// It came in when it came, and not once more.
		yield* run(
			`UPDATE store_hours SET orders = orders - 1 WHERE store = ? AND hour = CAST(? AS BIGINT) / ${hourMs}`,
			store,
			created_at,
		);
		yield* tell(store, [{ type: 'order_restored', order: order_id, by }]);
	}
}

/**
 * Orders of a page that were put away: those that the channel has changed since come back, before the page is taken in. Answers the
 * ids of the others, which are as they were.
 */
export function* recall(store: string, orders: readonly MappedOrder[]): Work<ReadonlySet<string>> {
	const found = yield* rows<Archived & { content_hash: string; revised_at: string | null }>(
		`SELECT ${columns}, content_hash, revised_at FROM archived_orders WHERE store = ? AND channel_id IN {elements} {forUpdate}`,
		store,
		elements(orders.map(({ id }) => id)),
	);
	const given = new Map(orders.map((order) => [order.id, order]));
	const isSame = ({ channel_id, content_hash, revised_at }: (typeof found)[number]) => {
		const order = given.get(channel_id);
		if (order === undefined) return true;
		return isOlder(order, revised_at) || contentHash(channelCopy(order)) === content_hash;
	};
	yield* bringAllBack(found.filter((one) => !isSame(one)));
	return new Set(found.filter(isSame).map(({ channel_id }) => channel_id));
}

/** The same of what an OMS says of orders, by its keys. */
export function* recallByKey(
	oms: string,
	orders: readonly { readonly key: string; readonly revisedAt: string | null }[],
): Work<void> {
	const found = yield* rows<Archived & { oms_key: string; seen_at: string | null }>(
		`SELECT ${columns}, oms_key, seen_at FROM archived_orders WHERE oms = ? AND oms_key IN {elements} {forUpdate}`,
		oms,
		elements(orders.map(({ key }) => key)),
	);
	const newest = new Map(orders.map(({ key, revisedAt }) => [key, revisedAt]));
	const isNews = ({ oms_key, seen_at }: (typeof found)[number]) => {
		const revisedAt = newest.get(oms_key) ?? null;
		return revisedAt === null || seen_at === null || revisedAt > seen_at;
	};
	yield* bringAllBack(found.filter(isNews));
}
