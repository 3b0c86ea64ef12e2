import type { HandOver } from '../../domain/oms';
import type { LineUnits } from '../../domain/omsUnits';
import type { Reading } from '../fields';
import { rowsOrNone, text, textOrNull } from '../fields';
import { handOverCode } from '../handOverCode';
import type { OmnifulField, OmnifulOrder } from './types';

/** Omniful says no limit; so long a code is read by people and scanners. */
const longestId = 60;

/** The `order_id` of an order, the same whenever it is handed over: Omniful takes no second order with it, for ever. */
export const orderId = (handOver: HandOver): string => handOverCode(handOver, longestId);

const keyField = 'Order Hub';
const lineField = /^Order Hub line \d+$/;

/** Units of one of the channel's lines, and the SKU as which Omniful has them. */
export interface SkuUnits extends LineUnits {
	readonly sku: string;
}

/** By which the hub knows its order again, and the channel's lines in it: Omniful's lines have SKUs alone. */
export const marksOf = ({ key, lines }: HandOver): readonly OmnifulField[] => [
	{ key: keyField, value: key },
	...lines.map(({ line, listing, quantity }, at) => ({
		key: `${keyField} line ${at + 1}`,
		value: JSON.stringify([line, listing, quantity]),
	})),
];

/** `HandOver.key`, or null where the order is not the hub's. */
export function keyIn(order: Reading<OmnifulOrder>): string | null {
	const field = rowsOrNone(order, 'external_fields').find(({ fields }) => fields.key === keyField);
	return field === undefined ? null : textOrNull(field, 'value');
}

/** What was handed over; a flaw where a mark is not as the hub wrote it. */
export const linesIn = (order: Reading<OmnifulOrder>): readonly SkuUnits[] =>
	rowsOrNone(order, 'external_fields')
		.filter(({ fields }) => lineField.test(String(fields.key)))
		.flatMap((field) => {
			const [line, sku, quantity] = listIn(text(field, 'value'));
			const isWhole = typeof line === 'string' && typeof sku === 'string';
			if (isWhole && typeof quantity === 'number') return [{ line, sku, quantity }];
			order.flaws.push(`${field.path}value is not what Order Hub wrote`);
			return [];
		});

function listIn(written: string): readonly unknown[] {
	const isList = /^\[.*\]$/s.test(written);
	const parsed: unknown = isList ? safely(written) : null;
	return Array.isArray(parsed) ? parsed : [];
}

/** Null for what is no JSON. */
function safely(written: string): unknown {
	try {
		return JSON.parse(written);
	} catch {
		return null;
	}
}
