import type { OrderDraft } from '../../sandbox/ikas/types';
import type { Random } from '../../sandbox/random';
import { skus } from './goods';

/** Orders of one line that name no location: the hub decides who ships them. */
export const drafts = (
	count: number,
	random: Random,
	as: Partial<OrderDraft> = {},
): readonly OrderDraft[] =>
	Array.from({ length: count }, () => ({
		lines: [
			{
				sku: skus[Math.floor(random() * skus.length)] ?? '',
				quantity: 1 + Math.floor(random() * 3),
			},
		],
		location: null,
		...as,
	}));
