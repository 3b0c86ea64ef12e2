import type { OkerProductDraft } from '../../sandbox/oker/types';
import type { PhysicalStock } from '../auditor/facts';

/** A seller of its own: what it has in its hubs, no other channel sells. */
export const seller = 'marigold';

export const hubs = [
	{ code: 'noida', name: 'Noida Warehouse', latitude: 28.54, longitude: 77.39 },
	{ code: 'pune', name: 'Pune Warehouse', latitude: 18.52, longitude: 73.86 },
	{ code: 'kochi', name: 'Kochi Store', latitude: 9.93, longitude: 76.27 },
];

/** What Oker calls each of them. */
export const warehouses = [
	{ code: 'OKR-W1', name: 'North', active: true },
	{ code: 'OKR-W2', name: 'West', active: true },
	{ code: 'OKR-W3', name: 'South', active: true },
];

/** A code on orders that is none of the seller's warehouses. */
export const unknownWarehouse = 'OKR-W9';

/** Warehouse Location as somebody types it, of the first so many warehouses. */
export const warehouseLocation = (count = hubs.length): string =>
	JSON.stringify(
		Object.fromEntries(warehouses.slice(0, count).map(({ code }, at) => [code, hubs[at]?.code])),
	);

/** What customers order. */
export const skus = [
	'KURTA-BLUE-M',
	'KURTA-BLUE-L',
	'CHAI/250G',
	'SAREE "INDIGO"',
	"DIYA 'BRASS'",
	'कुर्ता-नीला',
];

/** Few enough that not everybody who orders it can have it. */
export const scarceSku = 'SHAWL-PASHMINA';

/** The rest of the catalog, which nobody orders here. */
export const others = Array.from({ length: 150 }, (_, at) => `RUG-${`${at + 1}`.padStart(3, '0')}`);

/** Nearly a SKU of the seller's, and none: a blank too many, or another case. A person says what the first is. */
export const blankSku = ' KURTA-BLUE-M';
export const otherCaseSku = 'kurta-blue-m';

/** What nobody can find in a warehouse: no SKU at all, or one that is none. */
export const invalidSkus = [blankSku, 'KURTA-BLUE-L ', 'DIYA\nBRASS', '', '', 'R'.repeat(256)];

/** On orders, and in no catalog, ever. */
export const unknownSku = 'ELEPHANT';

/** Not on sale yet, and then without a SKU: a person says what it is beforehand. */
export const early = { product: 'P-EARLY', variant: 'V-EARLY', sku: '' };
export const earlyListing = `${early.product}/${early.variant}`;

const sold = [...skus, scarceSku, ...others];

export const products: readonly OkerProductDraft[] = [
	...sold.map((sku) => ({ sku, title: `Bazaar ${sku}` })),
	{ sku: otherCaseSku, title: 'The same in small letters' },
	...invalidSkus.map((sku, at) => ({ sku, title: `Nameless ${at + 1}` })),
];

/** Units of each, hub by hub. */
const othersIn = [20, 5, 9];

export const physical: readonly PhysicalStock[] = hubs.flatMap(({ code }, at) => [
	...skus.map((sku) => ({ seller, sku, hub: code, units: 400 })),
	{ seller, sku: scarceSku, hub: code, units: 4 },
	...others.map((sku) => ({ seller, sku, hub: code, units: othersIn[at] ?? 0 })),
]);

/** What is in a hub at first. */
export const unitsIn = (hub: string, sku: string): number =>
	physical.find((row) => row.hub === hub && row.sku === sku)?.units ?? 0;
