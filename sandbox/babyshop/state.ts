import type { BabyshopState } from './types';
import type { World } from './world';

export const stateOf = (world: World): BabyshopState => {
	const orders = world.orders.states();
	const products = world.catalog.states();
	const { log } = world;
	return {
		now: world.now(),
		timeZone: world.settings.timeZone,
		orders,
		products,
		counts: {
			orders: orders.length,
			visible: world.orders.listed().length,
			products: products.length,
			pending: world.moderation.pending(),
			calls: log.count(() => true),
			overQuota: world.overQuota,
			faults: log.count(({ fault }) => fault !== null),
		},
	};
};
