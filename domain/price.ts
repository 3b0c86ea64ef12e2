import type { Money } from './money';

/** What a listing is to cost. */
export interface Price {
	readonly listing: string;
	readonly price: Money;
}

/** How the channel took a price. What is `unsent` is sent again. */
export interface PriceReceipt extends Price {
	readonly outcome: 'accepted' | 'refused' | 'unsent';
	readonly reason: string | null;
}

/** Why a listing cannot cost this, or null when it can. */
export function priceFault({ minor, currency }: Money): string | null {
	if (!/^[A-Z]{3}$/.test(currency)) return `"${currency}" is no currency of three letters`;
	if (!Number.isSafeInteger(minor)) return 'the price has no exact amount';
	return minor > 0 ? null : 'a price has to be above 0';
}
