import { instant } from '../domain/instant';
import { contentHash } from './contentHash';
import type { LedgerException } from './shapes';
import { elements, first, rows, run, type Work } from './statement';

export interface ExceptionDraft {
	readonly store: string;
	readonly kind:
		| 'unreadable'
		| 'unknown_location'
		| 'order_edited'
		| 'cancelled_after_shipping'
		| 'shipped_outside'
		| 'listing_sku_changed';
	/** What it is about, such as the channel's order id: one exception of a kind for each. */
	readonly reference: string;
	readonly cause: string;
	readonly advice: string;
	readonly settingsVersion: number;
	readonly payload: unknown;
}

/** Opens or renews the exception. The same content again changes nothing, also after it was dismissed; answers whether it is news. */
export function* raise(draft: ExceptionDraft): Work<boolean> {
	const hash = contentHash([draft.cause, draft.payload]);
	const known = yield* first<{ content_hash: string; state: string }>(
		'SELECT content_hash, state FROM exceptions WHERE store = ? AND kind = ? AND reference = ?',
		draft.store,
		draft.kind,
		draft.reference,
	);
	if (known?.content_hash === hash && known.state !== 'resolved') return false;
	yield* run(
		`INSERT INTO exceptions (store, kind, reference, cause, advice, state, settings_version, content_hash, payload, since)
		VALUES (?, ?, ?, ?, ?, 'open', ?, ?, ?, {now})
		ON CONFLICT (store, kind, reference) DO UPDATE SET cause = excluded.cause, advice = excluded.advice, state = 'open',
			settings_version = excluded.settings_version, content_hash = excluded.content_hash, payload = excluded.payload,
			since = excluded.since`,
		draft.store,
		draft.kind,
		draft.reference,
		draft.cause,
		draft.advice,
		draft.settingsVersion,
		hash,
		JSON.stringify(draft.payload),
	);
	return true;
}

/** What was wrong has come right by itself. */
export function* resolve(
	store: string,
	kinds: readonly ExceptionDraft['kind'][],
	references: readonly string[],
): Work<void> {
	yield* run(
		`UPDATE exceptions SET state = 'resolved'
		WHERE store = ? AND state = 'open' AND kind IN {elements} AND reference IN {elements}`,
		store,
		elements(kinds),
		elements(references),
	);
}

type ExceptionRow = Omit<LedgerException, 'since' | 'payload'> & { since: number; payload: string };

/** Open ones, oldest first. */
export function* openExceptions(store: string, limit: number): Work<readonly LedgerException[]> {
	const found = yield* rows<ExceptionRow>(
		`SELECT id, store, kind, reference, cause, advice, state, since, payload FROM exceptions
		WHERE store = ? AND state = 'open' ORDER BY id LIMIT ?`,
		store,
		limit,
	);
	return found.map((row) => ({
		...row,
		since: instant(row.since),
		payload: JSON.parse(row.payload) as unknown,
	}));
}
