import { refused } from '../domain/failure';
import type { KeptUpdate } from './givingUp';
import type { ClaimedUpdate, UpdateNeed, UpdateState } from './updateShapes';
import { first, run, type Work } from './statement';

export type Claim = Pick<ClaimedUpdate, 'id' | 'fence'>;

export interface HeldUpdate extends KeptUpdate {
	readonly now: number;
	readonly store: string;
	/** The store that sold the order: another one where an OMS is told. */
	readonly sold_by: string;
	readonly effect: string;
	readonly number: string;
	readonly state: UpdateState;
	readonly fence: number;
	readonly attempts: number;
	/** What it waited for before, or null. */
	readonly waits_for: UpdateNeed | null;
	/** 1 for what a cancelled order was still to say. */
	readonly moot: number;
	/** 1 while the same store is being told another update of the order. */
	readonly crossed: number;
}

/**
 * The update under the caller's lease, or ended as one of the states given, its order locked: until the transaction ends nothing
 * else happens to either.
 */
export function* heldUpdate(
	{ id, fence }: Claim,
	ended: readonly UpdateState[] = [],
): Work<HeldUpdate> {
	yield* run(
		'SELECT id FROM orders WHERE id = (SELECT order_id FROM outbox WHERE id = ?) {forUpdate}',
		id,
	);
	const row = yield* first<HeldUpdate>(
		`SELECT u.id, u.order_id, u.body, {now} AS now, u.store, o.store AS sold_by, u.effect, o.number, u.state, u.fence,
			u.attempts, u.waits_for, CASE WHEN o.status = 'cancelled' AND u.effect <> 'cancel' THEN 1 ELSE 0 END AS moot,
			CASE WHEN EXISTS (SELECT 1 FROM outbox e WHERE e.order_id = u.order_id AND e.store = u.store AND e.id <> u.id
				AND e.state = 'claimed' AND e.lease_until > {now}) THEN 1 ELSE 0 END AS crossed
		FROM outbox u JOIN orders o ON o.id = u.order_id WHERE u.id = ?`,
		id,
	);
	if (row === undefined) throw refused(`There is no channel update ${id}. Claim one first.`);
	const what = `Channel update ${id} of order ${row.number}`;
	if (row.fence !== fence) {
		throw refused(
			`${what} was taken over by another execution, so nothing was changed. That execution says how it ends.`,
		);
	}
	if (row.state !== 'claimed' && !ended.includes(row.state)) {
		throw refused(`${what} is ${row.state} by now, so nothing was changed. Claim it again.`);
	}
	return row;
}
