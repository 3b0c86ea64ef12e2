import {
	isFields,
	part,
	partOrNull,
	reading,
	rows,
	rowsOrNone,
	sound,
	text,
	textOrNull,
} from '../fields';
import type { Fields, Reading } from '../fields';
import { said } from './said';
import type { StockPlace } from './stockRequests';
import type { AmazonFigure, AmazonInventories, AmazonInventory } from './types';

/** How Amazon answered one row of a batch; the answer as a whole is good even when every row failed. */
export interface RowAnswer {
	readonly status: number;
	/** Such as `INVALID_SKU: The requested Sku does not exist ...`. */
	readonly words: string;
	/** `INVALID_SKU` and the like; '' where there is none. */
	readonly error: string;
	/** Units that customers are offered, or null where it does not say. */
	readonly sellable: number | null;
}

/** Finds the answer to a row by SKU and location, since the order is not promised: each once. */
export type AnswerTo = (place: StockPlace) => RowAnswer | null;

export function answersIn(body: Fields): AnswerTo {
	const from = reading<AmazonInventories>(body);
	const answers = new Map<string, RowAnswer[]>();
	for (const row of rows(from, 'responses')) {
		const figure = partOrNull(row, 'body');
		if (figure === null || !isFields(figure.fields)) continue;
		const key = keyOf({ sku: text(figure, 'skuId'), location: text(figure, 'locationId') });
		answers.set(key, [...(answers.get(key) ?? []), rowAnswer(row, figure)]);
	}
	sound('amazonSellerFlex', from);
	return (place) => answers.get(keyOf(place))?.shift() ?? null;
}

const keyOf = ({ sku, location }: StockPlace) => JSON.stringify([sku, location]);

function rowAnswer(row: Reading<AmazonInventory>, figure: Reading<AmazonFigure>): RowAnswer {
	const { statusCode, reasonPhrase } = part(row, 'status').fields;
	const { sellableQuantity } = figure.fields;
	const [error] = rowsOrNone(figure, 'actionableErrors');
	const type = error === undefined ? '' : text(error, 'errorType');
	const details = error === undefined ? null : textOrNull(error, 'errorSubType');
	const phrase = typeof reasonPhrase === 'string' ? reasonPhrase : null;
	return {
		status: Number(statusCode),
		words: said([type || phrase, details].filter(Boolean).join(': ')),
		error: type,
		sellable: typeof sellableQuantity === 'number' ? sellableQuantity : null,
	};
}
