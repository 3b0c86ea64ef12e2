import { Failure, refused } from '../../domain/failure';
import type { StockFigure, StockReceipt } from '../../domain/stockFigure';
import type { Http } from '../connector';
import { mostRows } from './paged';
import { end, isAnyStored } from './pushState';
import type { Push } from './pushState';
import { rowFault } from './stockRow';
import { store } from './storing';

export const batch = mostRows;

/** Figures are absolute, so what was not answered may be sent again. Throws where nothing is known to be stored. */
export async function push(
	http: Http,
	figures: readonly StockFigure[],
): Promise<readonly StockReceipt[]> {
	if (figures.length > batch) throw refused(`shopify: one push takes ${batch} rows. Send fewer.`);
	const done: Push = { http, ended: new Map(), turns: [] };
	const rows = figures.filter((figure) => {
		const fault = rowFault(figure);
		if (fault !== null) end(done, figure, fault);
		return fault === null;
	});
	const [outcome] = await Promise.allSettled([store(done, rows)]);
	const failure: unknown = outcome.status === 'rejected' ? outcome.reason : null;
	if (failure !== null && !(failure instanceof Failure && isAnyStored(done))) throw failure;
	const reason = failure instanceof Failure ? failure.message : restless;
	return figures.map((figure) => ({
		...figure,
		...(done.ended.get(figure) ?? { outcome: 'unsent', reason }),
	}));
}

const restless =
	'shopify: its stock changed there each time it was told. It is sent with the next push.';
