import type { CsvFormat } from './csvRows';
import { linkFault } from './listing';

/** One row of a file of listings. */
export interface ListingRow {
	readonly listing: string;
	readonly sku: string;
	readonly title?: string;
}

/** A file of listings: what the columns may be called, and what a row says. */
export const listingCsv: CsvFormat<'listing' | 'sku' | 'title', ListingRow> = {
	columns: {
		listing: ['listing', 'listing id', 'id', 'asin'],
		sku: ['sku', 'master sku', 'sku code'],
		title: ['title', 'name', 'product name'],
	},
	needed: ['listing', 'sku'],
	example: 'listing,sku,title',
	read(cell) {
		const title = cell('title');
		const row = { listing: cell('listing'), sku: cell('sku'), ...(title !== '' && { title }) };
		const fault = linkFault(row);
		return fault === null ? { row } : { fault };
	},
};
