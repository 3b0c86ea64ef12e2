import { money } from '../../domain/money';
import type { Money } from '../../domain/money';
import type { Address, Customer, Order, OrderLine, Unreadable } from '../../domain/order';
import { number, partOrNull, reading, rows, rowsOrNone, text, textOrNull } from '../fields';
import type { Fields, Reading } from '../fields';
import { time, timeOrNull } from './times';
import type { UniwareAddress, UniwareItem, UniwareOrder } from './types';

/** What a tenant counts in where it does not say. */
const usualCurrency = 'INR';

/** One order; an `Unreadable` that names the fields at fault where it is none. */
export function toOrder(raw: Fields): Order | Unreadable {
	const from = reading<UniwareOrder>(raw);
	const id = text(from, 'code');
	const currency = textOrNull(from, 'currencyCode') || usualCurrency;
	const lines = linesOf(from, currency);
	const shipTo = shipToOf(from);
	const order: Order = {
		id,
		number: textOrNull(from, 'displayOrderCode') || id,
		placedAt: timeOrNull(from, 'displayOrderDateTime') ?? time(from, 'created'),
		revisedAt: time(from, 'updated'),
		statuses: [text(from, 'status')],
		location: locationOf(from),
		total: totalOf(lines, currency),
		payment: from.fields.cod === true ? 'COD' : 'PREPAID',
		tags: [],
		weight: null,
		customer: customerOf(from, shipTo),
		shipTo,
		lines,
	};
	return from.flaws.length === 0 ? order : unreadable(raw, from.flaws);
}

const mostFlaws = 3;

const unreadable = (raw: Fields, flaws: readonly string[]): Unreadable => ({
	id: typeof raw.code === 'string' && raw.code !== '' ? raw.code : null,
	reason: `${flaws.slice(0, mostFlaws).join('; ')}${flaws.length > mostFlaws ? ' and more' : ''}.`,
	raw,
});

function linesOf(order: Reading<UniwareOrder>, currency: string): readonly OrderLine[] {
	const lines = rows(order, 'saleOrderItems').map((item) => lineOf(item, currency));
	if (lines.length === 0 && order.flaws.length === 0)
		order.flaws.push('saleOrderItems has no item');
	return lines;
}

function lineOf(from: Reading<UniwareItem>, currency: string): OrderLine {
	const sku = text(from, 'itemSku');
	return {
		id: text(from, 'code'),
		listing: sku,
		sku,
		title: textOrNull(from, 'itemName') || sku,
		ordered: 1,
		cancelled: text(from, 'statusCode') === 'CANCELLED' ? 1 : 0,
		unitPrice: money(number(from, 'sellingPrice'), currency),
	};
}

const totalOf = (lines: readonly OrderLine[], currency: string): Money => ({
	minor: lines.reduce((sum, { unitPrice }) => sum + unitPrice.minor, 0),
	currency,
});

/** The facility that ships all of it, or null where there are several or none yet. */
function locationOf(order: Reading<UniwareOrder>): string | null {
	const codes = new Set(
		rows(order, 'saleOrderItems').map((item) => textOrNull(item, 'facilityCode')),
	);
	const [first = null] = codes;
	return codes.size === 1 ? first : null;
}

/** Where goods go is not said; only the address of the bill is known as such. */
function shipToOf(order: Reading<UniwareOrder>): Address | null {
	const billing = partOrNull(order, 'billingAddress')?.fields.id;
	const all = rowsOrNone(order, 'addresses');
	const found = all.find(({ fields }) => fields.id !== billing) ?? all[0];
	return found === undefined ? null : addressOf(found);
}

const addressOf = (from: Reading<UniwareAddress>): Address => ({
	name: textOrNull(from, 'name') ?? '',
	company: null,
	lines: [textOrNull(from, 'addressLine1'), textOrNull(from, 'addressLine2')].flatMap(
		(line) => line?.trim() || [],
	),
	district: null,
	city: textOrNull(from, 'city') ?? '',
	region: textOrNull(from, 'state') || null,
	postcode: textOrNull(from, 'pincode') || null,
	country: textOrNull(from, 'country') || 'IN',
	phone: textOrNull(from, 'phone') || null,
	latitude: null,
	longitude: null,
});

function customerOf(order: Reading<UniwareOrder>, shipTo: Address | null): Customer | null {
	const email = textOrNull(order, 'notificationEmail') || null;
	const phone = textOrNull(order, 'notificationMobile') || null;
	const name = shipTo?.name || email || phone;
	return name ? { name, email, phone } : null;
}
