import { Failure, refused } from '../../domain/failure';
import type { StockFigure, StockReceipt } from '../../domain/stockFigure';
import type { Http } from '../connector';
import { gatewayOf } from './gateway';
import { save } from './saving';
import type { End, Push } from './saving';
import { rowFault } from './stockRow';

/** What every gateway takes in one call unless it says otherwise (docs/oker-connector.openapi.yaml). */
export const batch = 100;

/** Figures are absolute, so what was not answered may be sent again. Throws where nothing is known to be taken. */
export async function push(
	http: Http,
	figures: readonly StockFigure[],
): Promise<readonly StockReceipt[]> {
	if (figures.length > batch) throw refused(`oker: one push takes ${batch} rows. Send fewer.`);
	const ended = new Map(figures.flatMap(refusedAtOnce));
	const due = figures.filter((figure) => !ended.has(figure));
	const failure = due.length === 0 ? null : await failureOf(sendAll(http, due, ended));
	const isAnyTaken = [...ended.values()].some(({ outcome }) => outcome === 'stored');
	if (failure !== null && !(failure instanceof Failure && isAnyTaken)) throw failure;
	const reason = failure instanceof Failure ? failure.message : null;
	return figures.map((figure) => ({
		...figure,
		...(ended.get(figure) ?? { outcome: 'unsent', reason }),
	}));
}

const refusedAtOnce = (figure: StockFigure): readonly (readonly [StockFigure, End])[] => {
	const reason = rowFault(figure);
	return reason === null ? [] : [[figure, { outcome: 'refused', reason }]];
};

async function failureOf(work: Promise<void>): Promise<unknown> {
	const [outcome] = await Promise.allSettled([work]);
	return outcome.status === 'rejected' ? outcome.reason : null;
}

/** No more rows in one call than the gateway takes. */
async function sendAll(http: Http, figures: readonly StockFigure[], ended: Push['ended']) {
	const gateway = await gatewayOf(http);
	for (let start = 0; start < figures.length; start += gateway.maxInventoryEntries) {
		const some = figures.slice(start, start + gateway.maxInventoryEntries);
		await save({ http, gateway, ended }, some);
	}
}
