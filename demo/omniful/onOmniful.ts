import type { OmnifulOrderState } from '../../sandbox/omniful/stateTypes';
import { sum } from '../auditor/units';
import { onOms, type HandedOver as OnOms } from '../outlet/onOms';
import { goods } from './goods';

export type HandedOver = OnOms<OmnifulOrderState>;

export const onOmniful = onOms<OmnifulOrderState>({
	name: 'Omniful',
	goods,
	numberOf: ({ alias }) => alias,
	isUntouched: ({ status }) => status === 'created' || status === 'new_order',
	isCancelled: ({ status }) => status === 'cancelled',
	unitsIn: ({ items }) => sum(items.map(({ sku, quantity }) => [sku, quantity])),
	/** Paid in advance, with its goods promised. */
	isRight: ({ paymentMethod, isCod, status }) =>
		paymentMethod === 'prepaid' && !isCod && status === 'new_order',
	placesOf: ({ hub }) => [hub],
});
