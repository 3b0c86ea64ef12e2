import type { BabyshopOrderDraft, BabyshopProductDraft } from './types';

/** What the small shop sells. Some have no code of the vendor's, and two share one. */
export const sampleProducts: readonly BabyshopProductDraft[] = [
	{ sku: 'BS-1000101', vendorSkuCode: 'ROMPER-3M', name: 'Striped Romper, 3 Months', price: 79 },
	{ sku: 'BS-1000102', vendorSkuCode: 'ROMPER-6M', name: 'Striped Romper, 6 Months', price: 79 },
	{ sku: 'BS-1000201', vendorSkuCode: 'STROLLER', name: 'Folding Stroller', price: 899.5 },
	{ sku: 'BS-1000202', vendorSkuCode: 'STROLLER', name: 'Folding Stroller, Gift Box', price: 949 },
	{ sku: 'BS-1000301', vendorSkuCode: ' BIB-SET ', name: 'Set of Five Bibs', price: 45 },
	{ sku: 'BS-1000401', vendorSkuCode: null, name: 'Teething Ring', price: 25 },
	{ sku: 'BS-1000402', vendorSkuCode: '', name: 'Bath Duck', price: 15 },
	{ sku: 'BS-1000403', vendorSkuCode: '   ', name: 'Night Light', price: 65 },
];

/** A small shop's morning: confirmed in three countries, pending, of a code that nobody knows, on its way, and cancelled. */
export const samples: readonly BabyshopOrderDraft[] = [
	{ lines: [{ sku: 'BS-1000101', quantity: 1 }], shippingCharge: 15 },
	{
		country: 'SAU',
		lines: [
			{ sku: 'BS-1000102', quantity: 2, price: 85 },
			{ sku: 'BS-1000201', quantity: 1, price: 999, discount: 50 },
		],
		codCharge: 10,
		paymentMethod: '2',
	},
	{
		country: 'KWT',
		lines: [{ sku: 'BS-1000301', quantity: 3, price: 3.725 }],
		shippingCharge: 1.25,
	},
	{ lines: [{ sku: 'BS-1000102', quantity: 1 }], status: '1', onHold: true },
	{ lines: [{ sku: 'LAND0099887766', quantity: 1, name: 'Folding Stroller', price: 899.5 }] },
	{ lines: [{ sku: 'BS-1000201', quantity: 1 }], status: '20' },
	{ lines: [{ sku: 'BS-1000101', quantity: 2 }], status: '8' },
];
