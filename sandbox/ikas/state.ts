import type { IkasState } from './types';
import type { World } from './world';

export const stateOf = ({ settings, shop, log, overQuota }: World, now: number): IkasState => {
	const orders = shop.orders();
	return {
		now,
		merchant: settings.merchant,
		locations: settings.locations,
		orders,
		counts: {
			orders: orders.length,
			visible: shop.listed(null).length,
			calls: log.count(() => true),
			overQuota,
			faults: log.count(({ fault }) => fault !== null),
		},
	};
};
