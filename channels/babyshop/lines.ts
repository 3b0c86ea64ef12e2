import type { Money } from '../../domain/money';
import type { OrderLine } from '../../domain/order';
import { rows } from '../fields';
import type { Reading } from '../fields';
import type { MemoLine } from './memo';
import { cancelledCodes } from './statuses';
import type { BabyshopLine, BabyshopOrder } from './types';
import { amount, units, unitsOrNone, word, wordOrNull } from './values';

/** A line as the hub has it, and what telling the channel of it needs. */
export interface Line {
	readonly line: OrderLine;
	readonly memo: MemoLine;
}

/** What the order says for all of its lines. */
interface Common {
	readonly currency: string;
	readonly isCancelled: boolean;
}

/** Every line once; all of each is cancelled where the order is. */
export function linesOf(order: Reading<BabyshopOrder>, common: Common): readonly Line[] {
	const lines = rows(order, 'orderItems').map((row) => lineOf(row, common));
	if (lines.length === 0 && order.flaws.length === 0) order.flaws.push('orderItems has no line');
	const ids = new Set(lines.map(({ line }) => line.id));
	if (ids.size < lines.length) order.flaws.push('orderItems has a line number twice');
	return lines;
}

function lineOf(from: Reading<BabyshopLine>, { currency, isCancelled }: Common): Line {
	const id = word(from, 'lineNo' in from.fields ? 'lineNo' : 'lineno');
	const code = word(from, 'skuCode');
	const ordered = units(from, 'orderQty');
	const isOff = isCancelled || cancelledCodes.includes(wordOrNull(from, 'lineStatus') ?? '');
	const cancelled = isOff ? ordered : Math.min(ordered, unitsOrNone(from, 'cancelledQty'));
	return {
		line: {
			id,
			// Which of the seller's codes it is differs by marketplace (reference/babyshop-vinculum.md 8.2, 16).
			listing: code,
			sku: code,
			title: wordOrNull(from, 'skuName') ?? code,
			ordered,
			cancelled,
			unitPrice: unitPaid(from, ordered, currency),
		},
		memo: {
			id,
			open: ordered - cancelled,
			invoice: wordOrNull(from, 'invoiceNo'),
			awb: wordOrNull(from, 'awbNo'),
			carrier: wordOrNull(from, 'transName'),
		},
	};
}

/** The amount of a line is after its discount, its unit price before (reference/babyshop-vinculum.md 8.2). */
function unitPaid(from: Reading<BabyshopLine>, ordered: number, currency: string): Money {
	if (wordOrNull(from, 'lineAmount') === null) return amount(from, 'unitPrice', currency);
	const { minor } = amount(from, 'lineAmount', currency);
	return { minor: Math.round(minor / (ordered || 1)), currency };
}
