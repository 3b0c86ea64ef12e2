import { timingSafeEqual } from 'node:crypto';
import { Failure, refused } from '../domain/failure';
import { instant } from '../domain/instant';
import { ask, go } from './acts';
import { clock } from './glance';
import type {
	Act,
	Confirmation,
	ConfirmationAsked,
	ConfirmationGiven,
	Confirmed,
	Done,
} from './confirmationShapes';
import { first, run, type Work } from './statement';

const openMs = 30 * 60_000;
const keptMs = 7 * 24 * 3_600_000;

/** What a person has to see and confirm before it is done. Refuses what cannot be done. */
export function* askConfirmation({ act, hash, person }: ConfirmationAsked): Work<Confirmation> {
	const now = yield* clock();
	const about = yield* ask(act);
	yield* run('DELETE FROM confirmations WHERE asked_at < ?', now - keptMs);
	const kept = yield* first<{ id: number }>(
		'INSERT INTO confirmations (hash, act, person, asked_at) VALUES (?, ?, ?, ?) RETURNING id',
		hash,
		JSON.stringify(act),
		person,
		now,
	);
	return { id: kept?.id ?? 0, ...about, now: instant(now), until: instant(now + openMs) };
}

interface Row {
	readonly now: number;
	readonly hash: string;
	readonly act: string;
	readonly person: string;
	readonly asked_at: number;
	readonly answer: string | null;
}

/** Does what was confirmed, once: said again, it answers as it did, and nothing happens. */
export function* confirm({ id, hash, person, reason }: ConfirmationGiven): Work<Confirmed> {
	const row = yield* first<Row>(
		'SELECT {now} AS now, hash, act, person, asked_at, answer FROM confirmations WHERE id = ? {forUpdate}',
		id,
	);
	if (row === undefined || !isSame(row.hash, hash) || row.person !== person) throw forged();
	const act = JSON.parse(row.act) as Act;
	if (row.answer !== null) {
		return {
			...(JSON.parse(row.answer) as Done),
			act: act.act,
			isRepeat: true,
			now: instant(row.now),
		};
	}
	if (row.asked_at + openMs < row.now) throw expired();
	const done = yield* go(act, { reason, by: person || null });
	yield* run(
		'UPDATE confirmations SET confirmed_at = {now}, answer = ? WHERE id = ?',
		JSON.stringify(done),
		id,
	);
	return { ...done, act: act.act, isRepeat: false, now: instant(row.now) };
}

/** Takes as long for a hash that is nearly right. */
const isSame = (one: string, other: string) =>
	one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

const forged = () =>
	new Failure(
		'unauthorised',
		'Nothing was done: this was not confirmed on a page that was shown to you. Open it again and press its button.',
	);

const expired = () =>
	refused('Nothing was done: the page was open for too long. Open it again and press its button.');
