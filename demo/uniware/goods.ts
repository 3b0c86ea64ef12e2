import type { UniwareItemDraft } from '../../sandbox/uniware/types';
import { locationsOf, numbered, productsOf, stocked, type Goods } from '../outlet/goods';

const hubs = [
	{ code: 'bengaluru', name: 'Bengaluru Warehouse', latitude: 12.97, longitude: 77.59 },
	{ code: 'delhi', name: 'Delhi Warehouse', latitude: 28.61, longitude: 77.21 },
];

/** What Uniware calls the hubs, in their order. */
export const facilities = [
	{ code: 'WH_BLR', name: 'Bengaluru' },
	{ code: 'WH_DEL', name: 'Delhi' },
] as const;

/** What customers order, as Uniware lets a SKU be written. */
const skus = ['KURTA-M', 'KURTA-L', 'SAREE/RED', 'DUPATTA.BLUE', 'Juttis_38', 'STOLE/A-2'];

/** The shop sells it before anybody has told Uniware that there is such a thing. */
export const newSku = 'LEHENGA-NEW';

/** Somebody switches it off in Uniware, after the hub has read what there is. */
export const offSku = 'SHERWANI-OFF';

export const others = numbered('FABRIC', 40);

const unitsOf = (sku: string): readonly number[] => (others.includes(sku) ? [20, 8] : [300, 200]);

const known = [...skus, offSku, ...others];
const locations = locationsOf(hubs);
const products = productsOf([...known, newSku], locations);

export const goods: Goods = {
	...{ seller: 'deccan', sellerName: 'Deccan', hubs, locations, places: facilities },
	...{ skus, known, unitsOf, products },
};

export const item = (sku: string): UniwareItemDraft => stocked(goods, sku);
