import type { HttpRequest } from '../connector';
import { quotas } from './quotas';

export interface StockPlace {
	readonly sku: string;
	readonly location: string;
}

export interface StockToTell extends StockPlace {
	readonly quantity: number;
	readonly sequence: number;
}

const row = (verb: string, { sku, location }: StockPlace, body: Readonly<object>) => ({
	method: 'POST',
	uri: `/inventory/${verb}?locationId=${encodeURIComponent(location)}&skuId=${encodeURIComponent(sku)}`,
	body,
});

const ofSellerFlex = (marketplaceId: string) => ({
	marketplaceAttributes: { marketplaceId, channelName: 'FBA' },
});

const inventories = (rows: readonly unknown[]): HttpRequest => ({
	method: 'POST',
	path: '/externalFulfillment/inventory/2024-09-11/inventories',
	body: { requests: rows },
	quota: quotas.batchInventory,
});

export const updateInventory = (
	marketplaceId: string,
	rows: readonly StockToTell[],
): HttpRequest => ({
	...inventories(
		rows.map(({ quantity, sequence, ...place }) =>
			row('update', place, {
				quantity,
				clientSequenceNumber: sequence,
				...ofSellerFlex(marketplaceId),
			}),
		),
	),
	writes: true,
});

export const fetchInventory = (marketplaceId: string, places: readonly StockPlace[]) =>
	inventories(places.map((place) => row('fetch', place, ofSellerFlex(marketplaceId))));
