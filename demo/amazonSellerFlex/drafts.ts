import type { AmazonShipmentDraft } from '../../sandbox/amazonSellerFlex/types';
import type { Random } from '../../sandbox/random';
import { locations, skus } from './goods';

const oneOf = <Thing>(things: readonly Thing[], random: Random, otherwise: Thing): Thing =>
	things[Math.floor(random() * things.length)] ?? otherwise;

/** One or two lines of different SKUs, at a hub of the seller, invoiced by Amazon now and then. */
export function draft(random: Random, as: Partial<AmazonShipmentDraft> = {}): AmazonShipmentDraft {
	const from = Math.floor(random() * skus.length);
	const lines = Array.from({ length: 1 + Math.floor(random() * 2) }, (_, at) => ({
		sku: skus[(from + at) % skus.length] ?? 'DATES-1KG',
		quantity: 1 + Math.floor(random() * 3),
	}));
	return { lines, location: oneOf(locations, random, 'DXB1'), invoice: random() < 0.3, ...as };
}

export const drafts = (
	count: number,
	random: Random,
	as: Partial<AmazonShipmentDraft> = {},
): readonly AmazonShipmentDraft[] => Array.from({ length: count }, () => draft(random, as));
