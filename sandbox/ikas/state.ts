import type { IkasState } from './types';
import type { World } from './world';

export const stateOf = (
	{ settings, shop, catalog, log, overQuota }: World,
	now: number,
): IkasState => {
	const orders = shop.orders();
	return {
		now,
		merchant: settings.merchant,
		locations: settings.locations,
		orders,
		stock: catalog.state(),
		counts: {
			orders: orders.length,
			products: catalog.products().length,
			visible: shop.listed(null).length,
			calls: log.count(() => true),
			overQuota,
			faults: log.count(({ fault }) => fault !== null),
		},
	};
};
