import type { OrderDraft } from '../../sandbox/ikas/types';
import type { Random } from '../../sandbox/random';
import { mappedLocations, skus } from './goods';

const oneOf = <Thing>(things: readonly Thing[], random: Random, otherwise: Thing): Thing =>
	things[Math.floor(random() * things.length)] ?? otherwise;

const unitsOf = (random: Random) => 1 + Math.floor(random() * 3);

/** One to three lines of different SKUs, at a mapped location or, now and then, left to the hub to choose. */
export function draft(random: Random, as: Partial<OrderDraft> = {}): OrderDraft {
	const from = Math.floor(random() * skus.length);
	const lines = Array.from({ length: unitsOf(random) }, (_, at) => ({
		sku: skus[(from + at) % skus.length] ?? 'MUG-RED',
		quantity: unitsOf(random),
	}));
	const location = random() < 0.15 ? null : oneOf(mappedLocations, random, null);
	return { lines, location, ...as };
}

export const drafts = (
	count: number,
	random: Random,
	as: Partial<OrderDraft> = {},
): readonly OrderDraft[] => Array.from({ length: count }, () => draft(random, as));
