import type { AmazonProductDraft, AmazonShipmentDraft } from './types';

/** What the small shop lists; of the last one Amazon lacks the dimensions. */
export const sampleProducts: readonly AmazonProductDraft[] = [
	{ sku: 'ABAYA-M', price: 245 },
	{ sku: 'OUD-50ML', price: 180 },
	{ sku: 'DALLAH-L', price: 129.5, hasDimensions: false },
];

/** A small shop's morning: two new orders, one with a package that Amazon recommends, and one that is pending. */
export const samples: readonly AmazonShipmentDraft[] = [
	{
		lines: [{ sku: 'ABAYA-M', quantity: 1 }],
		recommendedPackage: { lengthCm: 35, widthCm: 25, heightCm: 5, weightG: 600 },
	},
	{
		lines: [
			{ sku: 'OUD-50ML', quantity: 2 },
			{ sku: 'DALLAH-L', quantity: 1 },
		],
		location: 'DXB1',
		attributes: ['PRIME'],
	},
	{ lines: [{ sku: 'ABAYA-M', quantity: 2 }], status: 'PENDING' },
];
