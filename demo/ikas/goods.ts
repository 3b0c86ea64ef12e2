import type { PhysicalStock } from '../auditor/facts';

export const seller = 'acme';

export const hubs = [
	{ code: 'istanbul', name: 'Istanbul Warehouse', latitude: 41.01, longitude: 28.98 },
	{ code: 'ankara', name: 'Ankara Warehouse', latitude: 39.93, longitude: 32.86 },
	{ code: 'izmir', name: 'Izmir Shop', latitude: 38.42, longitude: 27.14 },
];

const locationOf = (hub: string) => `location-${hub}`;

/** The shop's stock locations: one for each hub, and one that nobody has mapped. */
export const unmappedLocation = 'location-popup-store';
export const unknownLocation = 'location-nobody-told-of';
export const mappedLocations = hubs.map(({ code }) => locationOf(code));
export const locations = [
	...hubs.map(({ code, name }) => ({ id: locationOf(code), name })),
	{ id: unmappedLocation, name: 'Pop-up Store' },
];

export const hubMap = hubs.map(({ code }) => ({ location: locationOf(code), hub: code }));

/** Names as sellers in Turkey write them: letters, quotes and all. */
export const skus = [
	'MUG-RED',
	'MUG-BLUE',
	'TSHIRT-M',
	'TSHIRT-L',
	'KUPA-ÇİFT',
	'TABAK 12" İNCE',
	"ŞAL-'MAVİ'",
	'BARDAK/6',
];

/** Few enough that not everybody who orders it can have it. */
export const scarceSku = 'LAMP-LIMITED';

/** SKUs that nobody orders here: the rest of a catalog of five hundred, all in one warehouse. */
export const others = Array.from({ length: 491 }, (_, at) => `SKU-${`${at + 1}`.padStart(4, '0')}`);
export const othersHub = 'istanbul';

export const physical: readonly PhysicalStock[] = [
	...hubs.flatMap(({ code }) => [
		...skus.map((sku) => ({ seller, sku, hub: code, units: 500 })),
		{ seller, sku: scarceSku, hub: code, units: 4 },
	]),
	...others.map((sku) => ({ seller, sku, hub: othersHub, units: 20 })),
];

/** What nobody can find in a warehouse: no SKU at all, or one that is none. */
export const withoutSku = [null, '', ' MUG-RED', 'MUG-BLUE ', 'MUG\nBLUE', 'M'.repeat(256)];

/** What the shop sells, as it counted before the hub took over: any figures. */
export const products = [...skus, scarceSku, ...others, ...withoutSku].map((sku) => ({
	name: sku ?? 'Gift Wrap',
	variants: [{ sku, stocks: Object.fromEntries(mappedLocations.map((id) => [id, 50])) }],
}));

export const locationFor = locationOf;
