import type { FilterField } from './routing';

interface Range {
	readonly from: string;
	readonly to: string;
}

type Matches = (value: string, fact: string) => boolean;

/** Without case. The Turkish i with and without a dot is one letter: channels write İstanbul, Istanbul and istanbul. */
const folded = (text: string) =>
	text
		.trim()
		.normalize('NFC')
		.toLowerCase()
		.replace(/i\u0307|ı/g, 'i');

const word: Matches = (value, fact) => {
	const [sought, found] = [folded(value), folded(fact)];
	return sought.endsWith('*') ? found.startsWith(sought.slice(0, -1)) : found === sought;
};

/** As a country writes it or without its spaces and dashes: `SW1A 1AA` is `sw1a1aa`. */
const postcodeOf = (text: string) => folded(text).replace(/[\s-]/g, '');

/** The first characters of the postcode, as many as the ends of the range have, so that `1011 AB` is in `1000-1099`. */
const postcode: Matches = (value, fact) => {
	const range = rangeOf(value);
	if (range === null) return word(postcodeOf(value), postcodeOf(fact));
	const [from, to] = [postcodeOf(range.from), postcodeOf(range.to)];
	const length = Math.max(from.length, to.length);
	const found = postcodeOf(fact).slice(0, length);
	return found.length === length && from <= found && (to === '' || found <= to);
};

const amount: Matches = (value, fact) => {
	const { from, to } = rangeOf(value) ?? { from: value, to: value };
	return Number(from || 0) <= Number(fact) && Number(fact) <= Number(to || Infinity);
};

/** Both ends as written, '' for one left out; null where it is no range. */
const rangeOf = (value: string): Range | null => {
	const ends = /^([^-]*)-([^-]*)$/.exec(value.trim());
	return ends === null ? null : { from: ends[1]?.trim() ?? '', to: ends[2]?.trim() ?? '' };
};

const matching: Partial<Record<FilterField, Matches>> = {
	postcode,
	value: amount,
	weight: amount,
};

/** Whether what the order has is what the filter's value asks for. */
export const matches = (field: FilterField, value: string, fact: string): boolean =>
	(matching[field] ?? word)(value, fact);

/** Why the value cannot be read, with its cure, or null when it can. */
export function valueFault(field: FilterField, value: string): string | null {
	if (value.trim() === '') return 'Give it a text, or leave it out.';
	if (field === 'value' || field === 'weight') return amountFault(value);
	return field === 'postcode' ? postcodeFault(value) : null;
}

const amountFault = (value: string) => {
	const ends = rangeOf(value) ?? { from: value.trim(), to: value.trim() };
	const written = [ends.from, ends.to].filter((end) => end !== '');
	const isRead = written.length > 0 && written.every((end) => /^\d+(\.\d+)?$/.test(end));
	if (!isRead) return 'Write a range such as 100-500, 500- or -500.';
	return Number(ends.from) > Number(ends.to || Infinity) ? 'Write the smaller end first.' : null;
};

const postcodeFault = (value: string) => {
	const range = rangeOf(value);
	if (range === null) return null;
	const [from, to] = [postcodeOf(range.from), postcodeOf(range.to)];
	const isRead = [from, to].every((end) => /^[\p{L}\d]*$/u.test(end));
	const fits = from === '' || to === '' ? from !== to : from.length === to.length;
	if (!isRead || !fits) {
		return 'Write a range with ends of the same length, such as 34000-34999, and a single postcode without its dash.';
	}
	return to !== '' && from > to ? 'Write the smaller end first.' : null;
};
