import type { ChannelUpdate } from '../domain/channelUpdate';
import { Failure, refused } from '../domain/failure';
import { resolve } from './exceptions';
import { subjectOf } from './outbox';
import { first, rows, run, type Work } from './statement';

interface GivenUp {
	readonly order_id: number;
	readonly channel_id: string;
	readonly content_key: string;
	readonly body: string;
	/** 1 for what a cancelled order was still to say. */
	readonly moot: number;
}

const sendAgain =
	"UPDATE outbox SET state = 'pending', attempts = 0, due_at = {now}, ended_at = NULL WHERE id = ?";

/** Sends an update that was given up once more, unless that would take back what was said since; answers the channel's order id. */
export function* requeue(id: number): Work<string> {
	const found = yield* givenUp(id);
	if (found instanceof Failure) throw found;
	yield* run(sendAgain, id);
	return found.channel_id;
}

/**
 * A cancel that waits for a person is told again: what the channel did not take were other goods. Belongs into the transaction that
 * took the change in.
 */
export function* cancelAgain(store: string, order: number): Work<void> {
	const untold = yield* rows<{ id: number }>(
		"SELECT id FROM outbox WHERE order_id = ? AND store = ? AND effect = 'cancel' AND state = 'exception'",
		order,
		store,
	);
	for (const { id } of untold) {
		yield* run(sendAgain, id);
		yield* resolve(store, ['update_refused', 'update_not_sent'], [String(id)]);
	}
}

/** Why `requeue` refuses it, or null. */
export function* whyNotAgain(id: number): Work<Failure | null> {
	const found = yield* givenUp(id);
	return found instanceof Failure ? found : null;
}

/** The update, its order locked, or why it is not sent again. */
function* givenUp(id: number): Work<GivenUp | Failure> {
	yield* run(
		'SELECT id FROM orders WHERE id = (SELECT order_id FROM outbox WHERE id = ?) {forUpdate}',
		id,
	);
	const row = yield* first<GivenUp>(
		`SELECT u.order_id, o.channel_id, u.content_key, u.body,
			CASE WHEN o.status = 'cancelled' AND u.effect <> 'cancel' THEN 1 ELSE 0 END AS moot
		FROM outbox u JOIN orders o ON o.id = u.order_id WHERE u.id = ? AND u.state = 'exception'`,
		id,
	);
	if (row === undefined) {
		return refused(`Channel update ${id} does not wait for a person. Dismiss the exception.`);
	}
	if (row.moot === 1) return outdated(row, 'the order is cancelled by now');
	const newer = yield* saidSince(id, row);
	if (newer === undefined) return row;
	return outdated(row, `the channel was told ${newer.effect} ${newer.channelStatus} since`);
}

/** What was told of the same goods after the update, or is being told. */
function* saidSince(id: number, kept: GivenUp): Work<ChannelUpdate | undefined> {
	const later = yield* rows<{ content_key: string; body: string }>(
		`SELECT content_key, body FROM outbox WHERE order_id = ? AND id > ? AND state IN ('claimed', 'done')
		ORDER BY id`,
		kept.order_id,
		id,
	);
	const subject = subjectOf(kept.content_key);
	const newer = later.find(({ content_key }) => subjectOf(content_key) === subject);
	return newer && (JSON.parse(newer.body) as ChannelUpdate);
}

function outdated({ body }: GivenUp, why: string) {
	const { number, channelStatus } = JSON.parse(body) as ChannelUpdate;
	return refused(
		`Order ${number} was not told as ${channelStatus} again: ${why}. Dismiss the exception.`,
	);
}
