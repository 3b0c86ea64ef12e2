import type { Address } from '../../domain/order';
import { phoneNumber, provinceCode } from './regions';

/** First and last name of a person or a company; a single word is a last name. */
export function namesOf(name: string): { readonly firstName?: string; readonly lastName: string } {
	const words = name.trim().split(/\s+/);
	const lastName = words.at(-1) ?? '';
	return words.length > 1 ? { firstName: words.slice(0, -1).join(' '), lastName } : { lastName };
}

/** As Shopify takes an address: two lines, and codes for country and region. */
export function mailingAddress(address: Address) {
	const { company, lines, district, city, region, postcode, country, phone } = address;
	const [first, ...others] = lines;
	const code = provinceCode(country, region);
	// What has no code of its own is kept where people read it.
	const place = code === null && region !== null && region !== city ? [region] : [];
	const second = [...others, ...(district ? [district] : []), ...place].join(', ');
	return {
		...namesOf(address.name),
		...filled({ company, address1: first, address2: second, city, provinceCode: code }),
		...filled({ countryCode: countryCode(country), zip: postcode }),
		...filled({ phone: phoneNumber(country, phone) }),
	};
}

const countryCode = (country: string) => (/^[A-Z]{2}$/.test(country) ? country : null);

/** Without what is not known. */
const filled = (fields: Readonly<Record<string, string | null | undefined>>) =>
	Object.fromEntries(Object.entries(fields).filter(([, value]) => value));
