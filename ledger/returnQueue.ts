import { instant } from '../domain/instant';
import type { QueueFilter, QueuePart, WaitingReturn } from './overviewShapes';
import { partOf, type Queue } from './queues';
import { returnLines, waitsForPerson } from './returnRows';
import { byLine } from './returnUnits';
import type { Work } from './statement';

type Row = Omit<WaitingReturn, 'items' | 'since'> & { readonly id: number; readonly since: number };

const returns: Queue<Row> = {
	from: `SELECT o.id, o.code, o.store, p.number, o.kind, o.state, o.reason,
			COALESCE(o.received_at, o.decided_at, o.requested_at) AS since
		FROM returns o JOIN orders p ON p.id = o.order_id`,
	waits: `o.${waitsForPerson}`,
	by: ['o.id'],
	at: ({ id }) => [id],
};

export function* returnQueue(filter: QueueFilter): Work<QueuePart<WaitingReturn>> {
	const part = yield* partOf(returns, filter);
	const lines = yield* returnLines(part.rows.map(({ id }) => id));
	return {
		...part,
		rows: part.rows.map(({ id, since, ...row }) => {
			const own = lines.filter((one) => one.return_id === id);
			const units = byLine(
				own.map(({ sku, approved, requested }) => ({ line: sku, quantity: approved ?? requested })),
			);
			const items = [...units].flatMap(([sku, quantity]) =>
				quantity > 0 ? [{ sku, quantity }] : [],
			);
			return { ...row, items, since: instant(since) };
		}),
	};
}
