import type { BabyshopProductDraft } from '../../sandbox/babyshop/types';
import type { PhysicalStock } from '../auditor/facts';

/** A seller of its own: what it has in its hubs, no other channel sells. */
export const seller = 'nursery';

export const hubs = [
	{ code: 'sharjah', name: 'Sharjah Warehouse', latitude: 25.35, longitude: 55.42 },
	{ code: 'al-ain', name: 'Al Ain Warehouse', latitude: 24.21, longitude: 55.74 },
	{ code: 'showroom', name: 'Dubai Showroom', latitude: 25.2, longitude: 55.27 },
];

/** Chosen in Facility Wise Inventory, as the workflow `settings.json` has it: what the showroom has is not offered. */
export const offeredHubs = ['sharjah', 'al-ain'];

/** The channel has no locations: all hubs stand behind the one figure that it shows. */
export const hubMap = hubs.map(({ code }) => ({ hub: code }));

const numbered = (count: number, prefix: string) =>
	Array.from({ length: count }, (_, at) => `${prefix}-${`${at + 1}`.padStart(3, '0')}`);

/** What customers order, by the seller's own code. */
export const skus = [
	'ROMPER-3M',
	'ROMPER-6M',
	'SOCKS/6',
	'BIB "LION"',
	'STROLLER RED',
	'بطانية-زرقاء',
];

/** On sale before the hub hears of them. */
export const lateSkus = ['CRIB-NEW', 'COT-NEW'];

/** Few enough that not everybody who orders it can have it. */
export const scarceSku = 'CAROUSEL-MUSICAL';

/** The rest of a catalog of five hundred, which nobody orders here. */
export const others = numbered(480, 'TOY');
/** Units of each, hub by hub. */
const othersIn = [20, 5, 9];

/** On sale, and nobody knows as what of the seller's. */
const withoutVendorSku = [null, '', '  ', null, '', null, null].map((vendorSkuCode, at) => ({
	sku: `BBS800000${at}`,
	vendorSkuCode,
}));

/** One of them is ordered, and a person says what it is. */
export const strangeListing = 'BBS8000003';
export const leftOut = withoutVendorSku.filter(({ sku }) => sku !== strangeListing);

const sold = [...skus, scarceSku, ...others];

/** The marketplace's code of what the seller sells. */
const listings = new Map(
	[...sold, ...lateSkus].map((sku, at) => [sku, `BBS${`${at + 1}`.padStart(7, '0')}`]),
);
export const listingOf = (sku: string): string => listings.get(sku) ?? sku;

/** A code on orders that is in no catalog, and never will be. */
export const unknownCode = 'LAND880012345';

/** One of them is on sale twice, and on one product somebody left blanks around the code. */
const twice = others[0] ?? 'TOY-001';
export const secondListing = 'BBS9000001';
const blanks = (sku: string) => (sku === 'STROLLER RED' ? ` ${sku} ` : sku);

export const products: readonly BabyshopProductDraft[] = [
	...sold.map((sku) => ({ sku: listingOf(sku), vendorSkuCode: blanks(sku), name: `Baby ${sku}` })),
	{ sku: secondListing, vendorSkuCode: twice, name: 'The same in a gift box' },
	...withoutVendorSku,
];

export const lateProducts: readonly BabyshopProductDraft[] = lateSkus.map((sku) => ({
	sku: listingOf(sku),
	vendorSkuCode: sku,
}));

export const physical: readonly PhysicalStock[] = hubs.flatMap(({ code }, at) => [
	...skus.map((sku) => ({ seller, sku, hub: code, units: 400 })),
	...lateSkus.map((sku) => ({ seller, sku, hub: code, units: 50 })),
	{ seller, sku: scarceSku, hub: code, units: 4 },
	...others.map((sku) => ({ seller, sku, hub: code, units: othersIn[at] ?? 0 })),
]);

/** What the shop is to show of it: what the chosen hubs have, and no other. */
export const offeredAtFirst = (wanted: string): number =>
	physical
		.filter(({ sku, hub }) => sku === wanted && offeredHubs.includes(hub))
		.reduce((sum, { units }) => sum + units, 0);
