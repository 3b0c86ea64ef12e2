import { lagSeconds, usualLag, type PushLag } from '../domain/pushLag';
import { walkBegan } from './syncEnds';
import type { SyncRun } from './syncShapes';
import { each, first, rows, run, type Work } from './statement';

const keptDays = 7;
/** SQL: the day by the database's clock. */
const today = 'CAST({now} / 86400000 AS INTEGER)';

/**
 * When the last whole walk over the store's figures before this run began: what it did not hand out was right then, so no
 * difference that is found now is older. Null before there was one.
 */
export function* lastLook({ store, kind, id }: SyncRun): Work<number | null> {
	const walk = yield* first<{ began: number | null }>(
		`SELECT ${walkBegan("e.state = 'done'")} AS began FROM sync_runs r WHERE r.id = (SELECT MAX(d.id) FROM sync_runs d
			WHERE d.store = ? AND d.kind = ? AND d.id < ? AND d.state = 'done')`,
		store,
		kind,
		id,
	);
	return walk?.began ?? null;
}

/** Keeps how long figures took, in ms, that the channel has just confirmed; belongs into the transaction that confirms them. */
export function* keepLags(store: string, lags: readonly number[]): Work<void> {
	if (lags.length === 0) return;
	yield* run(`DELETE FROM push_lags WHERE store = ? AND day <= ${today} - ${keptDays}`, store);
	yield* each(
		`INSERT INTO push_lags (store, day, seconds, figures) VALUES (?, ${today}, ?, ?)
		ON CONFLICT (store, day, seconds) DO UPDATE SET figures = push_lags.figures + excluded.figures`,
		[...Map.groupBy(lags, lagSeconds)]
			.sort(([one], [other]) => one - other)
			.map(([seconds, of]) => [store, seconds, of.length]),
	);
}

/** How long the store's figures usually took in the last days; null where none was measured. */
export function* pushLagOf(store: string): Work<PushLag | null> {
	const lags = yield* rows<PushLag>(
		`SELECT seconds, CAST(SUM(figures) AS INTEGER) AS figures FROM push_lags
		WHERE store = ? AND day > ${today} - ${keptDays} GROUP BY seconds`,
		store,
	);
	return usualLag(lags);
}
