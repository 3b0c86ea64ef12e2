import type { Product } from './catalog';
import type { IconicProductState } from './stateTypes';
import type { IconicState } from './types';
import type { World } from './world';

export const productState = ({ stock }: World, product: Product): IconicProductState => {
	const { quantity, reservedStock, available } = stock.figuresOf(product);
	const { id, set, sku, status, shipmentType, history } = product;
	return {
		id,
		set,
		sku,
		status,
		shipmentType,
		quantity,
		reserved: reservedStock,
		available,
		history,
	};
};

export const stateOf = (world: World): IconicState => {
	const { orders, catalog, log, settings } = world;
	const states = orders.states();
	const products = catalog.all().map((product) => productState(world, product));
	return {
		now: world.now(),
		seller: settings.seller,
		providers: settings.providers,
		orders: states,
		products,
		jobs: [...world.exports.states(), ...world.feeds.states()],
		counts: {
			orders: states.length,
			visible: orders.listed(null).length,
			products: products.length,
			calls: log.count(() => true),
			quotaHits: world.quotaHits,
			faults: log.count(({ fault }) => fault !== null),
		},
	};
};
