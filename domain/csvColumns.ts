import { refused } from './failure';
import { shown } from './sku';

/** What a column may be called in a header; the first name is the one to tell people. */
export type ColumnNames<Name extends string> = Readonly<Record<Name, readonly string[]>>;

/**
 * Where each column stands in the header, whatever its order. Upper and lower case, spaces, `_` and `-` make no difference, and
 * columns of other names are left aside. Refuses a header that lacks a needed column or has one twice.
 */
export function columnsIn<Name extends string>(
	header: readonly string[],
	names: ColumnNames<Name>,
	needed: readonly NoInfer<Name>[],
): ReadonlyMap<Name, number> {
	const found = new Map<Name, number>();
	for (const [name, spellings] of Object.entries(names) as [Name, readonly string[]][]) {
		const known = spellings.map(plain);
		const at = header.flatMap((cell, column) => (known.includes(plain(cell)) ? [column] : []));
		const [first, second] = at;
		if (second !== undefined) {
			throw refused(
				`The header has two columns for ${name}: ${at.map((column) => shown(header[column] ?? '')).join(' and ')}. Leave one of them out.`,
			);
		}
		if (first !== undefined) found.set(name, first);
		else if (needed.includes(name)) {
			throw refused(
				`The header has no column for ${name}. Name it one of: ${spellings.join(', ')}. It has: ${header.map(shown).join(', ')}.`,
			);
		}
	}
	return found;
}

const plain = (name: string) => name.toLowerCase().replaceAll(/[\s_-]/g, '');
