import type { Random } from '../../sandbox/random';
import type { IconicOrderDraft } from '../../sandbox/theIconic/types';
import { skus } from './goods';

const streets = ['Crown Street', 'King Street', 'Lygon Street', 'Esplanade'];

/** One or two lines of different SKUs; one item for each unit. */
export function draft(random: Random, as: Partial<IconicOrderDraft> = {}): IconicOrderDraft {
	const from = Math.floor(random() * skus.length);
	const lines = Array.from({ length: 1 + Math.floor(random() * 2) }, (_, at) => ({
		sku: skus[(from + at) % skus.length] ?? 'SHIRT-S',
		quantity: 1 + Math.floor(random() * 2),
	}));
	const street = streets[Math.floor(random() * streets.length)] ?? 'Crown Street';
	const shipping = {
		...{ firstName: 'Matilda', lastName: 'Waltz', city: 'Newtown', region: 'NSW' },
		...{ postCode: '2042', country: 'Australia', address: [`${1 + from} ${street}`] },
	};
	return { lines, shipping, shippingFee: 9.95, ...as };
}

export const drafts = (
	count: number,
	random: Random,
	as: Partial<IconicOrderDraft> = {},
): readonly IconicOrderDraft[] => Array.from({ length: count }, () => draft(random, as));
