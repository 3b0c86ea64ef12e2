import type { Money } from '../../domain/money';
import type { OrderLine } from '../../domain/order';
import { currency, flaw, partOrNull, rows, units } from '../fields';
import type { Reading } from '../fields';
import { listingId } from './listingId';
import { cancelled } from './statuses';
import type { OkerItem, OkerItemPrice, OkerOrder } from './types';
import { amountOrNull, chargeIn, code, codeOrNull, word, wordOrNull } from './values';

/** An item as the hub has it, and what else it says. */
export interface Line {
	readonly line: OrderLine;
	readonly status: string;
	readonly isHeld: boolean;
	/** The marketplace's warehouse, or null where it names none. */
	readonly facility: string | null;
	/** What it costs beside its price, for all units. */
	readonly charges: number;
}

/** Every item once. */
export function linesOf(order: Reading<OkerOrder>): readonly Line[] {
	const price = partOrNull(order, 'orderPrice');
	const lines = rows(order, 'orderItems').map((row) => lineOf(row, price?.fields.currency));
	if (lines.length === 0 && order.flaws.length === 0) order.flaws.push('orderItems has no item');
	const ids = new Set(lines.map(({ line }) => line.id));
	if (ids.size < lines.length) order.flaws.push('orderItems has an ID twice');
	return lines;
}

function lineOf(from: Reading<OkerItem>, orderCurrency: unknown): Line {
	const id = code(from, 'orderItemId');
	const status = word(from, 'status');
	const ids = { productId: code(from, 'productId'), variantId: code(from, 'variantId') };
	const sku = codeOrNull(from, 'sku');
	const ordered = units(from, 'quantity');
	const price = partOrNull(from, 'orderItemPrice');
	if (price === null) flaw(from, 'orderItemPrice', 'an object');
	const unit = price === null ? null : unitPrice(price, orderCurrency);
	return {
		line: {
			id,
			listing: listingId(ids),
			sku,
			title: wordOrNull(from, 'title') ?? sku ?? ids.variantId,
			ordered,
			cancelled: status === cancelled ? ordered : 0,
			unitPrice: unit ?? { minor: 0, currency: '' },
		},
		status,
		isHeld: from.fields.onHold === true,
		facility: codeOrNull(from, 'facilityCode'),
		charges: price === null ? 0 : chargesOf(price, unit?.currency ?? '') * ordered,
	};
}

/** What the customer pays for a unit; `totalPrice` where a gateway gives no `sellingPrice`. */
function unitPrice(from: Reading<OkerItemPrice>, orderCurrency: unknown): Money {
	const named = from.fields.currency ?? orderCurrency;
	const unit = currency({ ...from, fields: { ...from.fields, currency: named } }, 'currency');
	const found = amountOrNull(from, 'sellingPrice', unit) ?? amountOrNull(from, 'totalPrice', unit);
	if (found === null) flaw(from, 'sellingPrice', 'a number');
	return found ?? { minor: 0, currency: unit };
}

/** Of a unit. */
const chargesOf = (from: Reading<OkerItemPrice>, unit: string): number =>
	chargeIn(from, 'shippingCharges', unit) + chargeIn(from, 'cashOnDeliveryCharges', unit);
