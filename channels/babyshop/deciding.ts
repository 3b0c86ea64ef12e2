import { refused } from '../../domain/failure';
import type { PendingFigure, StockReceipt } from '../../domain/stockFigure';
import type { Http } from '../connector';
import { ask } from './answer';
import { decisionOn, moderationsIn } from './moderation';
import { batch } from './pushing';
import { inventoryStatus } from './requests';

/** One call. Rows that are not decided yet, or that the answer lacks, are left out. */
export async function decided(
	http: Http,
	rows: readonly PendingFigure[],
): Promise<readonly StockReceipt[]> {
	const tickets = [...new Set(rows.map(({ ticket }) => ticket))];
	if (tickets.length === 0) return [];
	if (tickets.length > batch)
		throw refused(`babyshop: one call asks for ${batch} rows. Ask fewer.`);
	const { body } = await ask(http, inventoryStatus(tickets), 'what became of the stock figures');
	const answers = new Map(moderationsIn(body).map((row) => [row.ticket, row]));
	return rows.flatMap((row) => {
		const answer = answers.get(row.ticket);
		const decision = answer === undefined ? null : decisionOn(answer, row.quantity);
		return decision === null ? [] : [{ ...row, ...decision }];
	});
}
