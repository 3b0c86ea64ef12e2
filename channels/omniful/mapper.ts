import { money } from '../../domain/money';
import type { Address, Customer, Order, OrderLine, Unreadable } from '../../domain/order';
import {
	currency,
	number,
	part,
	partOrNull,
	reading,
	rows,
	text,
	textOrNull,
	texts,
	units,
} from '../fields';
import type { Fields, Reading } from '../fields';
import { idIn } from './orderRows';
import { time } from './times';
import type { OmnifulAddress, OmnifulItem, OmnifulOrder } from './types';

/** One order; an `Unreadable` that names the fields at fault where it is none. */
export function toOrder(raw: Fields): Order | Unreadable {
	const from = reading<OmnifulOrder>(raw);
	const id = idIn(from);
	const invoice = part(from, 'invoice');
	const counted = currency(invoice, 'currency');
	const status = text(from, 'status_code');
	const order: Order = {
		id,
		number: textOrNull(from, 'order_alias') || text(from, 'order_id'),
		placedAt: time(from, 'order_created_at'),
		revisedAt: time(from, 'updated_at'),
		statuses: [status],
		location: textOrNull(from, 'hub_code') || null,
		total: money(number(invoice, 'total'), counted),
		payment: textOrNull(from, 'payment_method') || null,
		tags: texts(from, 'labels'),
		weight: null,
		customer: customerOf(from),
		shipTo: addressOf(partOrNull(from, 'shipping_address')),
		lines: rows(from, 'order_items').map((item, at) =>
			lineOf(item, { at, currency: counted, isCancelled: status === 'cancelled' }),
		),
	};
	return from.flaws.length === 0 ? order : unreadable(raw, from.flaws);
}

const mostFlaws = 3;

const unreadable = (raw: Fields, flaws: readonly string[]): Unreadable => ({
	id: typeof raw.id === 'string' && raw.id !== '' ? raw.id : null,
	reason: `${flaws.slice(0, mostFlaws).join('; ')}${flaws.length > mostFlaws ? ' and more' : ''}.`,
	raw,
});

interface Place {
	readonly at: number;
	readonly currency: string;
	readonly isCancelled: boolean;
}

function lineOf(from: Reading<OmnifulItem>, { at, ...of }: Place): OrderLine {
	const sku = text(from, 'sku_code');
	const ordered = units(from, 'quantity');
	return {
		id: textOrNull(from, 'item_id') || String(at + 1),
		listing: sku,
		sku,
		title: textOrNull(from, 'name') || sku,
		ordered,
		cancelled: of.isCancelled ? ordered : 0,
		unitPrice: money(number(from, 'selling_price'), of.currency),
	};
}

const nameIn = (from: Reading<{ first_name: string | null; last_name: string | null }>) =>
	[textOrNull(from, 'first_name'), textOrNull(from, 'last_name')].filter(Boolean).join(' ').trim();

function addressOf(from: Reading<OmnifulAddress> | null): Address | null {
	if (from === null) return null;
	return {
		name: nameIn(from),
		company: null,
		lines: [textOrNull(from, 'address1'), textOrNull(from, 'address2')].flatMap(
			(line) => line?.trim() || [],
		),
		district: textOrNull(from, 'district') || textOrNull(from, 'area') || null,
		city: textOrNull(from, 'city') ?? '',
		region: textOrNull(from, 'state') || null,
		postcode: textOrNull(from, 'zip') || null,
		country: textOrNull(from, 'country_code') || textOrNull(from, 'country') || '',
		phone: textOrNull(from, 'phone') || null,
		latitude: null,
		longitude: null,
	};
}

function customerOf(order: Reading<OmnifulOrder>): Customer | null {
	const from = partOrNull(order, 'customer');
	if (from === null) return null;
	const email = textOrNull(from, 'email') || null;
	const phone = textOrNull(from, 'mobile') || null;
	const name = nameIn(from) || email || phone;
	return name ? { name, email, phone } : null;
}
