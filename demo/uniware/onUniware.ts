import type { UniwareOrderState } from '../../sandbox/uniware/stateTypes';
import { sum } from '../auditor/units';
import { onOms, type HandedOver as OnOms } from '../outlet/onOms';
import { goods } from './goods';

export type HandedOver = OnOms<UniwareOrderState>;

/** The most that Uniware takes as the code of an order. */
const longestCode = 45;

export const onUniware = onOms<UniwareOrderState>({
	name: 'Uniware',
	goods,
	numberOf: ({ displayCode }) => displayCode,
	isUntouched: ({ isOnHold, packages, items }) =>
		!isOnHold &&
		packages.every(({ status }) => status === 'CREATED') &&
		items.every(({ status }) => ['CREATED', 'FULFILLABLE'].includes(status)),
	isCancelled: ({ status }) => status === 'CANCELLED',
	unitsIn: ({ items }) =>
		sum(items.filter(({ status }) => status !== 'CANCELLED').map(({ sku }) => [sku, 1])),
	/** Paid in advance, and shipped by Uniware. */
	isRight: ({ code, isCod, thirdPartyShipping, taxExempted, status }) =>
		code.length <= longestCode &&
		[isCod, thirdPartyShipping, taxExempted].every((flag) => !flag) &&
		status !== 'PENDING_VERIFICATION',
	placesOf: ({ items }) => items.map(({ facility }) => facility),
});
