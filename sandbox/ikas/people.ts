import { type Random, pick, uuid } from '../random';
import type { RawAddress, RawCustomer } from './raw';
import type { AddressDraft } from './types';

const firstNames = [
	'Ayşe',
	'Mehmet',
	'Zeynep',
	'Ömer',
	'Elif',
	'Çağrı',
	'Şule',
	'İbrahim',
	'Gülşen',
	'Uğur',
] as const;

const lastNames = [
	'Yılmaz',
	'Öztürk',
	'Çelik',
	'Şahin',
	'Kılıç',
	'Güneş',
	'Doğan',
	'Işık',
	'Aydın',
	'Ünal',
] as const;

const streets = [
	'Bağdat Caddesi',
	'İstiklal Caddesi',
	'Atatürk Bulvarı',
	'Çınar Sokak',
	'Şehit Ömer Sokak',
	'Gül Sokak',
] as const;

type Place = readonly [city: string, district: string, code: string, postalCode: string];

/** City is the province (il), district the ilçe (reference/ikas.md 8.1). */
const places: readonly [Place, ...(readonly Place[])] = [
	['İstanbul', 'Kadıköy', '34', '34710'],
	['İstanbul', 'Beşiktaş', '34', '34353'],
	['Ankara', 'Çankaya', '06', '06690'],
	['İzmir', 'Karşıyaka', '35', '35580'],
	['Bursa', 'Nilüfer', '16', '16110'],
	['Eskişehir', 'Odunpazarı', '26', '26030'],
	['Muğla', 'Köyceğiz', '48', '48800'],
	['Şanlıurfa', 'Haliliye', '63', '63300'],
	['Iğdır', 'Tuzluca', '76', '76900'],
];

const turkiye = { id: 'country-tr', name: 'Türkiye', code: 'TR', iso2: 'TR', iso3: 'TUR' };

const number = (next: Random, below: number) => 1 + Math.floor(next() * below);

export const rawAddress = (next: Random): RawAddress => {
	const [city, district, code, postalCode] = pick(next, places);
	return {
		id: uuid(next),
		firstName: pick(next, firstNames),
		lastName: pick(next, lastNames),
		addressLine1: `${pick(next, streets)} No: ${number(next, 180)}/${number(next, 24)}`,
		addressLine2: null,
		postalCode,
		phone: `+90532${1_000_000 + number(next, 8_999_998)}`,
		isDefault: false,
		city: { id: `city-${code}`, name: city, code },
		district: { id: `district-${postalCode}`, name: district },
		country: turkiye,
	};
};

/** The address with what the draft names in place of what it had. */
export const withAddress = (address: RawAddress, draft: AddressDraft = {}): RawAddress => {
	const { city, district, country, ...plain } = draft;
	return {
		...address,
		...plain,
		...(city === undefined ? {} : { city: { id: `city-${city}`, name: city } }),
		...(district === undefined
			? {}
			: { district: district === null ? null : { id: `district-${district}`, name: district } }),
		...(country ? { country: { ...country, id: `country-${country.iso2}`, iso3: null } } : {}),
	};
};

export const rawCustomer = (
	next: Random,
	{ firstName, lastName, phone }: RawAddress,
): RawCustomer => {
	const id = uuid(next);
	return {
		id,
		email: `customer-${id.slice(0, 8)}@example.com`,
		firstName,
		lastName,
		fullName: `${firstName} ${lastName}`,
		phone,
		isGuestCheckout: next() < 0.3,
	};
};
