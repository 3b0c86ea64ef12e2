import type { OrderLine } from '../../domain/order';
import { part, rows } from '../fields';
import type { Reading } from '../fields';
import { cancelled, notProcessable } from './statuses';
import type { IconicItem, IconicOrder } from './types';
import { amount, amountOrNull, id, partOrNone, word, wordOrNull } from './values';

export interface Line {
	readonly line: OrderLine;
	/** Of its item, in the hub's words for statuses of the channel. */
	readonly status: string;
}

/** One line for each unit: that is how the channel sells. What lies in the marketplace's warehouse is not the seller's to ship. */
export const linesOf = (order: Reading<IconicOrder>, currency: string): readonly Line[] =>
	rows(order, 'items')
		.filter((item) => !isMarketplaces(item))
		.map((item) => lineOf(item, currency));

const isMarketplaces = (item: Reading<IconicItem>): boolean => {
	const shipment = partOrNone(item, 'shipment');
	return shipment !== null && wordOrNull(shipment, 'type') === 'warehouse';
};

function lineOf(item: Reading<IconicItem>, currency: string): Line {
	const status = word(item, 'status');
	const product = part(item, 'product');
	const { sellerSku } = product.fields;
	// Letter by letter: blanks around it make it another SKU.
	const sku =
		typeof sellerSku === 'string' && sellerSku !== '' ? sellerSku : word(product, 'sellerSku');
	const tax = amountOrNull(item, 'taxAmount', currency);
	const { taxPercent } = item.fields;
	const line: OrderLine = {
		id: id(item, 'id'),
		listing: null,
		sku,
		title: titleOf(wordOrNull(product, 'name') ?? sku, wordOrNull(product, 'variation')),
		ordered: 1,
		cancelled: status === cancelled ? 1 : 0,
		unitPrice: amount(item, ['paidPrice', 'unitPrice'], currency),
		...(tax !== null && {
			tax: { amount: tax, percent: typeof taxPercent === 'number' ? taxPercent : null },
		}),
	};
	const isHeld = status === 'pending' && item.fields.isProcessable === false;
	return { line, status: isHeld ? notProcessable : status };
}

/** The size beside the name, where the channel says one. */
export const titleOf = (name: string, variation: string | null): string =>
	variation === null || variation === '...' ? name : `${name} (${variation})`;
