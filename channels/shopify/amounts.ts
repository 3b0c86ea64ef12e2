import { decimalMoney, decimalOf } from '../../domain/money';
import type { Money } from '../../domain/money';
import { currency, flaw, part, text } from '../fields';
import type { Reading } from '../fields';
import type { ShopifyMoneyBag } from './types';

/** In the money of the shop. */
export function amountIn(bag: Reading<ShopifyMoneyBag>): Money {
	const money = part(bag, 'shopMoney');
	const code = currency(money, 'currencyCode');
	const written = text(money, 'amount');
	const amount = decimalMoney(written, code);
	if (amount === null && written !== '') flaw(money, 'amount', 'an amount');
	return amount ?? { minor: 0, currency: code };
}

/** As Shopify takes it. */
export const moneyBag = (money: Money): ShopifyMoneyBag => ({
	shopMoney: { amount: decimalOf(money), currencyCode: money.currency },
});
