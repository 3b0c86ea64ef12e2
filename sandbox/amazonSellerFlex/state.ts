import type { AmazonState } from './types';
import type { World } from './world';

export const stateOf = (world: World): AmazonState => {
	world.feeds.settle();
	const shipments = world.shipments.states();
	const prices = world.listings.products.states();
	const { log } = world;
	return {
		now: world.now(),
		marketplace: world.marketplace.id,
		sellerId: world.credential.sellerId,
		locations: world.settings.locations,
		grants: world.settings.grants,
		shipments,
		inventory: world.inventory.all(),
		prices,
		feeds: world.feeds.states(),
		invoices: world.invoices,
		quotaHits: world.quotas.hits(),
		counts: {
			shipments: shipments.length,
			visible: world.shipments.listed().length,
			products: prices.length,
			calls: log.count(() => true),
			faults: log.count(({ fault }) => fault !== null),
		},
	};
};
