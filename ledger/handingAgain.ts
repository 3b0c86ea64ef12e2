import { resolve } from './exceptions';
import { handOversOf } from './handOvers';
import type { Store } from './storeShapes';
import { elements, rows, run, type Work } from './statement';

interface Unfit {
	readonly id: number;
	readonly order_id: number;
}

/**
 * Orders that an OMS could not be given for want of a listing, and was never sent, go to it once its listings are such that it can.
 * Belongs into the transaction that changed them, which has the seller's turn.
 */
export function* handOverAgain(oms: Store, listings: readonly string[]): Work<void> {
	if (!oms.settings.stockMaster || listings.length === 0) return;
	const unfit = yield* rows<Unfit>(
		"SELECT id, order_id FROM outbox WHERE store = ? AND state = 'exception' AND effect = 'create' AND fence = 0 ORDER BY id",
		oms.code,
	);
	if (unfit.length === 0) return;
	const orders = unfit.map(({ order_id }) => order_id);
	yield* run('SELECT id FROM orders WHERE id IN {ids} ORDER BY id {forUpdate}', elements(orders));
	const filled = yield* handOversOf(oms, orders);
	const fit = unfit
		.filter(({ order_id }) => filled.get(order_id)?.fault === null)
		.map(({ id }) => id);
	yield* run(
		`UPDATE outbox SET state = 'pending', attempts = 0, due_at = {now}, ended_at = NULL
		WHERE id IN {ids} AND state = 'exception'`,
		elements(fit),
	);
	yield* resolve(oms.code, ['update_refused'], fit.map(String));
}
