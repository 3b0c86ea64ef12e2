import { Failure, refused } from '../../domain/failure';
import type { StockFigure, StockReceipt } from '../../domain/stockFigure';
import type { Http } from '../connector';
import { end, isAnyStored, saveAll } from './saving';
import type { Push, Row } from './saving';
import { stockWrite } from './stockWrite';

/** No maximum is published (reference/ikas.md 10). */
export const batch = 100;

/** Figures are absolute, so what was not answered may be sent again. Throws where nothing is known to be stored. */
export async function push(
	http: Http,
	figures: readonly StockFigure[],
): Promise<readonly StockReceipt[]> {
	if (figures.length > batch) throw refused(`ikas: one push takes ${batch} rows. Send fewer.`);
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

/** What can be sent. The others have ended here. */
const rowsOf = (push: Push, figures: readonly StockFigure[]): readonly Row[] =>
	figures.flatMap((figure) => {
		const write = stockWrite(figure);
		if (typeof write !== 'string') return [{ figure, write }];
		end(push, { figure }, write);
		return [];
	});

const tooMany = ({ refusals }: Push) =>
	`ikas refused ${refusals.length} calls for other rows of the batch. It is sent with the next push.`;
