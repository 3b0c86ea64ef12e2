import { refused } from '../domain/failure';
import { openException } from './exceptions';
import { letGo } from './holdingBack';
import { keepSku } from './linking';
import type { LedgerException } from './exceptionShapes';
import { run, type Work } from './statement';

/** Closes an exception because nothing is to be done, and what waited on it. */
export function* dismissException(id: number, reason: string): Work<LedgerException> {
	if (reason.trim() === '') {
		throw refused(
			`Exception ${id} was not dismissed: the reason is blank. Say why nothing is to be done.`,
		);
	}
	const exception = yield* openException(id);
	yield* run(
		"UPDATE exceptions SET state = 'dismissed', dismissed_because = ? WHERE id = ?",
		reason,
		id,
	);
	if (exception.kind === 'update_refused' || exception.kind === 'update_not_sent') {
		yield* run(
			"UPDATE outbox SET state = 'dismissed', ended_at = {now} WHERE id = ? AND state = 'exception'",
			Number(exception.reference),
		);
	}
	if (exception.kind === 'unknown_location' || exception.kind === 'unreadable') {
		yield* letGo(exception.store, [exception.reference]);
	}
	if (exception.kind === 'listing_sku_changed') yield* keepSku(exception);
	return { ...exception, state: 'dismissed', dismissedBecause: reason };
}
