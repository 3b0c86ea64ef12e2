import { instant } from '../domain/instant';
import { equip } from './equipping';
import { storeOf } from './lookups';
import { never, type LedgerUpdate, type UpdateFilter, type UpdateState } from './updateShapes';
import { rows, type Work } from './statement';

const ofOrder = 'AND order_id = (SELECT id FROM orders WHERE store = ? AND channel_id = ?)';

interface UpdateRow {
	readonly id: number;
	readonly order_id: number;
	readonly state: UpdateState;
	readonly attempts: number;
	readonly body: string;
	readonly detail: string | null;
	readonly due_at: number;
	readonly created_at: number;
	readonly ended_at: number | null;
}

/** What the store's channel was told, is told and is to be told; newest first. */
export function* getUpdates({
	store: code,
	state,
	order,
	limit,
}: UpdateFilter): Work<readonly LedgerUpdate[]> {
	const store = yield* storeOf(code);
	const only = [
		...(state === undefined ? [] : [{ sql: 'AND state = ?', values: [state] }]),
		...(order === undefined ? [] : [{ sql: ofOrder, values: [code, order] }]),
	];
	const found = yield* rows<UpdateRow>(
		`SELECT id, order_id, state, attempts, body, detail, due_at, created_at, ended_at FROM outbox
		WHERE store = ? ${only.map(({ sql }) => sql).join(' ')} ORDER BY id DESC LIMIT ?`,
		code,
		...only.flatMap(({ values }) => values),
		limit,
	);
	return (yield* equip(store, found)).map((row) => ({
		id: row.id,
		store: code,
		channel: store.channel,
		attempts: row.attempts,
		update: row.update,
		state: row.state,
		detail: row.detail,
		dueAt: row.due_at === never ? null : instant(row.due_at),
		createdAt: instant(row.created_at),
		endedAt: row.ended_at === null ? null : instant(row.ended_at),
	}));
}
