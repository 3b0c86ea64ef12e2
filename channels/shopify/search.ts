/** A word to search for, whatever is in it (reference/shopify.md 6). */
export const quotedTerm = (word: string): string =>
	`'${word.replace(/[\\'":()]/g, (character) => `\\${character}`)}'`;
