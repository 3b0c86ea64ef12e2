import { columnsIn, type ColumnNames } from './csvColumns';
import type { CsvRecord, CsvRow } from './csv';
import { refused } from './failure';

/** A line of a file that does not go in. */
export interface RefusedLine {
	readonly line: number;
	readonly reason: string;
	readonly row: string;
}

/** What a row says: something to take in, or why it does not go in. `left` is what is known of it nevertheless. */
export type Reading<Row, Left = never> =
	| { readonly row: Row }
	| { readonly fault: string; readonly left?: Left };

/** One kind of file. */
export interface CsvFormat<Name extends string, Row, Left = never> {
	readonly columns: ColumnNames<Name>;
	/** Columns without which nothing can be read. */
	readonly needed: readonly NoInfer<Name>[];
	/** A header to show to people. */
	readonly example: string;
	/** `cell` gives what stands in a column, trimmed; '' where the file has no such column. `line` is where the row begins. */
	read(cell: (name: Name) => string, line: number): Reading<Row, Left>;
}

/** Some records of a file: what goes in, the lines that do not, and what is known of those. */
export interface CsvPart<Row, Left = never> {
	readonly rows: readonly Row[];
	readonly left: readonly Left[];
	readonly refused: readonly RefusedLine[];
}

export interface CsvRows<Row, Left> {
	/** The rows among the records, and the lines that are none. The first record is the header. */
	take(records: readonly CsvRecord[]): CsvPart<Row, Left>;
	/** Refuses a file that held no header. */
	end(): void;
}

/** Reads a file record by record; a header that cannot be used refuses the file before anything goes in. */
export function csvRows<Name extends string, Row, Left>(
	format: CsvFormat<Name, Row, Left>,
): CsvRows<Row, Left> {
	let columns: ReadonlyMap<Name, number> | null = null;
	return {
		take(records) {
			const rows: Row[] = [];
			const left: Left[] = [];
			const refusedLines: RefusedLine[] = [];
			for (const record of records) {
				if ('fault' in record) {
					if (columns === null) throw headerFault(record.line, record.fault, format.example);
					refusedLines.push({ line: record.line, reason: record.fault, row: record.text });
				} else if (columns === null) {
					columns = columnsIn(record.cells, format.columns, format.needed);
				} else {
					const reading = readingOf(record, columns, format);
					if ('row' in reading) rows.push(reading.row);
					else {
						const { fault: reason, left: rest } = reading;
						refusedLines.push({ line: record.line, reason, row: record.cells.join(' | ') });
						if (rest !== undefined) left.push(rest);
					}
				}
			}
			return { rows, left, refused: refusedLines };
		},
		end() {
			if (columns === null) throw headerFault(1, 'the file is empty', format.example);
		},
	};
}

const headerFault = (line: number, fault: string, example: string) =>
	refused(`Line ${line}: ${fault}. The first line names the columns, e.g. ${example}.`);

function readingOf<Name extends string, Row, Left>(
	{ cells, line }: CsvRow,
	columns: ReadonlyMap<Name, number>,
	{ read }: CsvFormat<Name, Row, Left>,
): Reading<Row, Left> {
	if ([...columns.values()].some((column) => cells[column]?.includes('\uFFFD'))) {
		return { fault: 'it holds bytes that are no text in the encoding of the file' };
	}
	return read((name) => cells[columns.get(name) ?? cells.length]?.trim() ?? '', line);
}
