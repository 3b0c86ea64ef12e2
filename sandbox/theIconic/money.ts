/** Prices are numbers of major units (reference/the-iconic-sellercenter.md 4). */
export const cents = (major: number): number => Math.round(major * 100);
export const major = (amount: number): number => amount / 100;

/** That prices hold the tax is a guess (reference/the-iconic-sellercenter.md 7, 13). */
export const taxIn = (amount: number, percent: number): number =>
	Math.round((amount * percent) / (100 + percent));

export const sum = (amounts: readonly number[]): number =>
	amounts.reduce((total, amount) => total + amount, 0);
