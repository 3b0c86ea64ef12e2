import type { OkerState } from './types';
import type { World } from './world';

export const stateOf = (world: World): OkerState => {
	const { orders, catalog, log, settings } = world;
	const states = orders.states();
	const listings = catalog.states();
	return {
		now: world.now(),
		level: settings.level,
		warehouses: settings.warehouses,
		orders: states,
		listings,
		counts: {
			orders: states.length,
			visible: orders.listed(null).length,
			listings: listings.length,
			calls: log.count(() => true),
			quotaHits: world.quotaHits,
			faults: log.count(({ fault }) => fault !== null),
			replays: world.replays,
		},
	};
};
