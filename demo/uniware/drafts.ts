import type { OrderDraft } from '../../sandbox/ikas/types';
import type { Random } from '../../sandbox/random';
import { locations, skus } from './goods';

/** One or two lines of different SKUs, at one of the hubs. */
export function draft(random: Random, as: Partial<OrderDraft> = {}): OrderDraft {
	const from = Math.floor(random() * skus.length);
	const lines = Array.from({ length: 1 + Math.floor(random() * 2) }, (_, at) => ({
		sku: skus[(from + at) % skus.length] ?? 'KURTA-M',
		quantity: 1 + Math.floor(random() * 2),
	}));
	const { id } = locations[Math.floor(random() * locations.length)] ?? { id: null };
	return { lines, location: id, ...as };
}

export const drafts = (
	count: number,
	random: Random,
	as: Partial<OrderDraft> = {},
): readonly OrderDraft[] => Array.from({ length: count }, () => draft(random, as));
