import { takesOff, type ChannelUpdate, type ParcelTold } from '../domain/channelUpdate';
import { contentHash } from './contentHash';
import type { Store } from './storeShapes';
import { each, elements, first, rows, run, type Work } from './statement';

/** What the channel is to hear of one order; `order` is the ledger's id. */
export interface Enqueued {
	readonly order: number;
	readonly update: ChannelUpdate;
	/** Accepting and cancelling go before everything else. */
	readonly isUrgent: boolean;
}

/** Of the urgent ones a cancel goes first: after an outage thousands of orders may wait to be accepted. */
const rankOf = ({ update, isUrgent }: Enqueued): number => {
	if (!isUrgent) return 0;
	return takesOff(update.effect) ? 2 : 1;
};

/**
 * Puts updates into the outbox; belongs into the transaction of the change, which has locked the orders (G7). What the channel
 * was told last of the same goods is not told again. A cancel takes the place of all that was not yet sent.
 */
export function* enqueue(store: Store, updates: readonly Enqueued[]): Work<void> {
	const orders = updates.map(({ order }) => order);
	if (orders.length === 0) return;
	yield* supersede(
		store.code,
		updates.filter(({ update }) => update.effect === 'cancel').map(({ order }) => order),
	);
	// An OMS is told of orders, whatever parcels they leave in.
	const split = store.settings.stockMaster ? new Set<number>() : yield* splitOrders(orders);
	const last = yield* lastOf(orders);
	const news = updates
		.map((one) => ({ ...one, ...keysOf(store, one, split.has(one.order)) }))
		.filter(({ subject, content }) => last.get(subject)?.content !== content);
	yield* each(
		`INSERT INTO outbox (store, order_id, effect, content_key, body, urgent, state, due_at, created_at)
		VALUES (?, ?, ?, ?, ?, ?, 'pending', {now}, {now}) ON CONFLICT DO NOTHING`,
		news.map((one) => [
			store.code,
			one.order,
			one.update.effect,
			`${one.subject} ${one.content} ${last.get(one.subject)?.id ?? 0}`,
			JSON.stringify(one.update),
			rankOf(one),
		]),
	);
}

/** What the store is still to be told of the orders has lost its sense; what is being sent right now is waited for. */
export function* supersede(store: string, orders: readonly number[]): Work<void> {
	if (orders.length === 0) return;
	yield* run(
		`UPDATE outbox SET state = 'superseded', ended_at = {now} WHERE order_id IN {ids} AND store = ?
			AND (state IN ('pending', 'waiting') OR (state = 'claimed' AND lease_until <= {now}))`,
		elements(orders),
		store,
	);
}

/**
 * The subject is the order, or some of its goods once it leaves in several parcels: an order that is routed twice is
 * accepted once. Units that are cancelled alone are a subject of their own. The content is what is said of it.
 */
const keysOf = (store: Store, { order, update }: Enqueued, isSplit: boolean) => ({
	subject: contentHash([
		store.code,
		order,
		update.lines ??
			(isSplit ? update.parcels.map(({ lines }) => JSON.stringify(lines)).sort() : null),
	]),
	content: contentOf(update),
});

const contentOf = ({ effect, channelStatus, parcels }: ChannelUpdate) =>
	contentHash([effect, channelStatus, parcels.map(({ tracking }) => tracking)]);

/** The channel answered with tracking of its own: that counts as told, so that it does not make the same status news. */
export function* countAsTold(id: number, told: readonly ParcelTold[]): Work<void> {
	const answered = new Map(told.map(({ parcel, tracking }) => [parcel, tracking]));
	const kept = yield* first<{ body: string; content_key: string }>(
		'SELECT body, content_key FROM outbox WHERE id = ?',
		id,
	);
	if (kept === undefined || told.every(({ tracking }) => tracking === null)) return;
	const update = JSON.parse(kept.body) as ChannelUpdate;
	const parcels = update.parcels.map((one) => ({
		...one,
		tracking: answered.get(one.parcel) ?? one.tracking,
	}));
	const [subject, , last] = kept.content_key.split(' ');
	yield* run(
		'UPDATE outbox SET content_key = ? WHERE id = ?',
		`${subject} ${contentOf({ ...update, parcels })} ${last}`,
		id,
	);
}

function* splitOrders(orders: readonly number[]): Work<ReadonlySet<number>> {
	const found = yield* rows<{ order_id: number }>(
		'SELECT order_id FROM parcels WHERE order_id IN {ids} GROUP BY order_id HAVING COUNT(*) > 1',
		elements(orders),
	);
	return new Set(found.map(({ order_id }) => order_id));
}

/**
 * What was last put into the outbox of each subject: saying A, then B, then A again are three updates. What was taken back before
 * anybody heard of it may be said again.
 */
function* lastOf(
	orders: readonly number[],
): Work<ReadonlyMap<string, { readonly id: number; readonly content: string }>> {
	const found = yield* rows<{ id: number; content_key: string; withdrawn: number }>(
		`SELECT id, content_key, CASE WHEN state = 'superseded' THEN 1 ELSE 0 END AS withdrawn
		FROM outbox WHERE order_id IN {ids} ORDER BY id`,
		elements(orders),
	);
	return new Map(
		found.map(({ id, content_key, withdrawn }) => {
			const [subject = '', content = ''] = content_key.split(' ');
			return [subject, { id, content: withdrawn === 1 ? '' : content }];
		}),
	);
}

/** What an update is about, out of its key. */
export const subjectOf = (contentKey: string): string => contentKey.split(' ')[0] ?? '';
