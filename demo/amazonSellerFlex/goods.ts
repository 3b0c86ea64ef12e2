import type { PhysicalStock } from '../auditor/facts';

/** A seller of its own: what it has in its hubs, no other channel sells. */
export const seller = 'bazaar';

export const hubs = [
	{ code: 'dubai', name: 'Dubai Warehouse', latitude: 25.2, longitude: 55.27 },
	{ code: 'abu-dhabi', name: 'Abu Dhabi Warehouse', latitude: 24.45, longitude: 54.38 },
];

/** The Seller Flex Hub IDs, as the seller reads them in the Seller Flex portal and types them. */
export const locations = ['DXB1', 'AUH2'];
export const hubMap = hubs.map(({ code }, at) => ({ location: locations[at], hub: code }));

/** A hub that Amazon names on a shipment and nobody has told the hub of. */
export const unknownLocation = 'ZZZ9';

const numbered = (count: number, prefix: string) =>
	Array.from({ length: count }, (_, at) => `${prefix}-${`${at + 1}`.padStart(3, '0')}`);

/** What customers order. */
export const skus = [
	'OUD-50ML',
	'OUD-100ML',
	'DATES-1KG',
	'COFFEE/250',
	'ROSE "GOLD" TIN',
	'تمر-عجوة',
];

/** Ordered too, in the catalog only from the second upload on, and counted after that. */
export const lateSkus = ['NEW-ARRIVAL-1', 'NEW-ARRIVAL-2'];

/** Of these nobody has said how large they are. */
export const boxlessSku = 'LANTERN-BRASS';

/** Few enough that not everybody who orders it can have it. */
export const scarceSku = 'RUG-HANDMADE';

/** The rest of the catalog, which nobody orders here: more than Amazon is told prices of one by one. */
export const others = numbered(320, 'SPICE');
export const othersHub = 'dubai';

/** In the catalog of the hub, and no longer listed on Amazon. */
export const delistedSku = 'OUD-OLD-BOTTLE';

/** In a hub and not on Amazon: no ASIN is known. */
export const withoutAsin = numbered(6, 'NO-ASIN');

export const asinOf = (at: number) => `B0${`${at + 1}`.padStart(8, '0')}`;

export const physical: readonly PhysicalStock[] = [
	...hubs.flatMap(({ code }) => [
		...[...skus, boxlessSku].map((sku) => ({ seller, sku, hub: code, units: 400 })),
		{ seller, sku: scarceSku, hub: code, units: 4 },
	]),
	...[...others, ...withoutAsin].map((sku) => ({ seller, sku, hub: othersHub, units: 20 })),
];

export const arrivedLate: readonly PhysicalStock[] = hubs.flatMap(({ code }) =>
	lateSkus.map((sku) => ({ seller, sku, hub: code, units: 50 })),
);

/** What most of it is packed in, in centimetres and grams. */
export const box = { length: 20, width: 15, height: 8, weight: 350 };
const columns = ['seller sku', 'asin', 'title', 'length', 'width', 'height', 'weight'] as const;

type Row = Readonly<Partial<Record<(typeof columns)[number], string | number>>>;

const rowOf = (sku: string, at: number): Row => ({
	'seller sku': sku,
	asin: asinOf(at),
	title: `${sku} of Bazaar`,
	...(sku !== boxlessSku && box),
});

/** What is counted and in the catalog. */
const sold = [...skus, boxlessSku, scarceSku, ...others];
const inCatalog = [...sold, delistedSku];

/** Rows that cannot go in, each in its own way. */
const refusedRows: readonly Row[] = [
	...withoutAsin.map((sku) => ({ 'seller sku': sku, title: sku })),
	{ 'seller sku': 'ASIN-TOO-SHORT', asin: 'B012' },
	{ 'seller sku': 'ASIN-IN-SMALL', asin: 'b012345678' },
	{ 'seller sku': 'ASIN-WITH-SPACE', asin: 'B0 12345678' },
	{ 'seller sku': '', asin: asinOf(900) },
	{ 'seller sku': 'HALF-A-BOX', asin: asinOf(901), length: 10 },
];

/** The catalog as it is uploaded first: good rows and bad ones mixed. */
export const catalogCsv = () =>
	csv([
		...inCatalog.slice(0, 40).map(rowOf),
		...refusedRows,
		...inCatalog.slice(40).map((sku, at) => rowOf(sku, at + 40)),
	]);
export const refusedInCatalog = refusedRows.length;

/** What was forgotten, and what is known by now; the same rows again change nothing. */
export const lateCatalogCsv = () => csv([...inCatalog, ...lateSkus].map(rowOf));

const quoted = (cell: string | number) => `"${`${cell}`.replaceAll('"', '""')}"`;

const csv = (rows: readonly Row[]): string =>
	[
		columns.join(','),
		...rows.map((row) => columns.map((name) => quoted(row[name] ?? '')).join(',')),
	].join('\r\n');

/** What the seller has listed on Amazon, and for how much. */
export const products = [...inCatalog, ...lateSkus]
	.map((sku, at) => ({ sku, asin: asinOf(at), price: 50 }))
	.filter(({ sku }) => sku !== delistedSku);

/** New prices, and lines that are none: two ways to read it, a stranger's currency, a SKU that nobody knows, and no price. */
export const priceCsv = (prices: Readonly<Record<string, string>>) =>
	[
		'seller sku;price;currency',
		...Object.entries(prices).map(([sku, price]) => [quoted(sku), price, ''].join(';')),
		...refusedPrices,
	].join('\n');

const refusedPrices = [
	'DATES-1KG;1.234;',
	'COFFEE/250;20;USD',
	'NOBODY-KNOWS;20;',
	'OUD-50ML;;',
	'OUD-100ML;-5;',
];
export const refusedInPrices = refusedPrices.length;
