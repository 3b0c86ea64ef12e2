/** Of a currency: its code and its decimals. */
export interface Currency {
	readonly code: string;
	readonly digits: number;
}

/** Yen have no decimals; no other currency of a marketplace differs. */
export const currencyOf = (code: string): Currency => ({ code, digits: code === 'JPY' ? 0 : 2 });

export const minorUnits = (major: number, { digits }: Currency) => Math.round(major * 10 ** digits);

export const decimal = (minor: number, { digits }: Currency) =>
	(minor / 10 ** digits).toFixed(digits);

/** One rate for all: what Amazon makes of several is not needed. */
const taxRate = 0.05;

const breakup = (minor: number, currency: Currency) => {
	const amount = (value: number) => ({
		value: decimal(value, currency),
		currencyCode: currency.code,
	});
	return { baseAmount: amount(minor), discountAmount: amount(0), netAmount: amount(minor) };
};

export type ChargeType = 'PRODUCT' | 'SHIPPING' | 'TOTAL';

/** From an amount with tax. Base is before tax, total with tax (reference/amazon-seller-flex.md 6.2). */
export const charge = (chargeType: ChargeType, gross: number, currency: Currency) => {
	const base = Math.round(gross / (1 + taxRate));
	const tax = breakup(gross - base, currency);
	return {
		baseCharge: breakup(base, currency),
		taxBreakup: [{ type: 'VAT', rate: String(taxRate), charge: tax }],
		totalCharge: breakup(gross, currency),
		totalTax: { type: 'TOTAL', rate: String(taxRate), charge: tax },
		chargeType,
	};
};
