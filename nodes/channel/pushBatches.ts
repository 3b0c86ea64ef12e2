import type { IExecuteFunctions } from 'n8n-workflow';
import type { StockFigure, StockReceipt } from '../../domain/stockFigure';
import type { AccessTo } from '../shared/channelAccess';
import { messageOf } from '../shared/failureOf';
import { callMs } from '../shared/http';
import { rehearsed } from '../shared/notSent';
import { inQuota } from './inQuota';

interface Push {
	readonly figures: readonly StockFigure[];
	/** When all must have been answered, on this machine's clock in ms. */
	readonly until?: number;
}

/**
 * Sends batch after batch. When the first one fails, nothing was stored, and the failure is thrown. When a later one fails, or
 * could not be answered before `until`, it and all that follow count as unsent.
 */
export async function pushBatches(
	context: IExecuteFunctions,
	access: AccessTo<'stock'>,
	{ figures, until }: Push,
): Promise<readonly StockReceipt[]> {
	const { stock } = access.connector;
	const receipts: StockReceipt[] = [];
	for (let start = 0; start < figures.length; start += stock.batch) {
		if (until !== undefined && Date.now() > until - callMs) {
			return [...receipts, ...unsent(figures.slice(start), 'There was no time left for it.')];
		}
		const batch = figures.slice(start, start + stock.batch);
		const [outcome] = await Promise.allSettled([
			inQuota(context, access, (http) => stock.push(http, batch), { until }),
		]);
		if (outcome.status === 'rejected') {
			if (start === 0) throw outcome.reason;
			return [...receipts, ...unsent(figures.slice(start), messageOf(outcome.reason))];
		}
		receipts.push(...outcome.value);
	}
	return receipts;
}

/**
 * Batch after batch as it would be sent first, with the rows that are in it, then those that are in none: what follows where
 * the channel refuses one is not known before.
 */
export async function rehearseBatches(
	context: IExecuteFunctions,
	access: AccessTo<'stock'>,
	figures: readonly StockFigure[],
): Promise<readonly object[]> {
	const { stock } = access.connector;
	const shown: object[] = [];
	for (let start = 0; start < figures.length; start += stock.batch) {
		const batch = figures.slice(start, start + stock.batch);
		const pushing = inQuota(context, access, (http) => stock.push(http, batch), { isDryRun: true });
		const tried = await rehearsed(pushing);
		const rows = batch.filter((row) => stock.faultOf(row) === null);
		if (rows.length > 0) shown.push({ ...tried, rows });
		shown.push(...batch.flatMap((row) => leftOut(stock.faultOf(row), row)));
	}
	return shown;
}

const leftOut = (reason: string | null, row: StockFigure) =>
	reason === null ? [] : [neverSent(row, reason)];

/** A row that no request holds, as a dry run shows it. */
export const neverSent = (row: object, reason: string) => ({
	...row,
	dryRun: true,
	outcome: 'refused',
	reason,
});

const unsent = (figures: readonly StockFigure[], reason: string): readonly StockReceipt[] =>
	figures.map((figure) => ({ ...figure, outcome: 'unsent', reason }));
