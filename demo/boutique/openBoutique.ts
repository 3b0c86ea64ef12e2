import { openShop } from '../ikas/openShop';

/** A third ikas shop: the hub itself is its order system, and people work its queues. */
export const openBoutique = (seed: number) =>
	openShop(seed, {
		channel: 'boutique',
		storeName: 'boutique',
		merchantName: 'Boutique',
		partner: null,
		shopOf: (shop) => shop,
	});
