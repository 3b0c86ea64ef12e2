import type { Instant } from '../domain/instant';
import { breath } from './breath';
import type { ReplaySetting } from './replaySetting';
import { rows, type Engine, type Work } from './statement';

/** Rows of one transaction, read from an index alone. */
const chunk = 2_000;

export interface PlacedOrder {
	readonly id: number;
	readonly store: string;
	readonly placed_at: Instant;
}

export interface ReplayWindow {
	/** The oldest first. */
	readonly orders: readonly PlacedOrder[];
	readonly hasMore: boolean;
}

/** The newest orders that were placed in the window, `most` of them. An index has those of each store and status in order. */
export async function ordersIn(
	run: Engine['run'],
	{ from, to, stores }: ReplaySetting,
	most: number,
): Promise<ReplayWindow> {
	let newest: readonly PlacedOrder[] = [];
	for (const kind of await run(() => kindsOfOrders())) {
		if (!stores.has(kind.store)) continue;
		const found: PlacedOrder[] = [];
		for (let before: Position | null = { placed_at: to, id: Number.MAX_SAFE_INTEGER }; before; ) {
			const at: Position = before;
			const page = await run(() => placedBefore(kind, from, at));
			found.push(...page);
			before = (page.length === chunk && found.length <= most && page.at(-1)) || null;
			await breath();
		}
		newest = merged(newest, found).slice(0, most + 1);
	}
	return { orders: newest.slice(0, most).reverse(), hasMore: newest.length > most };
}

interface Kind {
	readonly store: string;
	readonly status: string;
}

const kindsOfOrders = (): Work<readonly Kind[]> =>
	rows('SELECT store, status FROM order_counts WHERE orders > 0 ORDER BY store, status');

type Position = Pick<PlacedOrder, 'placed_at' | 'id'>;

const placedBefore = (
	{ store, status }: Kind,
	from: Instant,
	{ placed_at, id }: Position,
): Work<readonly PlacedOrder[]> =>
	rows<PlacedOrder>(
		`SELECT id, store, placed_at FROM orders WHERE store = ? AND status = ? AND placed_at >= ? AND (placed_at, id) < (?, ?)
		ORDER BY placed_at DESC, id DESC LIMIT ?`,
		...[store, status, from, placed_at, id, chunk],
	);

/** Both are newest first, and so is what comes out. */
function merged(
	left: readonly PlacedOrder[],
	right: readonly PlacedOrder[],
): readonly PlacedOrder[] {
	if (right.length === 0) return left;
	const all: PlacedOrder[] = [];
	for (let [l, r] = [0, 0]; l < left.length || r < right.length; ) {
		const [one, other] = [left[l], right[r]];
		const isLeft = other === undefined || (one !== undefined && isNewer(one, other));
		const next = isLeft ? one : other;
		if (next !== undefined) all.push(next);
		if (isLeft) l++;
		else r++;
	}
	return all;
}

const isNewer = (one: Position, other: Position) =>
	one.placed_at === other.placed_at ? one.id > other.id : one.placed_at > other.placed_at;
