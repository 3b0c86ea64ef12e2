import { decimalMoney } from '../../domain/money';
import type { Money } from '../../domain/money';
import { currency, flaw, part, rowsOrNone, text, units } from '../fields';
import type { Reading } from '../fields';
import type { AmazonAmount, AmazonCharge, AmazonLine } from './types';

/** An amount of Amazon: a decimal number as text. */
export function moneyIn(from: Reading<AmazonAmount>): Money {
	const code = currency(from, 'currencyCode');
	const money = decimalMoney(text(from, 'value'), code);
	if (money === null) flaw(from, 'value', 'a decimal number');
	return money ?? { minor: 0, currency: code };
}

interface Charged {
	readonly charges: readonly AmazonCharge[] | null;
}

/** What was paid with tax and after discounts, by type; types that nobody knew are there, too. */
export const chargesOf = (
	from: Reading<Charged>,
): readonly { readonly type: string; readonly paid: Money }[] =>
	rowsOrNone(from, 'charges').map((charge) => ({
		type: text(charge, 'chargeType'),
		paid: moneyIn(part(part(charge, 'totalCharge'), 'netAmount')),
	}));

/** Null where nothing is charged, as for a replacement. */
export function sum(amounts: readonly Money[]): Money | null {
	const [first] = amounts;
	if (first === undefined) return null;
	return { ...first, minor: amounts.reduce((total, { minor }) => total + minor, 0) };
}

/**
 * What was paid for one unit of the line, null where Amazon charges nothing. A charge reads as one for all units
 * (reference/amazon-seller-flex.md 6.2, 17).
 */
export function unitPaid(line: Reading<AmazonLine>): Money | null {
	const product = chargesOf(line).filter(({ type }) => type === 'PRODUCT');
	const all = sum(product.map(({ paid }) => paid));
	return all && { ...all, minor: Math.round(all.minor / (units(line, 'numberOfUnits') || 1)) };
}
