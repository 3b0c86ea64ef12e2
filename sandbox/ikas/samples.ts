import type { OrderDraft } from './types';

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
