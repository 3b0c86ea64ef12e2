import type { UniwareOrderState } from '../../sandbox/uniware/stateTypes';
import { sum, type Units } from '../auditor/units';
import { onOms, type HandedOver as OnOms } from '../outlet/onOms';

export type HandedOver = OnOms<UniwareOrderState>;

export const { isCancelled, madeIn, handedOver, nowOf } = onOms<UniwareOrderState>({
	numberOf: ({ displayCode }) => displayCode,
	isUntouched: ({ isOnHold, packages, items }) =>
		!isOnHold &&
		packages.every(({ status }) => status === 'CREATED') &&
		items.every(({ status }) => ['CREATED', 'FULFILLABLE'].includes(status)),
	isCancelled: ({ status }) => status === 'CANCELLED',
});

/** Units by SKU that are not cancelled. */
export const unitsIn = ({ items }: UniwareOrderState): Units =>
	sum(items.filter(({ status }) => status !== 'CANCELLED').map(({ sku }) => [sku, 1]));
