import type { StockFigure } from '../../domain/stockFigure';
import { noLocation } from '../../domain/store';
import type { InventoryKey } from './seller';

/** Why the row is never sent, whatever the credential says: one such row would cost the whole call. Null where it can be. */
export function rowFault({ listing, location, quantity }: StockFigure): string | null {
	if (listing.trim() === '') return 'It names no listing of Babyshop. Import its listings anew.';
	if (location !== noLocation) {
		return `Babyshop has one figure for all hubs, and none for "${location}". Save the store again.`;
	}
	if (!Number.isSafeInteger(quantity) || quantity < 0) {
		return `${quantity} is no whole number of units from 0 up. Count the stock again.`;
	}
	return null;
}

/** The code that the row is told by; null where the hub knows none. */
export const keyOf = ({ listing, sku = '' }: StockFigure, inventoryKey: InventoryKey) =>
	inventoryKey === 'sku' ? listing : sku.trim() || null;

/** What is said of a row without one. */
export const keyless =
	'Its Vendor SKU Code is not known, and the credential says that stock is told by it. Link the listing to a SKU, or tell stock by Marketplace SKU.';
