import type { Address, Customer } from '../../domain/order';
import { flaw } from '../fields';
import type { Reading } from '../fields';
import { countryIn } from './countries';
import { unmasked } from './masked';
import type { IconicAddress, IconicName, IconicOrder } from './types';
import { partOrNone, wordOrNull, words } from './values';

/** Null where all that would say who it is stays with the marketplace. */
export function customerOf(order: Reading<IconicOrder>): Customer | null {
	const shipping = addressIn(order, 'shipping');
	const billing = addressIn(order, 'billing');
	const name = nameOf(order);
	const email = emailOf(shipping) ?? emailOf(billing);
	const phone = phoneOf(shipping) ?? phoneOf(billing);
	const called = name ?? email ?? phone;
	return called === null ? null : { name: called, email, phone };
}

/** Where it goes; null where the channel does not say. */
export function shipToOf(order: Reading<IconicOrder>): Address | null {
	const from = addressIn(order, 'shipping');
	if (from === null) return null;
	const city = readable(from, 'city');
	const region = readable(from, 'region');
	const country = readable(from, 'country');
	if (city === null && region === null) flaw(from, 'city', 'a text');
	if (country === null) flaw(from, 'country', 'a text');
	return {
		name: personIn(from) ?? nameOf(order) ?? '',
		company: null,
		lines: words(from, 'address').filter((line) => unmasked(line) !== null),
		district: readable(from, 'ward'),
		city: city ?? region ?? '',
		region,
		postcode: readable(from, 'postCode'),
		country: countryIn(country ?? ''),
		phone: phoneOf(from),
		latitude: null,
		longitude: null,
	};
}

function addressIn(
	order: Reading<IconicOrder>,
	which: 'shipping' | 'billing',
): Reading<IconicAddress> | null {
	const addresses = partOrNone(order, 'address');
	return addresses && partOrNone(addresses, which);
}

/** The customer's, else the one on an address. */
function nameOf(order: Reading<IconicOrder>): string | null {
	const people = [
		partOrNone(order, 'customer'),
		addressIn(order, 'shipping'),
		addressIn(order, 'billing'),
	];
	return people.map(personIn).find((name) => name !== null) ?? null;
}

function personIn(from: Reading<IconicName> | Reading<IconicAddress> | null): string | null {
	if (from === null) return null;
	const names = ['firstName', 'lastName'].flatMap(
		(name) => unmasked(wordIn(from.fields[name])) ?? [],
	);
	return names.length === 0 ? null : names.join(' ');
}

const wordIn = (value: unknown): string | null =>
	typeof value === 'string' && value.trim() !== '' ? value.trim() : null;

const readable = (
	from: Reading<IconicAddress>,
	name: 'city' | 'ward' | 'region' | 'postCode' | 'country',
): string | null => unmasked(wordOrNull(from, name));

const emailOf = (from: Reading<IconicAddress> | null): string | null =>
	from && unmasked(wordOrNull(from, 'email'));

function phoneOf(from: Reading<IconicAddress> | null): string | null {
	const numbers = from === null ? [] : words(from, 'phone');
	return numbers.find((one) => unmasked(one) !== null) ?? null;
}
