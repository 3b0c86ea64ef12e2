import { columnsIn, type ColumnNames } from './csvColumns';
import type { CsvRecord } from './csv';
import { refused } from './failure';
import { linkFault } from './listing';

/** One row of a file of listings. */
export interface ListingRow {
	readonly listing: string;
	readonly sku: string;
	readonly title?: string;
}

/** A line of the file that does not go in. */
export interface RefusedLine {
	readonly line: number;
	readonly reason: string;
	readonly row: string;
}

/** What the columns may be called. */
export const listingColumns = {
	listing: ['listing', 'listing id', 'id', 'asin'],
	sku: ['sku', 'master sku', 'sku code'],
	title: ['title', 'name', 'product name'],
} as const satisfies ColumnNames<'listing' | 'sku' | 'title'>;

export interface ListingCsv {
	/** The rows among the records, and the lines that are none. The first record is the header. */
	take(records: readonly CsvRecord[]): {
		readonly rows: readonly ListingRow[];
		readonly refused: readonly RefusedLine[];
	};
	/** Refuses a file that held no header. */
	end(): void;
}

/** Reads a file of listings record by record; a header that cannot be used refuses the file before anything goes in. */
export function listingCsv(): ListingCsv {
	let columns: ReturnType<typeof columnsOf> | null = null;
	return {
		take(records) {
			const rows: ListingRow[] = [];
			const refusedLines: RefusedLine[] = [];
			for (const record of records) {
				if ('fault' in record) {
					if (columns === null) throw headerFault(record.line, record.fault);
					refusedLines.push({ line: record.line, reason: record.fault, row: record.text });
				} else if (columns === null) columns = columnsOf(record.cells);
				else {
					const row = rowOf(record.cells, columns);
					const fault = faultOf(row);
					if (fault === null) rows.push(row);
					else
						refusedLines.push({ line: record.line, reason: fault, row: record.cells.join(' | ') });
				}
			}
			return { rows, refused: refusedLines };
		},
		end() {
			if (columns === null) throw headerFault(1, 'the file is empty');
		},
	};
}

const columnsOf = (header: readonly string[]) =>
	columnsIn(header, listingColumns, ['listing', 'sku']);

const headerFault = (line: number, fault: string) =>
	refused(`Line ${line}: ${fault}. The first line names the columns, e.g. listing,sku,title.`);

function rowOf(cells: readonly string[], columns: ReturnType<typeof columnsOf>): ListingRow {
	const cell = (name: keyof typeof listingColumns) =>
		cells[columns.get(name) ?? cells.length]?.trim() ?? '';
	const title = cell('title');
	return { listing: cell('listing'), sku: cell('sku'), ...(title !== '' && { title }) };
}

function faultOf(row: ListingRow): string | null {
	if (Object.values(row).some((value) => value?.includes('\uFFFD'))) {
		return 'it holds bytes that are no text in the encoding of the file';
	}
	return linkFault(row);
}
