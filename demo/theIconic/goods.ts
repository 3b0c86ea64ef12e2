import type { IconicProductDraft } from '../../sandbox/theIconic/types';
import type { ShopifyProductDraft } from '../../sandbox/shopify/types';
import type { PhysicalStock } from '../auditor/facts';

/** A seller of its own: what it has in its hubs, no other channel sells. */
export const seller = 'coastal';

export const hubs = [
	{ code: 'marrickville', name: 'Marrickville Warehouse', latitude: -33.91, longitude: 151.16 },
	{ code: 'brunswick', name: 'Brunswick Warehouse', latitude: -37.77, longitude: 144.96 },
];

/** What Shopify calls the hubs, in their order, and a location that ships nothing of this. */
export const locations = ['Sydney', 'Melbourne'] as const;
export const otherLocation = 'Perth';

const numbered = (count: number, prefix: string) =>
	Array.from({ length: count }, (_, at) => `${prefix}-${`${at + 1}`.padStart(3, '0')}`);

/** What customers order, the same on both sides. */
export const skus = [
	'SHIRT-S',
	'SHIRT-M',
	'JEANS/32',
	'DRESS "BONDI" 10',
	'Jumper Navy',
	'CAFÉ-TOTE',
];

/** Few of each, so that no hub alone has what an order wants of it. */
export const tightSkus = numbered(6, 'LIMITED');
export const tightWanted = 3;

/** The rest of a catalogue of some four hundred, which nobody orders here. */
export const others = numbered(380, 'KNIT');

/** The seller's SKU on The Iconic, and what Shopify has instead of exactly this. */
export interface Unmatched {
	readonly sku: string;
	readonly inShopify: string | null;
}

/** Somebody corrects these in Shopify, by and by. */
export const corrected: readonly Unmatched[] = [
	{ sku: 'BEANIE-GREY', inShopify: 'Beanie-Grey' },
	{ sku: 'SCARF WOOL', inShopify: 'SCARF  WOOL' },
	{ sku: 'GLOVES-L', inShopify: 'GLOVE-L' },
];

/** On two variants of Shopify: nobody can say whose stock it is. */
export const twinSku = 'BELT-90';

/** And these nobody corrects. */
export const never: readonly Unmatched[] = [
	{ sku: 'SOCKS-3PK', inShopify: 'SOCKS_3PK' },
	{ sku: 'UMBRELLA', inShopify: null },
	{ sku: twinSku, inShopify: null },
];

export const unmatched = [...corrected, ...never];

/** Nothing that could be a SKU. */
export const invalidSkus = [' HAT-1', 'HAT-2 ', 'HAT\u00073', '\tHAT-4', `HAT-${'5'.repeat(260)}`];

/** In a warehouse of The Iconic, which takes no figure of it; Shopify has none left. */
export const consignedSku = 'PARKA-AWAY';

const sold = [...skus, ...tightSkus, ...others];

/** Variations of twenty to a set, as the seller has grouped them. */
export const products: readonly IconicProductDraft[] = [
	...sold,
	...unmatched.map(({ sku }) => sku),
	...invalidSkus,
	consignedSku,
].map((sku, at) => ({
	sku,
	name: `The ${sku}`,
	set: `set ${Math.floor(at / 20)}`,
	price: 60,
	shipmentType: sku === consignedSku ? 'warehouse' : 'dropshipping',
}));

/** Units at each location. */
const unitsOf = (sku: string): readonly number[] => {
	if (skus.includes(sku)) return [400, 300];
	if (sku === consignedSku) return [0, 0];
	return tightSkus.includes(sku) ? [2, 2] : [20, 5];
};

const stocksOf = (sku: string) => ({
	...Object.fromEntries(unitsOf(sku).map((units, at) => [locations[at], units])),
	[otherLocation]: 9,
});

/** Ids that a correction can name. */
const firstVariant = 8_800_001;

const variantsOf = (all: readonly string[], from: number) =>
	all.map((sku, at) => ({
		id: `${firstVariant + from + at}`,
		sku,
		price: 60,
		stocks: stocksOf(sku),
	}));

/** In Shopify a product for each fifty, as good as any. */
const grouped = Array.from({ length: Math.ceil(sold.length / 50) }, (_, at) => ({
	id: `${7_700_001 + at}`,
	title: `Range ${at + 1}`,
	variants: variantsOf(sold.slice(at * 50, at * 50 + 50), at * 50),
}));

/** As somebody typed them at first, or rightly. */
const typed = (isRight: boolean): ShopifyProductDraft => ({
	id: '7790001',
	title: 'Accessories',
	variants: variantsOf(
		corrected.map(({ sku, inShopify }) => (isRight ? sku : (inShopify ?? sku))),
		sold.length,
	),
});

const odd: ShopifyProductDraft = {
	id: '7790002',
	title: 'Odds and ends',
	variants: variantsOf(
		[...never.flatMap(({ inShopify }) => inShopify ?? []), twinSku, twinSku, consignedSku],
		sold.length + corrected.length,
	),
};

export const range: readonly ShopifyProductDraft[] = [...grouped, typed(false), odd];

/** Once somebody has looked at what has no counterpart. */
export const correctedRange: ShopifyProductDraft = typed(true);

/** What Shopify has of it where the hubs are. */
export const atFirst: readonly PhysicalStock[] = sold.flatMap((sku) =>
	hubs.map(({ code }, at) => ({ seller, sku, hub: code, units: unitsOf(sku)[at] ?? 0 })),
);
