import type { StockFigure } from '../../domain/stockFigure';
import { variantIds } from './listingId';
import type { StockWrite } from './mutations';

/** The row in the ids of ikas, or why it cannot be sent: one such row would cost the whole call. */
export function stockWrite({ listing, location, quantity }: StockFigure): StockWrite | string {
	const ids = variantIds(listing);
	if (ids === null) return `"${listing}" is no listing of ikas. Import its listings anew.`;
	if (location === '') return 'It names no stock location of ikas. Map one to the hub.';
	if (!Number.isSafeInteger(quantity) || quantity < 0) {
		return `${quantity} is no whole number of units from 0 up. Count the stock again.`;
	}
	return { ...ids, stockLocationId: location, stockCount: quantity };
}
