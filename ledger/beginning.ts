import { giveUp, type KeptUpdate, type Unsent } from './givingUp';
import { handOversOf, type HandOverFault } from './handOvers';
import type { Store } from './storeShapes';
import { each, run, type Work } from './statement';

interface Due extends KeptUpdate {
	readonly effect: string;
	readonly fence: number;
}

/**
 * From here on the OMS may have the orders that are to be created there. What it cannot have yet goes to a person, and costs no
 * other order; answers the rest.
 */
export function* beginHandingOver<Row extends Due>(
	oms: Store,
	due: readonly Row[],
): Work<readonly Row[]> {
	const creates = due.filter(({ effect }) => effect === 'create');
	if (creates.length === 0) return due;
	const orders = creates.map(({ order_id }) => order_id);
	const filled = yield* handOversOf(oms, orders);
	const unfit: Row[] = [];
	for (const row of creates) {
		const fault = filled.get(row.order_id)?.fault ?? null;
		if (fault === null) continue;
		unfit.push(row);
		yield* giveUp(oms, row, unsent(oms, row, fault));
	}
	yield* each(
		'INSERT INTO oms_orders (order_id, oms, key) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
		creates
			.filter((row) => !unfit.includes(row))
			.map(({ order_id }) => [order_id, oms.code, filled.get(order_id)?.handOver.key ?? '']),
	);
	return due.filter((row) => !unfit.includes(row));
}

/** Once it was sent, nobody knows for certain that the OMS does not have it. */
const unsent = ({ channel }: Store, { fence }: Due, { why, advice }: HandOverFault): Unsent => ({
	kind: fence === 0 ? 'update_refused' : 'update_not_sent',
	why: `${why}.`,
	advice: `${advice} Or enter it in ${channel} by hand and dismiss this.`,
});

/** The OMS refused the order, so it is certain that it does not have it: it may be edited again. */
export const endHandingOver = (order: number): Work<void> =>
	run('DELETE FROM oms_orders WHERE order_id = ? AND handed_over_at IS NULL', order);
