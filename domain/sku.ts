const longest = 255;

/** Why the text cannot be a SKU, or null when it can. Quotes, spaces inside and any alphabet are fine. */
export const skuFault = (sku: string): string | null => {
	if (sku.trim() === '') return 'it is blank';
	if (sku !== sku.trim()) return 'it starts or ends with a space';
	if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(sku))
		return 'it holds a line break or another control character';
	if (!sku.isWellFormed()) return 'it holds half a character';
	if ([...sku].length > longest) return `it is longer than ${longest} characters`;
	return null;
};

/** The text as a message may show it: on one line, quoted, cut. */
export const shown = (text: string): string =>
	JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
