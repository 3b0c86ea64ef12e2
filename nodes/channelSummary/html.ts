import { escaped } from '../shared/escaped';

/** Markup that is safe as it stands. Made by `markup` alone. */
export interface Html {
	readonly html: string;
}

type Part = Html | string | number | null | false | readonly Part[];

/** Markup as it is written; whatever is put into it is text, unless `markup` made it. Nothing for null and false. */
export const markup = (written: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
	html: written.reduce((before, text, at) => `${before}${markupOf(parts[at - 1] ?? null)}${text}`),
});

function markupOf(part: Part): string {
	if (part === null || part === false) return '';
	if (typeof part !== 'object') return escaped(String(part));
	return 'html' in part ? part.html : part.map(markupOf).join('');
}

/** What this package itself wrote, such as its style sheet. */
export const asWritten = (html: string): Html => ({ html });
