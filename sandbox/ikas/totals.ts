import { cents, isOpen, taxIn } from './lines';
import type { RawLine, RawOrder } from './raw';

type Totals = Pick<
	RawOrder,
	| 'totalPrice'
	| 'totalFinalPrice'
	| 'netTotalFinalPrice'
	| 'itemCount'
	| 'paymentMethods'
	| 'shippingLines'
	| 'taxLines'
>;

const sum = (lines: readonly RawLine[]) =>
	cents(lines.reduce((total, { price, quantity }) => total + price * quantity, 0));

/** Shipping is free from 750 on, as in many Turkish shops. */
const shippingCharge = (goods: number) => (goods >= 750 ? 0 : 49.9);

/**
 * What the order costs; what was cancelled still counts in `totalFinalPrice` and no longer in `netTotalFinalPrice`.
 * A guess: the reference says only "before" and "after adjustments" (reference/ikas.md 8.1).
 */
export const totalsOf = (lines: readonly RawLine[], paidBy = 'CREDIT_CARD'): Totals => {
	const ordered = lines.filter(({ deleted }) => !deleted);
	const goods = sum(ordered);
	const price = shippingCharge(goods);
	const total = cents(goods + price);
	return {
		totalPrice: goods,
		totalFinalPrice: total,
		netTotalFinalPrice: cents(sum(ordered.filter(isOpen)) + price),
		itemCount: ordered.length,
		paymentMethods: [{ type: paidBy, price: total }],
		shippingLines: [{ title: 'Standart Kargo', price, finalPrice: price }],
		taxLines: [{ price: taxIn(total), rate: 20 }],
	};
};
