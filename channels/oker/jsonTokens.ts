/** A piece of JSON, and where it begins in the text. */
export interface Token {
	/** Of a text, a number or a word: as it is written. */
	readonly written: string;
	readonly at: number;
}

const piece =
	/[ \t\r\n]*(?:([{}[\]:,])|("(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/uy;

/** The pieces of the text in order, as far as they are JSON; `rest` is where it is none any more, or null at its end. */
export function tokensOf(text: string): {
	readonly tokens: readonly Token[];
	readonly rest: number | null;
} {
	const tokens: Token[] = [];
	let end = 0;
	for (;;) {
		piece.lastIndex = end;
		const found = piece.exec(text);
		if (found === null) break;
		end = piece.lastIndex;
		const written = found[1] ?? found[2] ?? found[3] ?? '';
		tokens.push({ written, at: end - written.length });
	}
	const blank = /^[ \t\r\n]*/.exec(text.slice(end))?.[0].length ?? 0;
	return { tokens, rest: end + blank < text.length ? end + blank : null };
}
