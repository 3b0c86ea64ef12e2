import type { IconicOrderDraft, IconicProductDraft } from './types';

/** What the small shop sells. Two differ in case alone, and one is the marketplace's to ship. */
export const sampleProducts: readonly IconicProductDraft[] = [
	{
		sku: 'DRESS-8',
		set: 'DRESS',
		name: 'Linen Dress',
		variation: '8',
		price: 129.95,
		quantity: 10,
	},
	{
		sku: 'DRESS-10',
		set: 'DRESS',
		name: 'Linen Dress',
		variation: '10',
		price: 129.95,
		quantity: 10,
	},
	{ sku: 'Dress-10', set: 'DRESS-OLD', name: 'Linen Dress, Last Season', price: 89.95 },
	{ sku: 'SNEAKER/42', name: 'White Sneaker', variation: '42', price: 180, quantity: 5 },
	{ sku: 'BELT', name: 'Leather Belt', price: 59, quantity: 20 },
	{ sku: 'CAP', name: 'Wool Cap', price: 35, shipmentType: 'crossdocking', quantity: 8 },
	{ sku: 'TOTE', name: 'Tote Bag', price: 75, shipmentType: 'warehouse', consigned: 40 },
	{ sku: 'SCARF', name: 'Silk Scarf', price: 95, status: 'deleted' },
];

/** A small shop's morning: new in two countries, unpaid, of a SKU that nobody knows, through the warehouse, shipped and cancelled. */
export const samples: readonly IconicOrderDraft[] = [
	{ lines: [{ sku: 'DRESS-8' }], shippingFee: 7.95 },
	{
		country: 'NZ',
		lines: [
			{ sku: 'DRESS-10', quantity: 2 },
			{ sku: 'BELT', discount: 9 },
		],
	},
	{ lines: [{ sku: 'BELT' }], status: 'payment_pending' },
	{ lines: [{ sku: 'NOBODY', name: 'Unknown Thing', price: 20 }], masked: true },
	{ lines: [{ sku: 'CAP' }] },
	{ lines: [{ sku: 'TOTE' }] },
	{ lines: [{ sku: 'SNEAKER/42' }], status: 'shipped' },
	{ lines: [{ sku: 'BELT', quantity: 2 }], status: 'canceled' },
];
