import type { CsvFormat } from './csvRows';
import { priceFault, type Price } from './price';
import { amountIn } from './priceText';
import { shown, skuFault } from './sku';

/** A price with the line that says it. */
export interface PriceRow extends Price {
	readonly line: number;
	/** The row as it may be shown. */
	readonly text: string;
}

/** A file of prices, in `currency` where a row names none. `faultOf` says what the channel would never take. */
export const priceCsv = (
	currency: string,
	faultOf: (row: Price) => string | null,
): CsvFormat<'listing' | 'price' | 'currency', PriceRow> => ({
	columns: {
		listing: ['seller sku', 'sku', 'listing', 'listing id', 'merchant sku', 'item sku'],
		price: ['price', 'selling price', 'our price', 'standard price'],
		currency: ['currency', 'currency code'],
	},
	needed: ['listing', 'price'],
	example: 'seller sku,price,currency',
	read(cell, line) {
		const listing = cell('listing');
		const inListing = skuFault(listing);
		if (inListing !== null) return { fault: `the seller SKU is not usable, ${inListing}` };
		const code = cell('currency').toUpperCase() || currency;
		if (!/^[A-Z]{3}$/.test(code)) {
			return { fault: `${shown(code)} is no currency; write three letters such as ${currency}` };
		}
		const read = amountIn(cell('price'), code);
		if ('fault' in read) return { fault: `the price is not usable: ${read.fault}` };
		const row = { listing, price: read.amount };
		const fault = priceFault(row.price) ?? faultOf(row);
		if (fault !== null) return { fault };
		return { row: { ...row, line, text: [listing, cell('price'), cell('currency')].join(' | ') } };
	},
});
