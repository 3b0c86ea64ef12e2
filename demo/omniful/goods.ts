import type { OmnifulSkuDraft } from '../../sandbox/omniful/types';
import { locationsOf, numbered, productsOf, stocked, type Goods } from '../outlet/goods';

const hubs = [
	{ code: 'riyadh', name: 'Riyadh Warehouse', latitude: 24.71, longitude: 46.68 },
	{ code: 'jeddah', name: 'Jeddah Warehouse', latitude: 21.49, longitude: 39.19 },
];

/** What Omniful calls the hubs, in their order. */
export const omnifulHubs = [
	{ code: 'RUH_MAIN', name: 'Riyadh' },
	{ code: 'JED_MAIN', name: 'Jeddah' },
] as const;

/** What customers order. */
const skus = ['ABAYA-M', 'ABAYA-L', 'THOBE/WHITE', 'SHEMAGH.RED', 'Bisht_54', 'OUD/50-ML'];

/** The shop sells it before anybody has told Omniful that there is such a thing. */
export const newSku = 'JALABIYA-NEW';

export const others = numbered('PRAYER-MAT', 30);

const unitsOf = (sku: string): readonly number[] => (others.includes(sku) ? [20, 8] : [300, 200]);

const known = [...skus, ...others];
const locations = locationsOf(hubs);
const products = productsOf([...known, newSku], locations);

export const goods: Goods = {
	...{ seller: 'najd', sellerName: 'Najd', hubs, locations, places: omnifulHubs },
	...{ skus, known, unitsOf, products },
};

export const sku = (code: string): OmnifulSkuDraft => stocked(goods, code);
