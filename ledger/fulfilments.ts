import type { OmsOrder } from '../domain/oms';
import { recallByKey } from './bringingBack';
import { takeInFulfilments } from './fulfilling';
import { holdRun, moveCursor } from './lease';
import { storeOf } from './lookups';
import type { FulfilmentsRead, FulfilmentsStored } from './omsShapes';
import type { Store } from './storeShapes';
import type { Outcome, RecordOutcome } from './syncShapes';
import { elements, rows, run, type Work } from './statement';
import { takeTurn } from './turn';

/** Stores a page of what an OMS made of orders, every outcome and the cursor together; a run that lost its lease stores nothing. */
export function* importFulfilments(read: FulfilmentsRead): Work<FulfilmentsStored> {
	yield* holdRun(read.run);
	const oms = yield* storeOf(read.run.store, read.run.settingsVersion);
	const known = yield* lockedByKey(oms, read.orders);
	const outcomes: RecordOutcome[] = [];
	for (const given of read.orders) {
		const order = known.get(given.key);
		outcomes.push(
			order === undefined ? stranger(given) : yield* takeInFulfilments(oms, order, given),
		);
	}
	const counts = countsOf(outcomes);
	yield* moveCursor(read.run, read.next, read.watermark);
	yield* run(
		`UPDATE sync_runs SET pages = pages + 1, updated = updated + ?, unchanged = unchanged + ?, exceptions = exceptions + ?
		WHERE id = ?`,
		counts.updated,
		counts.unchanged,
		counts.exception,
		read.run.id,
	);
	return { run: { ...read.run, pages: read.run.pages + 1 }, outcomes, counts, next: read.next };
}

const stranger = ({ id, key }: OmsOrder): RecordOutcome => ({
	id,
	outcome: 'unchanged',
	reason: `the hub has handed over no order ${key}`,
});

/** The ledger's ids of the orders that were handed over, by their keys, locked. */
function* lockedByKey(
	{ code }: Store,
	given: readonly OmsOrder[],
): Work<ReadonlyMap<string, number>> {
	yield* recallByKey(code, given);
	const keys = elements([...new Set(given.map(({ key }) => key))]);
	const found = yield* rows<{ id: number; key: string; seller: string }>(
		`SELECT o.id, h.key, o.seller FROM oms_orders h JOIN orders o ON o.id = h.order_id
		WHERE h.oms = ? AND h.key IN {elements}`,
		code,
		keys,
	);
	yield* takeTurn([...new Set(found.map(({ seller }) => seller))]);
	yield* run(
		'SELECT id FROM orders WHERE id IN {ids} ORDER BY id {forUpdate}',
		elements(found.map(({ id }) => id)),
	);
	return new Map(found.map(({ id, key }) => [key, id]));
}

const countsOf = (outcomes: readonly RecordOutcome[]): Record<Outcome, number> => {
	const counts = { created: 0, updated: 0, unchanged: 0, parked: 0, exception: 0 };
	for (const { outcome } of outcomes) counts[outcome]++;
	return counts;
};
