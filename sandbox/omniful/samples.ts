import type { OmnifulSkuDraft } from './types';

/** What somebody who tries things out finds in the catalog. */
export const sampleSkus: readonly OmnifulSkuDraft[] = [
	{ sku: 'ABAYA-M', name: 'Abaya M', price: 199, stocks: { RUH: 20, JED: 5 } },
	{ sku: 'SCARF-WOOL', name: 'Wool Scarf', price: 79, stocks: { RUH: 8 } },
	{ sku: 'TEE-RED-M', name: 'Red Tee M', price: 55, stocks: { RUH: 30, JED: 12 } },
];
