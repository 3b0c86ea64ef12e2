import { needsApproval } from '../domain/approval';
import type { HubStatus } from '../domain/hubStatus';
import type { MappedOrder } from '../domain/order';
import { hasLeft, isUnpicked } from '../domain/transitions';
import { channelCopy } from './channelCopy';
import { contentHash } from './contentHash';
import { tell } from './events';
import { writeLines } from './lines';
import type { Store } from './storeShapes';
import { shipUnreserved } from './shipping';
import { each, type Work } from './statement';

export interface NewOrder {
	readonly order: MappedOrder;
	readonly status: HubStatus;
	readonly forcedHub: string | null;
}

/** Adds orders that the hub has never seen; what has already left takes its stock with it. Answers the SKUs of that. */
export function* createOrders(store: Store, came: readonly NewOrder[]): Work<readonly string[]> {
	const fresh = came.map((one) => withApproval(store, one));
	const created = yield* each<{ id: number; channel_id: string }>(
		`INSERT INTO orders (store, channel_id, number, seller, placed_at, revised_at, content_hash, channel_status,
			mapped_status, status, hold_reason, hub, body, needs_approval, created_at, updated_at)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, {now}, {now}) RETURNING id, channel_id`,
		fresh.map(({ order, status, forcedHub, isForApproval }) => {
			const copy = channelCopy(order);
			return [
				store.code,
				order.id,
				order.number,
				store.settings.seller,
				order.placedAt,
				order.revisedAt,
				contentHash(copy),
				order.statuses[0] ?? '',
				order.hubStatus,
				status,
				status === 'on_hold' ? 'require_manual_approval' : null,
				hasLeft(status) ? forcedHub : null,
				JSON.stringify(copy),
				isForApproval ? 1 : 0,
			];
		}),
	);
	const idOf = new Map(created.map((row) => [row.channel_id, row.id]));
	const stored = fresh.map((one) => ({ ...one, id: idOf.get(one.order.id) ?? 0 }));
	yield* writeLines(stored);
	yield* tell(
		store.code,
		stored.map(({ id, status }) => ({ type: 'order_created', order: id, detail: status })),
	);
	const touched: string[] = [];
	for (const { id, order, status, forcedHub } of stored) {
		if (hasLeft(status)) touched.push(...(yield* shipUnreserved(store, id, order, forcedHub)));
	}
	return touched;
}

/** What a person has to approve waits on hold, whoever else lets it go. */
function withApproval({ settings }: Store, one: NewOrder) {
	const isForApproval = isUnpicked(one.status) && needsApproval(one.order, settings);
	return { ...one, isForApproval, status: isForApproval ? ('on_hold' as const) : one.status };
}
