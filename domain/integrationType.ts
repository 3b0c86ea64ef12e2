import type { StoreSettings } from './store';

/** Whether the hub keeps the stock of what the store sells, or only ships its orders. */
export const integrationTypes = ['full', 'shippingOnly'] as const;
export type IntegrationType = (typeof integrationTypes)[number];

/** As the store page says it. */
export const integrationTypeLabels: Readonly<Record<IntegrationType, string>> = {
	full: 'Fulfillment + Shipping',
	shippingOnly: 'Shipping Only',
};

export const keepsStock = ({ integrationType }: Pick<StoreSettings, 'integrationType'>): boolean =>
	integrationType !== 'shippingOnly';
