import type { Http } from '../connector';
import { number, rows, sound, text } from '../fields';
import type { Reading } from '../fields';
import { ask } from './answer';
import { skuStock } from './requests';
import type { OmnifulStockRow } from './types';

/** What a hub has of one SKU. Values can be below zero (reference/omniful.md 1.9). */
export interface StockRow {
	readonly sku: string;
	readonly hub: string;
	/** What may still be promised. */
	readonly available: number;
	readonly onHand: number;
	readonly reserved: number;
}

export const stockRowIn = (from: Reading<OmnifulStockRow>): StockRow => ({
	sku: text(from, 'sku_code'),
	hub: text(from, 'hub_code'),
	available: number(from, 'available_quantity'),
	onHand: number(from, 'quantity_on_hand'),
	reserved: number(from, 'quantity_reserved'),
});

/** A SKU at every hub that the integration is mapped to. */
export async function stockOfSku(http: Http, sku: string): Promise<readonly StockRow[]> {
	const { from } = await ask<readonly OmnifulStockRow[]>(
		http,
		skuStock(sku),
		`the stock of ${sku}`,
	);
	const found = rows(from, 'data').map(stockRowIn);
	sound('omniful', from);
	return found;
}
