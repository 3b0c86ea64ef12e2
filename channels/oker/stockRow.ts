import type { StockFigure } from '../../domain/stockFigure';
import { noLocation } from '../../domain/store';
import { idsIn } from './listingId';
import { warehouseFault } from './warehouseCode';

/** Why the row is never sent: one such row would cost the whole call. Null where it can be. */
export function rowFault({ listing, location, quantity }: StockFigure): string | null {
	if (idsIn(listing) === null) return 'It names no listing of Oker. Import its listings anew.';
	if (location === noLocation) {
		return 'Oker has its stock by warehouse, and no warehouse is named. Fill in Warehouse Location of the store.';
	}
	const fault = warehouseFault(location);
	if (fault !== null) return fault;
	if (!Number.isSafeInteger(quantity) || quantity < 0) {
		return `${quantity} is no whole number of units from 0 up. Count the stock again.`;
	}
	return null;
}
