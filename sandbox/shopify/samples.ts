import type { ShopifyOrderDraft, ShopifyProductDraft } from './types';

/** What the small shop sells. */
export const sampleProducts: readonly ShopifyProductDraft[] = [
	{
		title: 'Linen Shirt',
		variants: ['S', 'M', 'L'].map((size) => ({
			sku: `SHIRT-${size}`,
			title: size,
			price: 89.95,
			stocks: { 'Sydney Warehouse': 20, 'Melbourne Store': 5 },
		})),
	},
	{
		title: 'Wool Scarf',
		variants: [{ sku: 'SCARF', price: 59, stocks: { 'Sydney Warehouse': 12 } }],
	},
	// One SKU twice: it must not be matched.
	{ title: 'Canvas Bag', variants: [{ sku: 'BAG', price: 45, stocks: { 'Melbourne Store': 3 } }] },
	{ title: 'Canvas Bag, old', status: 'DRAFT', variants: [{ sku: 'BAG', price: 39 }] },
];

/** What was bought in the shop itself. */
export const samples: readonly ShopifyOrderDraft[] = [
	{ lines: [{ sku: 'SHIRT-M', quantity: 1 }] },
	{ lines: [{ sku: 'SCARF', quantity: 2 }], note: 'Please wrap' },
];
