import type { IExecuteFunctions } from 'n8n-workflow';
import { refused } from '../../domain/failure';
import type { StockFigure } from '../../domain/stockFigure';
import { text } from '../shared/parameters';
import { access } from './access';
import { onIkas } from './onIkas';

/** What ikas shows of the listing that the user named, one row for each location. */
export async function stockOf(
	context: IExecuteFunctions,
	item: number,
): Promise<readonly StockFigure[]> {
	const listing = text(context, 'listing', item);
	const { levels } = await onIkas(context, (http) => access.connector.stock.get(http, listing));
	if (levels.length > 0) return levels;
	throw refused(
		`ikas: there is no stock of the listing "${listing}". Pick it from the list. Its ID is that of the product and that of the variant, as "productId/variantId".`,
	);
}
