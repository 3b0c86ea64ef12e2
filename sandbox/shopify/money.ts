/** Thousandths are enough for every currency, and keep sums free of crumbs. */
export const rounded = (amount: number) => Math.round(amount * 1000) / 1000;

/** As Shopify writes a decimal: at least one digit behind the point. */
export const decimal = (amount: number): string => {
	const text = String(rounded(amount));
	return text.includes('.') ? text : `${text}.0`;
};

const moneyOf = (amount: number, currencyCode: string) => ({
	__typename: 'MoneyV2',
	amount: decimal(amount),
	currencyCode,
});

/** The shop's currency is the customer's, too: no rates are played. */
export const moneyBag = (amount: number, currencyCode: string) => ({
	__typename: 'MoneyBag',
	shopMoney: moneyOf(amount, currencyCode),
	presentmentMoney: moneyOf(amount, currencyCode),
});

export const sumOf = <Row>(rows: readonly Row[], amountOf: (row: Row) => number): number =>
	rounded(rows.reduce((sum, row) => sum + amountOf(row), 0));
