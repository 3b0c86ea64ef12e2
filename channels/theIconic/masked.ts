/** The marketplace writes `#` for what it keeps to itself; a part of a phone number is none (reference/the-iconic-sellercenter.md 7). */
const mask = /^#$|##/;

/** The text, or null where it is masked or missing. */
export const unmasked = (text: string | null): string | null =>
	text === null || mask.test(text) ? null : text;
