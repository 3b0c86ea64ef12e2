import type { UniwareItemDraft } from './types';

/** What the small tenant has on its shelves. */
export const sampleItems: readonly UniwareItemDraft[] = [
	...['S', 'M', 'L'].map((size) => ({
		sku: `TEE-RED-${size}`,
		name: `Red Tee, ${size}`,
		price: 499,
		stocks: { WH_MAIN: 20, WH_SOUTH: 5 },
	})),
	{ sku: 'SCARF-WOOL', name: 'Wool Scarf', price: 899, stocks: { WH_MAIN: 12 } },
	{ sku: 'BAG-OLD', name: 'Canvas Bag, old', price: 299, enabled: false },
];
