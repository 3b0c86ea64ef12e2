import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { refused } from '../../domain/failure';
import type { ListingsRead } from '../../ledger/listingShapes';
import type { FulfilmentsRead, StockRead } from '../../ledger/omsShapes';
import type { PricesPushed } from '../../ledger/priceShapes';
import type { StockLevelsRead, StockPushed } from '../../ledger/stockShapes';
import type { ReferencesRead, SyncKind } from '../../ledger/syncShapes';
import { jsonOf, runOf } from './parameters';

/** How the channel took what was pushed, as its Stock > Push gave it. */
export const receiptsOf = (context: IExecuteFunctions, item: number): StockPushed =>
	carried(context, item, 'receipts', 'Stock > Push');

/** How the channel took prices, as its Price > Push gave it. */
export const priceReceiptsOf = (context: IExecuteFunctions, item: number): PricesPushed =>
	carried(context, item, 'receipts', 'Price > Push');

/** What the channel shows, as its Stock > Get Page gave it. */
export const levelsOf = (context: IExecuteFunctions, item: number): StockLevelsRead =>
	carried(context, item, 'levels', 'Stock > Get Page');

/** Which orders the channel has, as its Get References gave them. */
export const referencesOf = (context: IExecuteFunctions, item: number): ReferencesRead =>
	carried(context, item, 'references', 'Order > Get References');

/** Whether the item is a page of the catalog; such a page may be empty. */
export const isCatalog = (json: IDataObject): boolean =>
	typeof json.run === 'object' && Array.isArray(json.listings);

/** What the store offers, as the channel's Listing > Get Page gave it. */
export const catalogOf = (context: IExecuteFunctions, item: number): ListingsRead =>
	carried(context, item, 'listings', 'Listing > Get Page');

/** What became of orders in an OMS, as the page of its node gave it under a run of kind `fulfilments`. */
export function fulfilmentsOf(context: IExecuteFunctions, item: number): FulfilmentsRead {
	checkKind(context, item, 'fulfilments');
	return carried(context, item, 'orders', 'page of fulfilments');
}

/** What an OMS may still promise, as its Stock > Get Page gave it under a run of kind `stock`. The way from there to here counts too. */
export function omsStockOf(context: IExecuteFunctions, item: number): StockRead {
	checkKind(context, item, 'stock');
	const read: StockRead = carried(context, item, 'levels', 'Stock > Get Page');
	const { readAt } = jsonOf(context, item);
	const since = typeof readAt === 'number' ? Math.max(0, Date.now() - readAt) : 0;
	return { ...read, tookMs: read.tookMs + since };
}

function checkKind(context: IExecuteFunctions, item: number, wanted: SyncKind): void {
	const { kind } = runOf(context, item);
	if (kind === wanted) return;
	throw refused(
		`The run on the item is of the kind "${kind}". Set the kind of Sync Begin to "${wanted}".`,
	);
}

/** The item of a run with the list that the node before added to it. */
function carried<T>(context: IExecuteFunctions, item: number, list: string, from: string): T {
	runOf(context, item);
	const json = jsonOf(context, item);
	if (Array.isArray(json[list])) return json as unknown as T;
	throw refused(`The item holds no ${list}. Connect this node behind the channel's ${from}.`);
}
