import type { OrderDraft, ProductDraft } from './types';

/** What the small shop sells, without its stock. */
export const sampleProducts: readonly ProductDraft[] = [
	{ name: 'Keten Gömlek, M', variants: [{ sku: 'GOMLEK-M', price: 549.9 }] },
	{ name: 'Pileli Etek, 38', variants: [{ sku: 'ETEK-38', price: 429.9 }] },
	{ name: 'Deri Kemer, 80 cm', variants: [{ sku: 'KEMER-80', price: 199.9 }] },
	{ name: 'Yün Ceket, L', variants: [{ sku: 'CEKET-L', price: 1299 }] },
];

/** A small shop's morning: paid, awaiting payment, from another location, shipped, cancelled, and one beyond repair. */
export const samples: readonly OrderDraft[] = [
	{ lines: [{ sku: 'GOMLEK-M', quantity: 1, price: 549.9, title: 'Keten Gömlek, M' }] },
	{
		lines: [
			{ sku: 'ETEK-38', quantity: 1, price: 429.9, title: 'Pileli Etek, 38' },
			{ sku: 'KEMER-80', quantity: 2, price: 199.9, title: 'Deri Kemer, 80 cm' },
		],
	},
	{
		lines: [{ sku: 'CEKET-L', quantity: 1, price: 1299, title: 'Yün Ceket, L' }],
		payment: 'WAITING',
	},
	{
		lines: [{ sku: 'GOMLEK-M', quantity: 2, price: 549.9, title: 'Keten Gömlek, M' }],
		package: 'FULFILLED',
	},
	{
		lines: [{ sku: 'ETEK-38', quantity: 1, price: 429.9, title: 'Pileli Etek, 38' }],
		status: 'CANCELLED',
	},
	{
		lines: [{ sku: 'KEMER-80', quantity: 1, price: 199.9, title: 'Deri Kemer, 80 cm' }],
		unreadable: 'fractionalQuantity',
	},
];
