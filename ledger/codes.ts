import { refused } from '../domain/failure';
import { oneLine } from '../domain/oneLine';
import { shown } from '../domain/sku';

/** A number that the hub gives itself, such as M-000012. */
export const numbered = (prefix: string, id: number) => `${prefix}-${String(id).padStart(6, '0')}`;

const longest = 60;

/** A code that a person gives instead; refuses what could be taken for something else. */
export function usable(code: string, prefix: string): string {
	const refuse = (why: string) => refused(`The code ${shown(code)} is not usable: ${why}.`);
	if (code.trim() === '' || code !== oneLine(code).trim()) {
		throw refuse('it is blank, or begins or ends with a space or holds a line break');
	}
	if (code.length > longest) throw refuse(`it is longer than ${longest} characters`);
	if (code.startsWith(`${prefix}-`) && /^\d+$/.test(code.slice(prefix.length + 1))) {
		throw refuse('the hub gives such numbers itself. Leave it out');
	}
	return code;
}
