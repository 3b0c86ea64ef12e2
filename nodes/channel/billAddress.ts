import { refused } from '../../domain/failure';
import type { Address } from '../../domain/order';
import { oneOf } from '../shared/parameters';
import { countryCodes } from './countries';

/** The parts of a billing address that a person types. */
export const billParts = [
	'company',
	'street',
	'street2',
	'city',
	'region',
	'postcode',
	'country',
	'phone',
] as const;

export type BillParts = Readonly<Record<(typeof billParts)[number], string>>;

/** Where the bills go by what was typed, or null where nothing was. */
export function billAddress(name: string, typed: BillParts): Address | null {
	const { company, street, street2, city, region, postcode, country, phone } = typed;
	const lines = [street, street2].filter((line) => line !== '');
	if ([company, ...lines, city, region, postcode, phone].every((part) => part === '')) return null;
	if (country === '') throw refused('Bill To: the address has no country. Pick one.');
	return {
		...{ name, company: company || null, lines, district: null, city },
		...{ region: region || null, postcode: postcode || null },
		country: oneOf(countryCodes, country, 'Bill To'),
		...{ phone: phone || null, latitude: null, longitude: null },
	};
}

/** The same back again. */
export const billPartsOf = (address: Address | null): BillParts => ({
	company: address?.company ?? '',
	street: address?.lines[0] ?? '',
	street2: address?.lines.slice(1).join(', ') ?? '',
	city: address?.city ?? '',
	region: address?.region ?? '',
	postcode: address?.postcode ?? '',
	country: address?.country ?? '',
	phone: address?.phone ?? '',
});
