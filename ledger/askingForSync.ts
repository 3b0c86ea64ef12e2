import { refused } from '../domain/failure';
import { instant } from '../domain/instant';
import { titled } from '../domain/titled';
import type { SyncAsked, SyncKind, SyncTooEarly } from './syncShapes';
import { first, run, type Work } from './statement';
import { kindsOfSync } from './syncKinds';

interface Row {
	readonly now: number;
	readonly asked_at: number | null;
	readonly full_at: number | null;
}

/**
 * Notes that a person asks for the sync, which is due from now on, and what goes out in full; or says when it may be asked for
 * again. Belongs into the transaction that has locked the sync.
 */
export function* askedFor(
	store: string,
	kind: SyncKind,
	{ isFull }: SyncAsked,
): Work<SyncTooEarly | null> {
	const { manualEveryMinutes, fullEveryMinutes } = kindsOfSync[kind];
	if (isFull && fullEveryMinutes === null) throw notInFull(kind);
	const every = (isFull && fullEveryMinutes) || manualEveryMinutes;
	const row = yield* first<Row>(
		'SELECT {now} AS now, asked_at, full_at FROM syncs WHERE store = ? AND kind = ?',
		store,
		kind,
	);
	const last = (isFull ? row?.full_at : row?.asked_at) ?? null;
	const allowedAt = last === null ? 0 : last + every * 60_000;
	if (last !== null && allowedAt > (row?.now ?? 0)) {
		return tooEarly(store, kind, { isFull, every, last, allowedAt });
	}
	yield* run(
		`UPDATE syncs SET due_at = {now}, asked_at = {now}${isFull ? ', full_at = {now}, position = NULL' : ''}
		WHERE store = ? AND kind = ?`,
		store,
		kind,
	);
	return null;
}

interface Last {
	readonly isFull: boolean;
	readonly every: number;
	readonly last: number;
	readonly allowedAt: number;
}

const tooEarly = (
	store: string,
	kind: SyncKind,
	{ isFull, every, last, allowedAt }: Last,
): SyncTooEarly => ({
	answer: 'tooEarly',
	store,
	why: `${isFull ? 'A full' : 'A'} ${titled(kind)} Sync can be asked for once in ${every} minutes, and the last time was at ${instant(last)}. It is allowed again at ${instant(allowedAt)}.`,
	allowedAt: instant(allowedAt),
});

const notInFull = (kind: SyncKind) =>
	refused(
		`A sync of kind ${kind} is never full: it reads all there is, or what has changed. Leave Full off.`,
	);
