import type { FeedReport } from '../domain/feed';
import { rows, type Work } from './statement';

/** What became of the invoice in a feed; a feed holds one. */
export function* endInvoice(
	feed: number,
	{ refused, refusedWhole }: FeedReport,
): Work<{ accepted: number; refused: number }> {
	const reason = refusedWhole ?? refused[0]?.reason ?? null;
	const ended = yield* rows(
		'UPDATE invoices SET state = ?, reason = ?, since = {now} WHERE feed = ? RETURNING order_id',
		reason === null ? 'uploaded' : 'refused',
		reason,
		feed,
	);
	const { length } = ended;
	return reason === null ? { accepted: length, refused: 0 } : { accepted: 0, refused: length };
}
