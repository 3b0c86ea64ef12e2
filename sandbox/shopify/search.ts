import { badRequest, notPlayed } from './refusal';

/** What a row has under a field of the search language. */
export type Indexed = string | number | boolean | null | readonly string[];

/** Fields of the search language by name; instants are epoch ms. */
export type SearchFields<Row> = Readonly<Record<string, (row: Row) => Indexed>>;

type Test<Row> = (row: Row) => boolean;

const tokenPattern = /\s*(?:(\()|(\))|((?:[^\s()"'\\]|\\.|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')+))/y;

const tokensOf = (query: string): readonly string[] => {
	const tokens: string[] = [];
	tokenPattern.lastIndex = 0;
	while (tokenPattern.lastIndex < query.trimEnd().length) {
		const found = tokenPattern.exec(query);
		if (!found) throw badRequest(`the sandbox cannot read the search ${query}`);
		tokens.push((found[1] ?? found[2] ?? found[3] ?? '').trim());
	}
	return tokens;
};

const unescaped = (text: string) => text.replace(/\\(.)/g, '$1');

const unquoted = (text: string) => {
	const [, , inside] = /^(["'])([\s\S]*)\1$/.exec(text) ?? [];
	return unescaped(inside ?? text);
};

/** The terms of a text: searches do not know case, nor what is between words (reference/shopify.md 6). */
const termsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];

const hasTerms = (text: string, wanted: readonly string[], isPrefix: boolean) => {
	const terms = termsOf(text);
	return terms.some((_, at) =>
		wanted.every((term, offset) => {
			const found = terms[at + offset] ?? '';
			return isPrefix && offset === wanted.length - 1 ? found.startsWith(term) : found === term;
		}),
	);
};

const isText = (indexed: Indexed, value: string) => {
	const wanted = termsOf(value);
	if (wanted.length === 0) return false;
	const isPrefix = value.endsWith('*');
	return [indexed ?? []].flat().some((text) => hasTerms(String(text), wanted, isPrefix));
};

const compared: Readonly<Record<string, (left: number, right: number) => boolean>> = {
	'>=': (left, right) => left >= right,
	'<=': (left, right) => left <= right,
	'>': (left, right) => left > right,
	'<': (left, right) => left < right,
	'': (left, right) => left === right,
};

const numberOf = (value: string) => {
	const number = /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : Date.parse(value);
	if (Number.isNaN(number)) throw badRequest(`${value} is neither a number nor an instant`);
	return number;
};

const termTest = <Row>(term: string, fields: SearchFields<Row>): Test<Row> => {
	const [, name = '', comparator = '', rest = ''] =
		/^(\w+):(>=|<=|>|<)?([\s\S]*)$/.exec(term) ?? [];
	const indexed = fields[name];
	// Shopify leaves out what it does not know, which would hide a mistake.
	if (!indexed) throw notPlayed(`the search for ${term}`);
	const value = unquoted(rest);
	if (comparator !== '' || typeof indexed === 'undefined') {
		const isSo = compared[comparator];
		const limit = numberOf(value);
		return (row) => isSo?.(Number(indexed(row)), limit) ?? false;
	}
	return (row) => {
		const found = indexed(row);
		if (typeof found === 'number') return found === numberOf(value);
		if (typeof found === 'boolean') return String(found) === value.toLowerCase();
		// A comma separates values that are all right (as `product_status:ACTIVE,DRAFT`); quotes keep it.
		const values = rest === value ? value.split(',') : [value];
		return values.some((one) => isText(found, one));
	};
};

/** Blank is AND, which binds closer than OR; the latter is a guess (reference/shopify.md 6). */
const reader = <Row>(tokens: readonly string[], fields: SearchFields<Row>) => {
	let at = 0;
	const one = (): Test<Row> => {
		const token = tokens[at++] ?? '';
		if (token === 'NOT') {
			const test = one();
			return (row) => !test(row);
		}
		if (token === '(') {
			const inside = anyOf();
			if (tokens[at++] !== ')') throw badRequest('a bracket is not closed');
			return inside;
		}
		if (!token.startsWith('-')) return termTest(token, fields);
		const test = termTest(token.slice(1), fields);
		return (row) => !test(row);
	};
	const allOf = (): Test<Row> => {
		const tests = [one()];
		while (at < tokens.length && tokens[at] !== 'OR' && tokens[at] !== ')') {
			if (tokens[at] === 'AND') at += 1;
			tests.push(one());
		}
		return (row) => tests.every((test) => test(row));
	};
	const anyOf = (): Test<Row> => {
		const tests = [allOf()];
		while (tokens[at] === 'OR') {
			at += 1;
			tests.push(allOf());
		}
		return (row) => tests.some((test) => test(row));
	};
	return anyOf();
};

/** What a search string wants, as far as the product uses the language (reference/shopify.md 6). */
export const searchTest = <Row>(
	query: string | null | undefined,
	fields: SearchFields<Row>,
): Test<Row> => {
	const tokens = tokensOf(query ?? '');
	return tokens.length === 0 ? () => true : reader(tokens, fields);
};
