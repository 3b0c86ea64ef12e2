import { refused } from '../../domain/failure';
import type { StockFigure, StockReceipt } from '../../domain/stockFigure';
import type { Http } from '../connector';
import { ask } from './answer';
import { answersIn } from './inventories';
import type { AnswerTo, RowAnswer } from './inventories';
import { sellerOf } from './seller';
import { updateInventory } from './stockRequests';
import type { StockToTell } from './stockRequests';
import { stockWrite } from './stockWrite';

/** The most that Amazon takes in one call (reference/amazon-seller-flex.md 10). */
export const batch = 10;

type End = Pick<StockReceipt, 'outcome' | 'reason'>;

/** Figures are absolute and ordered by their sequence, so what was not answered may be sent again. */
export async function push(
	http: Http,
	figures: readonly StockFigure[],
): Promise<readonly StockReceipt[]> {
	if (figures.length > batch) {
		throw refused(`amazonSellerFlex: one push takes ${batch} rows. Send fewer.`);
	}
	const rows = figures.map((figure) => ({ figure, write: stockWrite(figure) }));
	const writes = rows.flatMap(({ write }) => (typeof write === 'string' ? [] : [write]));
	const answerTo = writes.length === 0 ? unasked : await told(http, writes);
	return rows.map(({ figure, write }) => ({
		...figure,
		...(typeof write === 'string'
			? { outcome: 'refused' as const, reason: write }
			: endOf(answerTo(write))),
	}));
}

const unasked: AnswerTo = () => null;

async function told(http: Http, writes: readonly StockToTell[]): Promise<AnswerTo> {
	const request = updateInventory(sellerOf(http).marketplaceId, writes);
	const { body } = await ask(http, request, 'the stock figures');
	return answersIn(body);
}

function endOf(answer: RowAnswer | null): End {
	if (answer === null) {
		return {
			outcome: 'unsent',
			reason: 'Amazon does not say how it took the row. It is sent again.',
		};
	}
	const { status, words } = answer;
	if (status >= 200 && status < 300) return { outcome: 'stored', reason: null };
	if (status === 409) {
		return {
			outcome: 'unsent',
			reason: `Amazon has a newer figure of it (${words}). It is sent again with a newer number.`,
		};
	}
	if (status === 429 || status >= 500 || !Number.isFinite(status)) {
		return {
			outcome: 'unsent',
			reason: `Amazon could not take it now (${words}). It is sent again.`,
		};
	}
	return { outcome: 'refused', reason: `Amazon refused it (${words}). ${adviceFor(answer)}` };
}

const advice: Readonly<Record<string, string>> = {
	INVALID_SKU: 'List the SKU in this marketplace, or correct the seller SKU in the catalog file.',
	PRODUCT_VALIDATION_FAILURE: 'Complete size and weight of the product in Seller Central.',
	PRODUCT_ATTRIBUTE_VALIDATION_FAILURE:
		'Complete size and weight of the product in Seller Central.',
};

const adviceFor = ({ error, status }: RowAnswer) =>
	advice[error] ??
	(status === 403
		? 'Look whether the Seller Flex Hub ID in Hub Mapping is one of the seller.'
		: 'Look at the SKU in Seller Flex.');
