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

/** Ordered too, and in the catalog only from the second upload on. */
export const lateSkus = ['NEW-ARRIVAL-1', 'NEW-ARRIVAL-2'];

/** Of these nobody has said how large they are. */
export const boxlessSku = 'LANTERN-BRASS';

/** Few enough that not everybody who orders it can have it. */
export const scarceSku = 'RUG-HANDMADE';

/** The rest of the catalog, which nobody orders here. */
export const others = numbered(120, 'SPICE');

/** In a hub and not on Amazon: no ASIN is known. */
export const withoutAsin = numbered(6, 'NO-ASIN');

export const asinOf = (at: number) => `B0${`${at + 1}`.padStart(8, '0')}`;

export const physical: readonly PhysicalStock[] = [
	...hubs.flatMap(({ code }) => [
		...[...skus, ...lateSkus, boxlessSku].map((sku) => ({ seller, sku, hub: code, units: 400 })),
		{ seller, sku: scarceSku, hub: code, units: 4 },
	]),
	...[...others, ...withoutAsin].map((sku) => ({ seller, sku, hub: 'dubai', units: 20 })),
];

const box = { length: 20, width: 15, height: 8, weight: 350 };
const columns = ['seller sku', 'asin', 'title', 'length', 'width', 'height', 'weight'] as const;

type Row = Readonly<Partial<Record<(typeof columns)[number], string | number>>>;

const rowOf = (sku: string, at: number): Row => ({
	'seller sku': sku,
	asin: asinOf(at),
	title: `${sku} of Bazaar`,
	...(sku !== boxlessSku && box),
});

const sold = [...skus, boxlessSku, scarceSku, ...others];

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
		...sold.slice(0, 40).map(rowOf),
		...refusedRows,
		...sold.slice(40).map((sku, at) => rowOf(sku, at + 40)),
	]);
export const refusedInCatalog = refusedRows.length;

/** What was forgotten, and what is known by now; the same rows again change nothing. */
export const lateCatalogCsv = () => csv([...sold, ...lateSkus].map(rowOf));

const quoted = (cell: string | number) => `"${`${cell}`.replaceAll('"', '""')}"`;

const csv = (rows: readonly Row[]): string =>
	[
		columns.join(','),
		...rows.map((row) => columns.map((name) => quoted(row[name] ?? '')).join(',')),
	].join('\r\n');

/** What the seller has listed on Amazon. */
export const products = [...sold, ...lateSkus].map((sku, at) => ({
	sku,
	asin: asinOf(at),
	price: 50,
}));
