import { rows, run, type Work } from './statement';

/** Rows of one table that one transaction looks at. */
const atOnce = 500;

/**
 * What tells only of itself goes when it is that old: runs of the store's syncs but the last of each kind, and events about no
 * order, but the newest of all.
 */
export function* forget(store: string, ms: number): Work<void> {
	const kinds = yield* rows<{ kind: string }>(
		'SELECT kind FROM syncs WHERE store = ? ORDER BY kind',
		store,
	);
	for (const { kind } of kinds) {
		yield* run(
			`DELETE FROM sync_runs WHERE id IN (SELECT id FROM (SELECT id, ended_at FROM sync_runs
				WHERE store = ? AND kind = ? ORDER BY id LIMIT ${atOnce}) r WHERE ended_at < {now} - CAST(? AS BIGINT))
				AND id < (SELECT MAX(id) FROM sync_runs WHERE store = ? AND kind = ?)`,
			store,
			kind,
			ms,
			store,
			kind,
		);
	}
	yield* run(
		`DELETE FROM events WHERE id IN (SELECT id FROM (SELECT id, at FROM events WHERE order_id IS NULL ORDER BY id LIMIT ${atOnce}) e
			WHERE at < {now} - CAST(? AS BIGINT)) AND id < (SELECT MAX(id) FROM events)`,
		ms,
	);
}
