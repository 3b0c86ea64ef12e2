import type { OkerOrderDraft, OkerProductDraft } from './types';

const inventory = (one: number, two: number) => ({ 'OKR-W1': one, 'OKR-W2': two });

/** What the small shop sells. One listing has no SKU, so that nobody knows what it is. */
export const sampleProducts: readonly OkerProductDraft[] = [
	{
		sku: 'TEE-RED-M',
		product: 'P-1001',
		title: 'Basic tee, red, M',
		price: 499,
		inventory: inventory(9, 0),
	},
	{
		sku: 'TEE-RED-L',
		product: 'P-1001',
		title: 'Basic tee, red, L',
		price: 499,
		inventory: inventory(4, 2),
	},
	{ sku: 'JEANS-32', title: 'Slim jeans, 32', price: 1299, inventory: inventory(6, 3) },
	{ sku: 'SCARF', title: 'Wool scarf', price: 799, live: false },
	{ sku: '', title: 'Unlabelled socks', price: 99 },
];

/** A small shop's morning: new in both warehouses, not released, held, of a warehouse that nobody mapped, sent off and cancelled. */
export const samples: readonly OkerOrderDraft[] = [
	{ lines: [{ sku: 'TEE-RED-M', quantity: 2 }] },
	{ facility: 'OKR-W2', payment: 'COD', lines: [{ sku: 'TEE-RED-L' }, { sku: 'JEANS-32' }] },
	{ lines: [{ sku: 'JEANS-32' }], pending: true },
	{ lines: [{ sku: 'TEE-RED-M' }], onHold: true },
	{ facility: 'OKR-W9', lines: [{ sku: 'TEE-RED-L' }] },
	{ lines: [{ sku: 'NOBODY', title: 'Unknown thing', price: 20 }] },
	{ lines: [{ sku: 'SCARF' }], status: 'DISPATCHED' },
	{ lines: [{ sku: 'TEE-RED-M' }], status: 'CANCELLED' },
];
