import { tokensOf } from './jsonTokens';
import type { Token } from './jsonTokens';

/** One pair of a JSON object. `value` is null where it is no text. */
export interface Pair {
	readonly name: string;
	readonly at: number;
	readonly value: string | null;
	/** What the value is, such as `a number`. */
	readonly kind: string;
	readonly valueAt: number;
}

export type Scanned =
	/** In order, also those whose name stands twice: a parser would keep the last of them and say nothing. */
	| { readonly pairs: readonly Pair[] }
	/** It is JSON, and no object. */
	| { readonly kind: string; readonly at: number }
	/** It is no JSON: `wanted` should stand there. */
	| { readonly wanted: string; readonly at: number };

/** The pairs of a text that should be one flat JSON object. */
export function pairsIn(text: string): Scanned {
	const { tokens, rest } = tokensOf(text);
	const end = { written: '', at: rest ?? text.length };
	const at = (index: number): Token => tokens[index] ?? end;
	const first = at(0);
	if (first.written !== '{') return otherThanObject(first);
	const pairs: Pair[] = [];
	let index = 1;
	if (at(1).written === '}') index = 2;
	else {
		for (let more = true; more; ) {
			const name = at(index);
			if (!isText(name)) return wanted('a name in double quotes', name);
			if (at(index + 1).written !== ':') return wanted('a colon', at(index + 1));
			const value = at(index + 2);
			if (isEndOrSign(value)) return wanted('a value', value);
			pairs.push(pairOf(name, value));
			index = afterValue(at, index + 2);
			if (!/^[,}]$/.test(at(index).written)) return wanted('a comma or }', at(index));
			more = at(index).written === ',';
			index += 1;
		}
	}
	return index < tokens.length || rest !== null ? wanted('the end', at(index)) : { pairs };
}

const wanted = (what: string, { at }: Token) => ({ wanted: what, at });

const isText = ({ written }: Token) => written.startsWith('"');

/** What begins no value. */
const isEndOrSign = ({ written }: Token) => written === '' || /^[}\]:,]$/.test(written);

const pairOf = (name: Token, value: Token): Pair => ({
	name: textIn(name),
	at: name.at,
	value: isText(value) ? textIn(value) : null,
	kind: kindOf(value),
	valueAt: value.at,
});

const textIn = ({ written }: Token): string => String(JSON.parse(written));

const kinds: Readonly<Record<string, string>> = {
	'{': 'an object',
	'[': 'a list',
	'"': 'a text',
	t: 'true',
	f: 'false',
	n: 'null',
};

const kindOf = ({ written }: Token): string => kinds[written.charAt(0)] ?? 'a number';

/** Behind the value, whatever is in it. */
function afterValue(at: (index: number) => Token, start: number): number {
	let depth = 0;
	for (let index = start; ; index++) {
		const { written } = at(index);
		if (written === '') return index;
		if (/^[{[]$/.test(written)) depth += 1;
		if (/^[}\]]$/.test(written)) depth -= 1;
		if (depth === 0) return index + 1;
	}
}

const otherThanObject = (first: Token) =>
	isEndOrSign(first) ? wanted('an object in braces', first) : { kind: kindOf(first), at: first.at };
