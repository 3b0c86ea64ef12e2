import type { OrderDraft } from '../../sandbox/ikas/types';
import type { Random } from '../../sandbox/random';
import type { Goods } from './goods';

/** Orders of one or two lines of different SKUs, at one of the hubs. */
export const draftsOf =
	(goods: Goods) =>
	(count: number, random: Random, as: Partial<OrderDraft> = {}): readonly OrderDraft[] =>
		Array.from({ length: count }, () => ({ ...draft(goods, random), ...as }));

function draft({ skus, locations }: Goods, random: Random): OrderDraft {
	const from = Math.floor(random() * skus.length);
	const lines = Array.from({ length: 1 + Math.floor(random() * 2) }, (_, at) => ({
		sku: skus[(from + at) % skus.length] ?? '',
		quantity: 1 + Math.floor(random() * 2),
	}));
	const { id } = locations[Math.floor(random() * locations.length)] ?? { id: null };
	return { lines, location: id };
}
