import type { IExecuteFunctions } from 'n8n-workflow';
import type { StockFigure, StockReceipt } from '../../domain/stockFigure';
import { messageOf } from '../shared/failureOf';
import { callMs } from '../shared/http';
import { rehearsed, type Rehearsed } from '../shared/notSent';
import { access } from './access';
import { onIkas } from './onIkas';

const { stock } = access.connector;

/**
 * Sends batch after batch. When the first one fails, nothing was stored, and the failure is thrown. When a later one fails, or
 * could not be answered before `until`, it and all that follow count as unsent.
 */
export async function pushBatches(
	context: IExecuteFunctions,
	figures: readonly StockFigure[],
	until?: number,
): Promise<readonly StockReceipt[]> {
	const receipts: StockReceipt[] = [];
	for (let start = 0; start < figures.length; start += stock.batch) {
		if (until !== undefined && Date.now() > until - callMs) {
			return [...receipts, ...unsent(figures.slice(start), 'There was no time left for it.')];
		}
		const batch = figures.slice(start, start + stock.batch);
		const [outcome] = await Promise.allSettled([
			onIkas(context, (http) => stock.push(http, batch), { until }),
		]);
		if (outcome.status === 'rejected') {
			if (start === 0) throw outcome.reason;
			return [...receipts, ...unsent(figures.slice(start), messageOf(outcome.reason))];
		}
		receipts.push(...outcome.value);
	}
	return receipts;
}

/** Batch after batch as it would be sent first: what follows where ikas refuses one is not known before. */
export async function rehearseBatches(
	context: IExecuteFunctions,
	figures: readonly StockFigure[],
): Promise<readonly (Rehearsed<readonly StockReceipt[]> & { rows: readonly StockFigure[] })[]> {
	const batches = [];
	for (let start = 0; start < figures.length; start += stock.batch) {
		const rows = figures.slice(start, start + stock.batch);
		const pushing = onIkas(context, (http) => stock.push(http, rows), { isDryRun: true });
		batches.push({ ...(await rehearsed(pushing)), rows });
	}
	return batches;
}

const unsent = (figures: readonly StockFigure[], reason: string): readonly StockReceipt[] =>
	figures.map((figure) => ({ ...figure, outcome: 'unsent', reason }));
