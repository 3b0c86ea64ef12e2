import { boxFault, type Box } from '../../domain/box';
import type { CsvFormat } from '../../domain/csvRows';
import { linkFault } from '../../domain/listing';
import { shown, skuFault } from '../../domain/sku';

/** A listing of the file. Amazon knows it by the seller's SKU; without an ASIN it gets no stock. */
export interface ListingRow {
	readonly listing: string;
	readonly sku: string;
	readonly product: string;
	readonly title?: string;
	readonly box?: Box;
}

/** A listing whose ASIN is missing or is none. */
export interface ListingLeft {
	readonly listing: string;
	readonly title: string;
	readonly reason: string;
}

const sides = ['length', 'width', 'height', 'weight'] as const;
type Column = 'seller sku' | 'asin' | 'hub sku' | 'title' | (typeof sides)[number];

/** The catalog as a person uploads it, because Amazon cannot be asked for it (requirements/amazon-seller-flex.txt 5.2). */
export const listingCsv: CsvFormat<Column, ListingRow, ListingLeft> = {
	columns: {
		'seller sku': ['seller sku', 'merchant sku', 'msku', 'sku'],
		// As Amazon's own report of all listings calls it.
		asin: ['asin', 'asin1'],
		'hub sku': ['hub sku', 'master sku', 'sku code'],
		title: ['title', 'item name', 'product name'],
		length: ['length cm', 'length (cm)', 'length'],
		width: ['width cm', 'width (cm)', 'width'],
		height: ['height cm', 'height (cm)', 'height'],
		weight: ['weight g', 'weight (g)', 'weight'],
	},
	needed: ['seller sku', 'asin'],
	example: 'seller sku,asin,title',
	read(cell) {
		const listing = cell('seller sku');
		const title = cell('title');
		const box = boxIn(cell);
		const row = {
			listing,
			sku: cell('hub sku') || listing,
			product: cell('asin'),
			...(title !== '' && { title }),
			...(typeof box === 'object' && { box }),
		};
		if (skuFault(listing) !== null)
			return { fault: `the seller SKU is not usable, ${skuFault(listing)}` };
		const reason = asinFault(row.product);
		if (reason !== null)
			return { fault: reason, left: { listing, title: title || listing, reason } };
		const fault = typeof box === 'string' ? box : linkFault(row);
		return fault === null ? { row } : { fault };
	},
};

/** Letters and digits that begin with a B, or the ISBN-10 of a book. */
const isAsin = (text: string) => /^B[0-9A-Z]{9}$/.test(text) || /^[0-9]{9}[0-9X]$/.test(text);

/** Why the text is no ASIN, or null when it is one. */
export function asinFault(text: string): string | null {
	if (text === '') return 'it has no ASIN, and without one its stock cannot be told to Amazon';
	if (isAsin(text)) return null;
	return `${shown(text)} is no ASIN: it has 10 characters, a B and 9 capital letters or digits, or the ISBN-10 of a book`;
}

/** The size and weight of a row, nothing where it has none of it, or in words why it is none. */
function boxIn(cell: (name: Column) => string): Box | undefined | string {
	const given = sides.map((side) => [side, cell(side)] as const);
	if (given.every(([, text]) => text === '')) return undefined;
	const bad = given.find(([, text]) => !/^\d+([.,]\d{1,2})?$/.test(text));
	if (bad !== undefined) {
		const [side, text] = bad;
		return text === ''
			? `it has no ${side}, and a size needs length, width, height and weight`
			: `${side} ${shown(text)} is no number with at most two decimals`;
	}
	const [length = 0, width = 0, height = 0, weight = 0] = given.map(([, text]) =>
		Number(text.replace(',', '.')),
	);
	const box = { length, width, height, weight };
	return boxFault(box) ?? box;
}
