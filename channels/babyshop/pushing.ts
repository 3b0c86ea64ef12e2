import { Failure, refused } from '../../domain/failure';
import type { StockFigure, StockReceipt } from '../../domain/stockFigure';
import type { Http } from '../connector';
import { end, isAnyTaken, saveAll } from './saving';
import type { Push, Row } from './saving';
import { sellerOf } from './seller';
import { keyOf, keyless, rowFault } from './stockRow';

/** The most that Babyshop takes in one call (reference/babyshop-vinculum.md 9). */
export const batch = 100;

/** Figures are absolute, so what was not answered may be sent again. Throws where nothing is known to be taken. */
export async function push(
	http: Http,
	figures: readonly StockFigure[],
): Promise<readonly StockReceipt[]> {
	if (figures.length > batch) throw refused(`babyshop: one push takes ${batch} rows. Send fewer.`);
	const done: Push = { http, ended: new Map(), refusals: [] };
	const [outcome] = await Promise.allSettled([saveAll(done, rowsOf(done, figures))]);
	const failure: unknown = outcome.status === 'rejected' ? outcome.reason : null;
	if (failure !== null && !(failure instanceof Failure && isAnyTaken(done))) throw failure;
	const reason = failure instanceof Failure ? failure.message : tooMany(done);
	return figures.map((figure) => ({
		...figure,
		...(done.ended.get(figure) ?? { outcome: 'unsent', reason }),
	}));
}

/** What can be sent, every code once. The others have ended here. */
function rowsOf(push: Push, figures: readonly StockFigure[]): readonly Row[] {
	const { inventoryKey } = sellerOf(push.http);
	const rows = new Map<string, Row>();
	for (const figure of figures) {
		const sku = keyOf(figure, inventoryKey);
		const fault = rowFault(figure) ?? (sku === null ? keyless : null);
		if (fault !== null || sku === null) {
			end(push, { figures: [figure] }, { outcome: 'refused', reason: fault });
			continue;
		}
		const others = rows.get(sku)?.figures ?? [];
		rows.set(sku, { sku, quantity: figure.quantity, figures: [...others, figure] });
	}
	return [...rows.values()];
}

const tooMany = ({ refusals }: Push) =>
	`Babyshop refused ${refusals.length} calls for other rows of the batch. It is sent with the next push.`;
