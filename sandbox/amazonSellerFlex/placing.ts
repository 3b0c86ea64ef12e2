import { type Random, uuid } from '../random';
import { type Currency, minorUnits } from './charges';
import type { Shipment } from './shipment';
import type { AmazonShipmentDraft } from './types';

export interface PlacingContext {
	readonly random: Random;
	readonly now: number;
	readonly location: string;
	readonly currency: Currency;
	/** What a SKU sells for, in major units; null for one that the seller does not list. */
	priceOf(sku: string): number | null;
}

const oneDay = 86_400_000;

/** When no price is known. */
const usualPrice = 100;

const digits = (next: Random, count: number) =>
	Array.from({ length: count }, () => Math.floor(next() * 10)).join('');

const shipmentId = (next: Random) => `D${uuid(next).replaceAll('-', '').slice(0, 9).toUpperCase()}`;

/** As of "2020-06-09 14:00:00Z" or with a `T` (reference/amazon-seller-flex.md 6.2). */
export const epochOf = (dateTime: string) => Date.parse(dateTime.replace(' ', 'T'));

export const placed = (draft: AmazonShipmentDraft, context: PlacingContext): Shipment => {
	const { random, now, location, currency, priceOf } = context;
	const placedAt = draft.placedAt ?? now;
	return {
		id: draft.id ?? shipmentId(random),
		buyerOrderId:
			draft.buyerOrderId ?? `4${digits(random, 2)}-${digits(random, 7)}-${digits(random, 7)}`,
		location: draft.location ?? location,
		postalCode: draft.postalCode ?? digits(random, 5),
		placedAt,
		createdAt: now,
		updatedAt: now,
		shipBy: draft.shipBy ? epochOf(draft.shipBy) : placedAt + oneDay,
		status: draft.status ?? 'ACCEPTED',
		subStatus: null,
		reason: null,
		lines: draft.lines.map((line, at) => ({
			id: String(at + 1),
			unitPrice: minorUnits(line.price ?? priceOf(line.sku) ?? usualPrice, currency),
			draft: line,
		})),
		packages: [],
		invoice: null,
		cancelled: null,
		draft,
		overrides: draft.overrides ?? null,
		history: [],
	};
};
