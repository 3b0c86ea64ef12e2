import { money } from '../../domain/money';
import type { Address, Customer, Order, Unreadable } from '../../domain/order';
import {
	isFields,
	number,
	part,
	partOrNull,
	reading,
	rowsOrNone,
	text,
	textOrNull,
	texts,
	timestamp,
} from '../fields';
import type { Reading } from '../fields';
import { linesOf } from './lines';
import type { TagNames } from './tagNames';
import type { IkasAddress, IkasCustomer, IkasOrder, IkasPerson } from './types';

/** One row of `listOrder`; an `Unreadable` that names the fields at fault where it is no order. */
export function toOrder(raw: unknown, tags: TagNames = new Map()): Order | Unreadable {
	if (!isFields(raw)) return { id: null, reason: 'The order is not an object.', raw };
	const from = reading<IkasOrder>(raw);
	const { lines, gone, location } = linesOf(from);
	const id = text(from, 'id');
	const order: Order = {
		id,
		number: textOrNull(from, 'orderNumber') || id,
		placedAt: timestamp(from, 'orderedAt'),
		revisedAt: timestamp(from, 'updatedAt'),
		statuses: statusesOf(from),
		location: textOrNull(from, 'stockLocationId') ?? location,
		total: money(number(from, 'totalFinalPrice'), String(from.fields.currencyCode)),
		payment: paymentOf(from),
		tags: tagsOf(from, tags),
		// ikas gives weights without saying in which unit.
		weight: null,
		customer: customerOf(partOrNull(from, 'customer')),
		shipTo: addressOf(partOrNull(from, 'shippingAddress')),
		lines,
		...(gone.length > 0 && { linesGone: gone }),
	};
	return from.flaws.length === 0 ? order : unreadable(raw, from.flaws);
}

const mostFlaws = 3;

export const unreadable = (raw: unknown, flaws: readonly string[]): Unreadable => ({
	id: isFields(raw) && typeof raw.id === 'string' && raw.id !== '' ? raw.id : null,
	reason: `${flaws.slice(0, mostFlaws).join('; ')}${flaws.length > mostFlaws ? ' and more' : ''}.`,
	raw,
});

/** All that hold, the most telling first (reference/ikas.md 7.1). Unknown values pass through. */
function statusesOf(from: Reading<IkasOrder>): readonly string[] {
	const status = text(from, 'status');
	const payment = textOrNull(from, 'orderPaymentStatus');
	const parcel = textOrNull(from, 'orderPackageStatus');
	const keys: string[] = [];
	if (status !== 'CREATED') keys.push(`status:${status}`);
	if (parcel && parcel !== 'UNFULFILLED') keys.push(`package:${parcel}`);
	if (payment) keys.push(`payment:${payment}`);
	if (parcel === 'UNFULFILLED') keys.push('package:UNFULFILLED');
	if (status === 'CREATED') keys.push('status:CREATED');
	return keys;
}

/** The type of the first payment method, such as `CASH_ON_DELIVERY`. */
function paymentOf(from: Reading<IkasOrder>): string | null {
	const [first] = rowsOrNone(from, 'paymentMethods');
	return first === undefined ? null : textOrNull(first, 'type');
}

/** In an order of their own, so that the same tags are the same content. */
const tagsOf = (from: Reading<IkasOrder>, names: TagNames): readonly string[] =>
	[...new Set(texts(from, 'orderTagIds').map((id) => names.get(id) ?? id))].sort();

const joinedName = (from: Reading<IkasPerson>) =>
	[textOrNull(from, 'firstName'), textOrNull(from, 'lastName')].filter(Boolean).join(' ');

function customerOf(from: Reading<IkasCustomer> | null): Customer | null {
	if (from === null) return null;
	const email = textOrNull(from, 'email');
	const phone = textOrNull(from, 'phone');
	const name = textOrNull(from, 'fullName') || joinedName(from) || email || phone;
	return name ? { name, email, phone } : null;
}

/** Turkish addresses: `city` is the province, `district` the ilçe. ikas has no coordinates. */
function addressOf(from: Reading<IkasAddress> | null): Address | null {
	if (from === null) return null;
	const second = textOrNull(from, 'addressLine2');
	const country = part(from, 'country');
	return {
		name: joinedName(from) || text(from, 'firstName'),
		company: textOrNull(from, 'company'),
		lines: [text(from, 'addressLine1'), ...(second ? [second] : [])],
		district: placeOf(from, 'district'),
		city: text(part(from, 'city'), 'name'),
		region: placeOf(from, 'state'),
		postcode: textOrNull(from, 'postalCode'),
		country: textOrNull(country, 'iso2') || text(country, 'name'),
		phone: textOrNull(from, 'phone'),
		latitude: null,
		longitude: null,
	};
}

function placeOf(from: Reading<IkasAddress>, name: 'district' | 'state'): string | null {
	const place = partOrNull(from, name);
	return place && textOrNull(place, 'name');
}
