import type { BabyshopOrderDraft } from '../../sandbox/babyshop/types';
import type { Random } from '../../sandbox/random';
import { listingOf, skus } from './goods';

/** The marketplace's code, or now and then the seller's: nobody knows which of them an order carries. */
const codeOf = (sku: string, random: Random): string => (random() < 0.3 ? sku : listingOf(sku));

/** One or two lines of different SKUs. */
export function draft(random: Random, as: Partial<BabyshopOrderDraft> = {}): BabyshopOrderDraft {
	const from = Math.floor(random() * skus.length);
	const lines = Array.from({ length: 1 + Math.floor(random() * 2) }, (_, at) => ({
		sku: codeOf(skus[(from + at) % skus.length] ?? 'ROMPER-3M', random),
		quantity: 1 + Math.floor(random() * 3),
	}));
	return { lines, ...as };
}

export const drafts = (
	count: number,
	random: Random,
	as: Partial<BabyshopOrderDraft> = {},
): readonly BabyshopOrderDraft[] => Array.from({ length: count }, () => draft(random, as));
