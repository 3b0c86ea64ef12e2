import type { OkerOrderDraft } from '../../sandbox/oker/types';
import type { Random } from '../../sandbox/random';
import { skus, warehouses } from './goods';

/** One or two lines of different SKUs, of one of the warehouses: Oker knows no other orders. */
export function draft(random: Random, as: Partial<OkerOrderDraft> = {}): OkerOrderDraft {
	const from = Math.floor(random() * skus.length);
	const lines = Array.from({ length: 1 + Math.floor(random() * 2) }, (_, at) => ({
		sku: skus[(from + at) % skus.length] ?? 'KURTA-BLUE-M',
		quantity: 1 + Math.floor(random() * 3),
	}));
	const facility = warehouses[Math.floor(random() * warehouses.length)]?.code;
	return { lines, facility, ...as };
}

export const drafts = (
	count: number,
	random: Random,
	as: Partial<OkerOrderDraft> = {},
): readonly OkerOrderDraft[] => Array.from({ length: count }, () => draft(random, as));
