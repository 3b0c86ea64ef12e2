import type { IExecuteFunctions } from 'n8n-workflow';
import type { PendingFigure, StockReceipt } from '../../domain/stockFigure';
import type { AccessTo } from '../shared/channelAccess';
import { callMs } from '../shared/http';
import { inQuota } from './inQuota';

interface Asking {
	readonly figures: readonly PendingFigure[];
	/** When all must have been answered, on this machine's clock in ms. */
	readonly until: number;
	/** Whether a failure of the first call is thrown; else whatever fails is left to the next run. */
	readonly isAll: boolean;
}

/**
 * Asks batch after batch what the channel has decided of rows that it took as pending. What it has not decided is answered as
 * pending again; what could not be asked is missing.
 */
export async function askDecided(
	context: IExecuteFunctions,
	access: AccessTo<'stock'>,
	{ figures, until, isAll }: Asking,
): Promise<readonly StockReceipt[]> {
	const { batch: size, decided } = access.connector.stock;
	const receipts: StockReceipt[] = [];
	if (decided === undefined) return receipts;
	for (let start = 0; start < figures.length; start += size) {
		if (Date.now() > until - callMs) return receipts;
		const batch = figures.slice(start, start + size);
		const [outcome] = await Promise.allSettled([
			inQuota(context, access, (http) => decided(http, batch), { until }),
		]);
		if (outcome.status === 'rejected') {
			if (isAll && start === 0) throw outcome.reason;
			return receipts;
		}
		receipts.push(...answered(batch, outcome.value));
	}
	return receipts;
}

/** The rows as they were asked about: what a channel decides is told by the ticket alone. */
function answered(
	batch: readonly PendingFigure[],
	decided: readonly StockReceipt[],
): readonly StockReceipt[] {
	const ends = new Map(decided.map(({ ticket, outcome, reason }) => [ticket, { outcome, reason }]));
	return batch.map((row) => ({ ...row, ...(ends.get(row.ticket) ?? undecided) }));
}

const undecided = { outcome: 'pending', reason: null } as const;
