/** Amounts on the wire are decimal numbers of major units; all currencies of the sandbox have two decimals. */
export const minor = (major: number): number => Math.round(major * 100);
export const major = (amount: number): number => amount / 100;

export const sum = (amounts: readonly number[]): number =>
	amounts.reduce((total, amount) => total + amount, 0);
