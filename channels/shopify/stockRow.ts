import type { StockFigure } from '../../domain/stockFigure';
import { isId } from './ids';

/** Shopify keeps no more of one item (reference/shopify.md 8). */
const mostUnits = 1_000_000_000;

/** Why the row cannot be sent, or null: one such row would cost the whole call. */
export function rowFault({ listing, location, quantity }: StockFigure): string | null {
	if (!isId('ProductVariant', listing)) {
		return `"${listing}" is no variant of Shopify. Import its listings anew.`;
	}
	if (!isId('Location', location)) {
		return 'It names no location of Shopify. Map one to the hub.';
	}
	if (Number.isSafeInteger(quantity) && quantity >= 0 && quantity <= mostUnits) return null;
	return `${quantity} is no whole number of units from 0 to ${mostUnits}. Count the stock again.`;
}
