import { storeOf } from './lookups';
import type { Store } from './storeShapes';
import { elements, run, type Work } from './statement';

/**
 * Whose turn it is to decide about the stock of these sellers, of all when none is named: one transaction at a time, until it
 * ends. What brings goods and what waits for them could miss each other otherwise, a row that is still to come cannot be
 * locked. Taken before any order is locked, so that nobody waits in a circle.
 */
export function* takeTurn(sellers?: readonly string[]): Work<void> {
	if (sellers === undefined) yield* run('SELECT code FROM sellers ORDER BY code {forUpdate}');
	else
		yield* run(
			'SELECT code FROM sellers WHERE code IN {elements} ORDER BY code {forUpdate}',
			elements(sellers),
		);
}

/** Takes the turn of the store's seller; answers the store with what others have saved until then. */
export function* storeInTurn(code: string): Work<Store> {
	const { settings } = yield* storeOf(code);
	yield* takeTurn([settings.seller]);
	return yield* storeOf(code);
}
