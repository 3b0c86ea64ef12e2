/** Of these a hundred is not what makes a whole. */
const threeDigits = ['BHD', 'KWD', 'OMR'];

export const digitsOf = (currency: string) => (threeDigits.includes(currency) ? 3 : 2);

export const minorUnits = (amount: number, currency: string) =>
	Math.round(amount * 10 ** digitsOf(currency));

export const moneyText = (minor: number, currency: string) =>
	(minor / 10 ** digitsOf(currency)).toFixed(digitsOf(currency));
