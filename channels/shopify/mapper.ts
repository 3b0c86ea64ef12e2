import type { Address, Customer, Order, OrderLine, Unreadable } from '../../domain/order';
import { flaw, part, partOrNull, reading, rows, text, textOrNull, texts, units } from '../fields';
import type { Fields, Reading } from '../fields';
import { amountIn } from './amounts';
import { statusesOf } from './statuses';
import { time } from './times';
import type {
	ShopifyAddress,
	ShopifyCustomer,
	ShopifyLine,
	ShopifyList,
	ShopifyOrder,
} from './types';

/** One order; an `Unreadable` that names the fields at fault where it is none. */
export function toOrder(raw: Fields): Order | Unreadable {
	const from = reading<ShopifyOrder>(raw);
	const id = text(from, 'id');
	const order: Order = {
		id,
		number: textOrNull(from, 'name') || id,
		placedAt: time(from, 'createdAt'),
		revisedAt: time(from, 'updatedAt'),
		statuses: statusesOf(from),
		// Where it is shipped from is said by its fulfilment orders, one of which may differ from the next.
		location: null,
		total: amountIn(part(from, 'totalPriceSet')),
		payment: texts(from, 'paymentGatewayNames')[0] ?? null,
		tags: texts(from, 'tags').toSorted(),
		weight: weightOf(from),
		customer: customerOf(partOrNull(from, 'customer')),
		shipTo: addressOf(partOrNull(from, 'shippingAddress')),
		lines: linesOf(from),
	};
	return from.flaws.length === 0 ? order : unreadable(raw, from.flaws);
}

const mostFlaws = 3;

const unreadable = (raw: Fields, flaws: readonly string[]): Unreadable => ({
	id: typeof raw.id === 'string' && raw.id !== '' ? raw.id : null,
	reason: `${flaws.slice(0, mostFlaws).join('; ')}${flaws.length > mostFlaws ? ' and more' : ''}.`,
	raw,
});

function linesOf(order: Reading<ShopifyOrder>): readonly OrderLine[] {
	const isCancelled = textOrNull(order, 'cancelledAt') !== null;
	const list: Reading<ShopifyList<ShopifyLine>> = part(order, 'lineItems');
	const lines = rows(list, 'nodes').map((line) => lineOf(line, isCancelled));
	if (lines.length === 0 && order.flaws.length === 0) order.flaws.push('lineItems has no line');
	return lines;
}

function lineOf(from: Reading<ShopifyLine>, isCancelled: boolean): OrderLine {
	const variant = partOrNull(from, 'variant');
	const ordered = units(from, 'quantity');
	return {
		id: text(from, 'id'),
		listing: variant && text(variant, 'id'),
		sku: textOrNull(from, 'sku') || null,
		title: text(from, 'title'),
		ordered,
		cancelled: isCancelled ? ordered : ordered - currentOf(from, ordered),
		unitPrice: amountIn(part(from, 'discountedUnitPriceAfterAllDiscountsSet')),
	};
}

function currentOf(from: Reading<ShopifyLine>, ordered: number): number {
	const value = from.fields.currentQuantity;
	if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) {
		return Math.min(value, ordered);
	}
	flaw(from, 'currentQuantity', 'a whole number from 0 up');
	return 0;
}

/** Grams, as text because they may be many. */
function weightOf(from: Reading<ShopifyOrder>): number | null {
	const weight = Number(from.fields.totalWeight ?? NaN);
	return Number.isSafeInteger(weight) && weight > 0 ? weight : null;
}

function customerOf(from: Reading<ShopifyCustomer> | null): Customer | null {
	if (from === null) return null;
	const address = partOrNull(from, 'defaultEmailAddress');
	const number = partOrNull(from, 'defaultPhoneNumber');
	const email = address && textOrNull(address, 'emailAddress');
	const phone = number && textOrNull(number, 'phoneNumber');
	const name = textOrNull(from, 'displayName') || email || phone;
	return name ? { name, email, phone } : null;
}

function addressOf(from: Reading<ShopifyAddress> | null): Address | null {
	if (from === null) return null;
	const lines = [textOrNull(from, 'address1'), textOrNull(from, 'address2')];
	const company = textOrNull(from, 'company') || null;
	return {
		// Apps without leave to read personal data are told no names (reference/shopify.md 3).
		name: textOrNull(from, 'name') || company || '',
		company,
		lines: lines.flatMap((line) => line?.trim() || []),
		district: null,
		city: textOrNull(from, 'city') ?? '',
		region: textOrNull(from, 'province') || null,
		postcode: textOrNull(from, 'zip') || null,
		country: textOrNull(from, 'countryCodeV2') || text(from, 'country'),
		phone: textOrNull(from, 'phone') || null,
		latitude: coordinate(from, 'latitude'),
		longitude: coordinate(from, 'longitude'),
	};
}

function coordinate(from: Reading<ShopifyAddress>, name: 'latitude' | 'longitude'): number | null {
	const value = from.fields[name];
	return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
