import type { StockFigure } from '../../domain/stockFigure';
import { hubIds } from './hubIds';
import type { StockToTell } from './stockRequests';

/** The row as Amazon takes it, or why it cannot be sent: one such row would cost the whole call. */
export function stockWrite(figure: StockFigure): StockToTell | string {
	const { listing, location, quantity, sequence, product } = figure;
	if (listing.trim() === '') return 'It names no seller SKU. Import the catalog file.';
	if (product === null) {
		return 'It has no ASIN, and without one Amazon takes no stock. Upload the catalog file with its ASIN.';
	}
	if (location === '') return 'It names no Seller Flex Hub ID. Map one to the hub.';
	const fault = hubIds.faultOf(location);
	if (fault !== null) return fault;
	if (!Number.isSafeInteger(quantity) || quantity < 0 || quantity > most) {
		return `${quantity} is no whole number of units from 0 up to ${most}. Count the stock again.`;
	}
	if (!Number.isSafeInteger(sequence)) {
		return 'It has no number that says which figure is the newest. Push the row that Get Changes gives, or name a sequence.';
	}
	return { sku: listing, location, quantity, sequence: Number(sequence) };
}

/** What every reading of "integer" holds. */
const most = 2 ** 31 - 1;
