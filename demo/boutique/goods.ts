import type { PhysicalStock } from '../auditor/facts';

/** A seller of its own: what it has in its hubs, no other shop sells. */
export const seller = 'juniper';

export const hubs = [
	{ code: 'bursa', name: 'Bursa Warehouse', latitude: 40.19, longitude: 29.06 },
	{ code: 'eskisehir', name: 'Eskişehir Shop', latitude: 39.78, longitude: 30.52 },
] as const;

/** What the shop calls them. */
export const locations = hubs.map(({ code, name }) => ({ id: `location-${code}`, name }));

export const hubMap = hubs.map(({ code }, at) => ({ location: locations[at]?.id, hub: code }));

/** Only Türkiye is served by itself; a person decides about the rest. */
export const rules = [
	{
		name: 'home',
		strategy: 'priority',
		filters: [{ field: 'country', is: 'include', values: ['TR'] }],
	},
];

/** What customers order, as far as there is enough of it. */
export const skus = ['SILK-SCARF', 'LINEN-DRESS-M', 'LINEN-DRESS-L', 'KEÇE ŞAPKA'];

/** None of it is there, and some arrives. */
export const arrivingSku = 'LEATHER-BAG';

/** None of it is there, and none ever comes. */
export const goneSku = 'LAST-SEASON';

export const physical: readonly PhysicalStock[] = [
	...hubs.flatMap(({ code }) => skus.map((sku) => ({ seller, sku, hub: code, units: 200 }))),
	...[arrivingSku, goneSku].map((sku) => ({ seller, sku, hub: hubs[0].code, units: 0 })),
];

/** What the shop sells, as it counted before the hub took over: any figures. */
export const products = [...skus, arrivingSku, goneSku].map((sku) => ({
	name: `The ${sku}`,
	variants: [{ sku, stocks: Object.fromEntries(locations.map(({ id }) => [id, 20])) }],
}));
