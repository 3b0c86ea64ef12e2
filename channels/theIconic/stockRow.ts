import type { StockFigure } from '../../domain/stockFigure';
import { noLocation } from '../../domain/store';
import { isId } from './values';

/** Why the row is never sent: one such row would cost the whole call. Null where it can be. */
export function rowFault({ listing, location, quantity }: StockFigure): string | null {
	if (!isId(listing)) return `"${listing}" is no listing of The Iconic. Import its listings anew.`;
	if (location !== noLocation) {
		return `The Iconic has one figure for all hubs, and none for "${location}". Save the store again.`;
	}
	if (!Number.isSafeInteger(quantity) || quantity < 0) {
		return `${quantity} is no whole number of units from 0 up. Count the stock again.`;
	}
	return null;
}
