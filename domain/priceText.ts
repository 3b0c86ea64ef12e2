import { placesOf, type Money } from './money';

/** The amount in the text, or why there is none. */
export type AmountRead = { readonly amount: Money } | { readonly fault: string };

const fault = (text: string) => ({ fault: text });

/** Digits, and behind the last separator those that may be decimals. */
interface Written {
	readonly whole: string;
	readonly decimals: string;
}

const grouped = /^\d{1,3}(?:([.,' \u00a0\u202f])\d{3})(?:\1\d{3})*$/;

/**
 * Reads an amount as people and spreadsheets write it, with a point or a comma, with or without thousands, and never through
 * floating point. Where two readings are possible, such as in 1.234, it is refused: one of them is a thousand times the other.
 */
export function amountIn(text: string, currency: string): AmountRead {
	if (text === '') return fault('it has no amount');
	const places = placesOf(currency);
	const written = writtenIn(text, places);
	if (typeof written === 'string') return fault(written);
	const { whole, decimals } = written;
	const used = decimals.replace(/0+$/, '');
	if (used.length > places) {
		return fault(`"${text}" has more decimals than ${currency} has`);
	}
	const digits = `${whole}${used.padEnd(places, '0')}`;
	const minor = Number(digits);
	if (!Number.isSafeInteger(minor)) return fault(`"${text}" is too large`);
	return { amount: { minor, currency } };
}

function writtenIn(text: string, places: number): Written | string {
	if (/^\d+$/.test(text)) return { whole: text, decimals: '' };
	const [, whole, separator, decimals] = /^(.*\d)([.,])(\d+)$/.exec(text) ?? [];
	if (whole === undefined || separator === undefined || decimals === undefined) {
		return grouped.test(text) ? { whole: digitsOf(text), decimals: '' } : noAmount(text);
	}
	if (/^\d+$/.test(whole)) return oneSeparator(text, { whole, decimals }, places);
	// The same separator twice stands between thousands; two kinds: the last one begins the decimals.
	if (whole.includes(separator)) {
		return grouped.test(text) ? { whole: digitsOf(text), decimals: '' } : noAmount(text);
	}
	return grouped.test(whole) ? { whole: digitsOf(whole), decimals } : noAmount(text);
}

function oneSeparator(text: string, written: Written, places: number): Written | string {
	const { whole, decimals } = written;
	const mayBeThousands = decimals.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
	if (!mayBeThousands) return written;
	if (places === 0) return { whole: `${whole}${decimals}`, decimals: '' };
	return `"${text}" may be ${whole}${decimals} or a little more than ${whole}; write it without the separator, or with two decimals`;
}

const digitsOf = (text: string) => text.replaceAll(/\D/g, '');

const noAmount = (text: string) => `"${text}" is no amount; write it like 99.50`;
