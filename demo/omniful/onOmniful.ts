import type { OmnifulOrderState } from '../../sandbox/omniful/stateTypes';
import { sum, type Units } from '../auditor/units';
import { onOms, type HandedOver as OnOms } from '../outlet/onOms';

export type HandedOver = OnOms<OmnifulOrderState>;

export const { isCancelled, madeIn, handedOver, nowOf } = onOms<OmnifulOrderState>({
	numberOf: ({ alias }) => alias,
	isUntouched: ({ status }) => status === 'created' || status === 'new_order',
	isCancelled: ({ status }) => status === 'cancelled',
});

export const unitsIn = ({ items }: OmnifulOrderState): Units =>
	sum(items.map(({ sku, quantity }) => [sku, quantity]));
