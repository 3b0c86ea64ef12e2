import { Failure } from '../../domain/failure';
import { isFields } from '../fields';
import type { Fields } from '../fields';

/** The rows of an answer as they came. An empty list also comes as null, as `{}` or not at all (reference/babyshop-vinculum.md 3). */
export function listIn(body: Fields, name: string): readonly unknown[] {
	const list = body[name];
	if (Array.isArray(list)) return list;
	const isEmpty = list === null || list === undefined;
	if (isEmpty || (isFields(list) && Object.keys(list).length === 0)) return [];
	throw new Failure(
		'malformed',
		`babyshop: the answer is not as expected: ${name} is not a list. Try again later.`,
	);
}
