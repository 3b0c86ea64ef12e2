import { Failure, refused } from '../../domain/failure';
import type { StockFigure, StockReceipt } from '../../domain/stockFigure';
import type { Http } from '../connector';
import { end, isAnyStored, saveAll } from './saving';
import type { Push, Row } from './saving';
import { rowFault } from './stockRow';

/** The most that is taken in one call (reference/the-iconic-sellercenter.md 6). */
export const batch = 100;

/** Figures are absolute, so what was not answered may be sent again. Throws where nothing is known to be stored. */
export async function push(
	http: Http,
	figures: readonly StockFigure[],
): Promise<readonly StockReceipt[]> {
	if (figures.length > batch) throw refused(`theIconic: one push takes ${batch} rows. Send fewer.`);
	const done: Push = { http, ended: new Map(), refusals: [] };
	const [outcome] = await Promise.allSettled([saveAll(done, rowsOf(done, figures))]);
	const failure: unknown = outcome.status === 'rejected' ? outcome.reason : null;
	if (failure !== null && !(failure instanceof Failure && isAnyStored(done))) throw failure;
	const reason = failure instanceof Failure ? failure.message : tooMany(done);
	return figures.map((figure) => ({
		...figure,
		...(done.ended.get(figure) ?? { outcome: 'unsent', reason }),
	}));
}

/** What can be sent, every product once: the last figure of it counts. The others have ended here. */
function rowsOf(push: Push, figures: readonly StockFigure[]): readonly Row[] {
	const rows = new Map<string, Row>();
	for (const figure of figures) {
		const { listing, quantity } = figure;
		const reason = rowFault(figure);
		if (reason !== null) {
			end(push, { figures: [figure] }, { outcome: 'refused', reason });
			continue;
		}
		const others = rows.get(listing)?.figures ?? [];
		rows.set(listing, { listing, quantity, figures: [...others, figure] });
	}
	return [...rows.values()];
}

const tooMany = ({ refusals }: Push) =>
	`The Iconic refused ${refusals.length} calls for other rows of the batch. It is sent with the next push.`;
