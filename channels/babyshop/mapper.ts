import type { Address, Customer, Order, Unreadable } from '../../domain/order';
import { currency, flaw, isFields, reading } from '../fields';
import type { Reading } from '../fields';
import { countryIn } from './countries';
import { linesOf } from './lines';
import type { Line } from './lines';
import { memoText } from './memo';
import type { Memo } from './memo';
import { cancelledCodes } from './statuses';
import type { BabyshopOrder } from './types';
import { amount, time, word, wordOrNull } from './values';

/** One order of `orderFetch`; an `Unreadable` that names the fields at fault where it is none. Times are those of the zone. */
export function toOrder(raw: unknown, zone: string): Order | Unreadable {
	if (!isFields(raw)) return { id: null, reason: 'The order is not an object.', raw };
	const from = reading<BabyshopOrder>(raw);
	const code = currency(from, 'orderCurrency');
	const id = word(from, 'orderNo');
	const status = word(from, 'orderStatus');
	const lines = linesOf(from, { currency: code, isCancelled: cancelledCodes.includes(status) });
	const order: Order = {
		id,
		number: id,
		placedAt: time(from, 'orderDate', zone),
		revisedAt: time(from, 'orderLastUpdateDate', zone),
		statuses: statusesOf(status, lines),
		// The marketplace has one place for all that the seller sells: the hub chooses.
		location: null,
		total: amount(from, 'orderAmount', code),
		payment: wordOrNull(from, 'paymentMethod'),
		tags: tagsOf(from),
		weight: null,
		customer: customerOf(from),
		shipTo: addressOf(from),
		lines: lines.map(({ line }) => line),
		memo: memoText(memoOf(from, lines)),
		isWhole: true,
	};
	return from.flaws.length === 0 ? order : unreadable(raw, from.flaws);
}

/** What telling the channel of the order needs. */
export const memoOf = (from: Reading<BabyshopOrder>, lines: readonly Line[]): Memo => ({
	master: wordOrNull(from, 'masterOrderNo'),
	lines: lines.map(({ memo }) => memo),
});

const mostFlaws = 3;

/** A record that is no order, with what is wrong with it. */
export const unreadable = (raw: unknown, flaws: readonly string[]): Unreadable => ({
	id: numberIn(raw),
	reason: `${flaws.slice(0, mostFlaws).join('; ')}${flaws.length > mostFlaws ? ' and more' : ''}.`,
	raw,
});

/** The order's number, or null where it has none. */
export function numberIn(raw: unknown): string | null {
	return isFields(raw) ? wordOrNull(reading<BabyshopOrder>(raw), 'orderNo') : null;
}

/** An order of which all is cancelled is cancelled, whatever its status says. */
function statusesOf(status: string, lines: readonly Line[]): readonly string[] {
	const isCancelled = lines.every(({ memo: { open } }) => open === 0);
	return isCancelled ? [...new Set(['8', status])] : [status];
}

/** What is shown and decides nothing: what the values mean is not published (reference/babyshop-vinculum.md 8.2). */
function tagsOf(from: Reading<BabyshopOrder>): readonly string[] {
	const names = ['onHold', 'priority', 'sellerId', 'sla'] as const;
	return names.flatMap((name) => {
		const value = wordOrNull(from, name);
		return value === null || value === '0' ? [] : [`${name}:${value}`];
	});
}

function customerOf(from: Reading<BabyshopOrder>): Customer | null {
	const email = wordOrNull(from, 'email');
	const phone = wordOrNull(from, 'phone');
	const name = nameOf(from) ?? email ?? phone;
	return name === null ? null : { name, email, phone };
}

const nameOf = (from: Reading<BabyshopOrder>): string | null =>
	wordOrNull(from, 'customerName') ?? wordOrNull(from, 'billToName');

/** Null where there is nothing of it: the courier is the marketplace's, which may keep the address to itself. */
function addressOf(from: Reading<BabyshopOrder>): Address | null {
	const lines = (['address1', 'address2', 'address3'] as const).flatMap(
		(name) => wordOrNull(from, name) ?? [],
	);
	const city = wordOrNull(from, 'city');
	const region = wordOrNull(from, 'state');
	const country = wordOrNull(from, 'countryCode');
	if (lines.length === 0 && !city && !region && !country) return null;
	const name = nameOf(from);
	if (name === null) flaw(from, 'customerName', 'a text');
	return {
		name: name ?? '',
		company: null,
		lines,
		district: null,
		city: city ?? region ?? word(from, 'city'),
		region,
		postcode: wordOrNull(from, 'pinCode'),
		country: countryIn(country ?? word(from, 'countryCode')),
		phone: wordOrNull(from, 'phone'),
		latitude: null,
		longitude: null,
	};
}
