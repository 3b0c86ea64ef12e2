/** A row of a file, with the line on which it begins. The first one is the header. */
export interface CsvRow {
	readonly line: number;
	readonly cells: readonly string[];
}

/** What is no row, with the line where it went wrong and its text, cut. */
export interface CsvFault {
	readonly line: number;
	readonly fault: string;
	readonly text: string;
}

export type CsvRecord = CsvRow | CsvFault;

export interface CsvReader {
	/** Takes the next piece of the text, however it is cut, and gives the records that are whole by now. */
	push(text: string): readonly CsvRecord[];
	/** Gives what is left. */
	end(): readonly CsvRecord[];
}

/** No row is longer. A quote that is not closed by then is taken to be none. */
const longest = 100_000;
const shownOf = 200;

/**
 * Reads comma-separated values as RFC 4180 writes them, also with semicolons, tabs or bars, whichever the header has most of,
 * and with any kind of line end. Blank lines are left out. A row that is none costs no other.
 */
export function csvReader(): CsvReader {
	let rest = '';
	let line = 1;
	let delimiter: string | null = null;
	let width: number | null = null;
	let isFirst = true;
	let isOver = false;

	function* recordsOf(isEnd: boolean): Iterable<CsvRecord> {
		delimiter ??= delimiterOf(rest, isEnd);
		if (delimiter === null) return;
		let at = 0;
		while (at < rest.length && !isOver) {
			const found = recordAt(rest, at, delimiter, isEnd);
			if (found === null) break;
			const text = rest.slice(at, found.end);
			const from = { line: line + found.faultAt, text: text.trimEnd().slice(0, shownOf) };
			const fault = found.fault ?? (isBlank(found.cells) ? null : widthFault(found.cells, width));
			if (fault !== null) yield { line: from.line, fault, text: from.text };
			else if (!isBlank(found.cells)) {
				width ??= found.cells.length;
				yield { line, cells: found.cells };
			}
			line += linesIn(text);
			at = found.end;
			isOver = found.isOver === true;
		}
		rest = isOver ? '' : rest.slice(at);
	}

	return {
		push(text) {
			if (isOver) return [];
			rest += isFirst ? text.replace(/^\uFEFF/, '') : text;
			isFirst &&= text === '';
			return [...recordsOf(false)];
		},
		end: () => [...recordsOf(true)],
	};
}

const isBlank = (cells: readonly string[]) => cells.length === 1 && cells[0]?.trim() === '';

const widthFault = ({ length }: readonly string[], width: number | null) =>
	width === null || length === width
		? null
		: `it has ${length} ${length === 1 ? 'cell' : 'cells'}, the header has ${width}`;

const linesIn = (text: string) => text.match(/\r\n|\r|\n/g)?.length ?? 0;

const delimiters = [',', ';', '\t', '|'];

/** What the header has most of outside of quotes; null while its end has not come. */
function delimiterOf(text: string, isEnd: boolean): string | null {
	const header = /^[\r\n]*(?:[^\r\n"]|"[^"]*")*(?=[\r\n])/.exec(text)?.[0];
	if (header === undefined && !isEnd && text.length <= longest) return null;
	const outside = (header ?? text.slice(0, longest)).replaceAll(/"[^"]*"/g, '');
	const counts = delimiters.map((one) => outside.split(one).length);
	return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
}

interface Found {
	readonly cells: readonly string[];
	/** Where the next record begins. */
	readonly end: number;
	readonly fault: string | null;
	/** How many lines behind the beginning of the record it went wrong. */
	readonly faultAt: number;
	/** Nothing behind it can be read. */
	readonly isOver?: boolean;
}

/** The record that begins there; null while its end has not come. */
function recordAt(text: string, from: number, delimiter: string, isEnd: boolean): Found | null {
	const cells: string[] = [];
	let fault: string | null = null;
	for (let at = from; ; ) {
		const cell = text[at] === '"' ? quotedAt(text, at) : { value: '', end: at };
		if (cell === null) return unclosed(text, from, at, isEnd);
		const end = plainEnd(text, cell.end, delimiter);
		if (end > cell.end && cell.end > at) {
			if (/[\r\n]/.test(text.slice(at, cell.end))) return notClosed(text, from, at);
			fault = 'text follows a closing quote';
		}
		cells.push(cell.value + text.slice(cell.end, end));
		if (text[end] === delimiter) {
			at = end + 1;
			continue;
		}
		if (end === text.length && !isEnd) return tooLong(text, from);
		if (text[end] === '\r' && end + 1 === text.length && !isEnd) return null;
		const next = end + (text.startsWith('\r\n', end) ? 2 : 1);
		return { cells, fault, faultAt: 0, end: Math.min(next, text.length) };
	}
}

/** The value of a quoted cell and where its closing quote ends; null where that has not come. */
function quotedAt(text: string, from: number): { value: string; end: number } | null {
	for (let at = from + 1; ; at += 2) {
		at = text.indexOf('"', at);
		if (at < 0) return null;
		if (text[at + 1] === '"') continue;
		return { value: text.slice(from + 1, at).replaceAll('""', '"'), end: at + 1 };
	}
}

function plainEnd(text: string, from: number, delimiter: string): number {
	let at = from;
	while (at < text.length) {
		const one = text[at];
		if (one === delimiter || one === '\n' || one === '\r') break;
		at++;
	}
	return at;
}

const unclosed = (text: string, from: number, quote: number, isEnd: boolean): Found | null =>
	isEnd || text.length - from > longest ? notClosed(text, from, quote) : null;

/** A quote that goes on over lines and ends in the middle of one was not meant to. Its line is no row; those below may be. */
function notClosed(text: string, from: number, quote: number): Found {
	const lineEnd = /\r\n|\r|\n|$/g;
	lineEnd.lastIndex = quote;
	const found = lineEnd.exec(text);
	return {
		cells: [],
		fault: 'a quote is opened and not closed',
		faultAt: linesIn(text.slice(from, quote)),
		end: (found?.index ?? text.length) + (found?.[0].length ?? 0),
	};
}

function tooLong(text: string, from: number): Found | null {
	if (text.length - from <= longest) return null;
	const fault = `it is longer than ${longest} characters, so nothing behind it was read`;
	return { cells: [], fault, faultAt: 0, end: text.length, isOver: true };
}
