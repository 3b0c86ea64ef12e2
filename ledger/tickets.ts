import type { PendingFigure } from '../domain/stockFigure';
import type { SyncRun } from './syncShapes';
import { rows, type Work } from './statement';

/** Rows that one call hands out to be asked about. */
const mostAsked = 1_000;
/** No channel says how long it may take. After a day the figure is sent again, which does no harm where it was only late. */
const patienceMs = 24 * 60 * 60_000;

/** SQL: whether the channel is still waited for to decide on what a row of `published` was sent as. */
export const isWaitedFor = `(ticket_at > {now} - ${patienceMs})`;

/** SQL: what is set where a ticket counts no more, because it was decided or what was sent is no longer the last word. */
export const noTicket = 'ticket = NULL, ticket_at = NULL, asked_by = NULL';

/** Rows that the channel is to be asked about, first those that were not asked for longest. A run asks, or sends, each once. */
export const figuresToAsk = ({ store, id }: SyncRun): Work<readonly PendingFigure[]> =>
	rows<PendingFigure>(
		`SELECT listing, location, sent AS quantity, sku, ticket FROM published
		WHERE store = ? AND ticket IS NOT NULL AND asked_by < ? AND ${isWaitedFor}
		ORDER BY asked_by, sku, listing, location LIMIT ?`,
		store,
		id,
		mostAsked,
	);
