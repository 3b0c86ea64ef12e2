import { refused } from '../domain/failure';
import { instant } from '../domain/instant';
import { contentHash } from './contentHash';
import { tell } from './events';
import type { ExceptionFilter, LedgerException } from './exceptionShapes';
import { elements, first, rows, run, type Work } from './statement';

export interface ExceptionDraft {
	readonly store: string;
	readonly kind:
		| 'unreadable'
		| 'unknown_location'
		| 'order_edited'
		| 'cancelled_after_invoice'
		| 'cancelled_after_shipping'
		| 'shipped_outside'
		| 'invoice_changed'
		| 'fulfilment_unclear'
		| 'fulfilment_taken_back'
		| 'listing_sku_changed'
		| 'listing_unusable'
		| 'stock_missing'
		| 'stock_refused'
		| 'update_refused'
		| 'update_not_sent'
		| 'manifest_missing'
		| 'event_undelivered'
		| 'feed_unclear'
		| 'order_not_read';
	/** What it is about, such as the channel's order id: one exception of a kind for each. */
	readonly reference: string;
	readonly cause: string;
	readonly advice: string;
	readonly settingsVersion: number;
	readonly payload: unknown;
	/** The ledger's order id, where it is about an order that the ledger has. */
	readonly order?: number;
}

/** Opens or renews the exception and tells of it, when it is news; answers whether it is. */
export function* raise(draft: ExceptionDraft): Work<boolean> {
	const isNews = yield* keep(draft);
	if (!isNews) return false;
	const { store, kind, cause, order = null } = draft;
	yield* tell(store, [{ type: 'exception_raised', order, detail: `${kind}: ${cause}` }]);
	return true;
}

/** As `raise`, and tells nobody. The same content again changes nothing, also after it was dismissed. */
export function* keep(draft: ExceptionDraft): Work<boolean> {
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
			since = excluded.since, dismissed_because = NULL`,
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

/** As `resolve`, for what concerns no single store. */
export function* resolveEverywhere(
	kind: ExceptionDraft['kind'],
	references: readonly string[],
): Work<void> {
	yield* run(
		"UPDATE exceptions SET state = 'resolved' WHERE state = 'open' AND kind = ? AND reference IN {elements}",
		kind,
		elements(references),
	);
}

/** Which of the records a person has dismissed, as they are now: nobody waits for them any more. */
export function* dismissedOf(
	store: string,
	references: readonly string[],
): Work<ReadonlySet<string>> {
	if (references.length === 0) return new Set();
	const found = yield* rows<{ reference: string }>(
		`SELECT reference FROM exceptions WHERE store = ? AND kind IN ('unreadable', 'unknown_location')
			AND state = 'dismissed' AND reference IN {elements}`,
		store,
		elements(references),
	);
	return new Set(found.map(({ reference }) => reference));
}

interface ExceptionRow extends Omit<LedgerException, 'since' | 'payload' | 'dismissedBecause'> {
	readonly since: number;
	readonly payload: string;
	readonly dismissed_because: string | null;
}

const columns =
	'id, store, kind, reference, cause, advice, state, dismissed_because, since, payload';

/** One that is open, locked; refuses any other. */
export function* openException(id: number): Work<LedgerException> {
	const row = yield* first<ExceptionRow>(
		`SELECT ${columns} FROM exceptions WHERE id = ? {forUpdate}`,
		id,
	);
	if (row === undefined) {
		throw refused(`There is no exception ${id}. Exception: Get Many lists the open ones.`);
	}
	if (row.state !== 'open') {
		throw refused(`Exception ${id} is ${row.state} already. There is nothing left to do.`);
	}
	return toException(row);
}

/** Open ones unless asked for others, oldest first. */
export function* openExceptions(
	store: string,
	limit: number,
	{ state = 'open', kind, reference }: ExceptionFilter = {},
): Work<readonly LedgerException[]> {
	const found = yield* rows<ExceptionRow>(
		`SELECT ${columns} FROM exceptions
		WHERE store = ? AND state = ? AND kind = COALESCE(CAST(? AS TEXT), kind)
			AND reference = COALESCE(CAST(? AS TEXT), reference) ORDER BY id LIMIT ?`,
		store,
		state,
		kind ?? null,
		reference ?? null,
		limit,
	);
	return found.map(toException);
}

const toException = ({
	since,
	payload,
	dismissed_because,
	...row
}: ExceptionRow): LedgerException => ({
	...row,
	dismissedBecause: dismissed_because,
	since: instant(since),
	payload: JSON.parse(payload) as unknown,
});
