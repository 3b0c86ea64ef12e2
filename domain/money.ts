/** Minor units of a currency (ISO 4217): `{ minor: 1999, currency: 'TRY' }` is 19.99 lira. */
export interface Money {
	readonly minor: number;
	readonly currency: string;
}

const decimalsOf: Readonly<Record<string, number>> = {
	...Object.fromEntries(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map((code) => [code, 3])),
	...Object.fromEntries(
		[
			'BIF',
			'CLP',
			'DJF',
			'GNF',
			'ISK',
			'JPY',
			'KMF',
			'KRW',
			'PYG',
			'RWF',
			'UGX',
			'VND',
			'VUV',
			'XAF',
			'XOF',
			'XPF',
		].map((code) => [code, 0]),
	),
};

/** How many decimals amounts in the currency have. */
export const placesOf = (currency: string) => decimalsOf[currency] ?? 2;

const scaleOf = (currency: string) => 10 ** placesOf(currency);

/** From major units as channels write them (19.99), rounded to the nearest minor unit. */
export const money = (major: number, currency: string): Money => ({
	minor: Math.round(Number((major * scaleOf(currency)).toPrecision(15))),
	currency,
});

/** The same from a decimal number as text ('19.99'), without a step through floating point; null where it is none. */
export function decimalMoney(major: string, currency: string): Money | null {
	const [, sign, whole = '', fraction = ''] = /^(-?)(\d{1,12})(?:\.(\d+))?$/.exec(major) ?? [];
	if (sign === undefined) return null;
	const places = placesOf(currency);
	const digits = fraction.padEnd(places + 1, '0');
	const minor = Number(whole + digits.slice(0, places)) + (digits.charAt(places) >= '5' ? 1 : 0);
	return { minor: sign === '-' && minor !== 0 ? -minor : minor, currency };
}

/** The other way round, with all places that the currency has: '19.90'. */
export function decimalOf({ minor, currency }: Money): string {
	const places = placesOf(currency);
	const digits = String(Math.abs(minor)).padStart(places + 1, '0');
	const at = digits.length - places;
	const sign = minor < 0 ? '-' : '';
	return `${sign}${digits.slice(0, at)}${places === 0 ? '' : `.${digits.slice(at)}`}`;
}

/** Back to major units, for channels and people. */
export const major = ({ minor, currency }: Money): number => minor / scaleOf(currency);
