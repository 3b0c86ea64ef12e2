import type { Random } from '../random';
import { cents } from './money';
import type { Item, Order, ShipmentType } from './order';
import type { IconicLineDraft, IconicOrderDraft } from './types';

/** What a product gives to the items that are bought of it. Prices are in cents. */
export interface Goods {
	readonly id: number;
	readonly shopSku: string | null;
	readonly name: string;
	readonly variation: string | null;
	readonly shipmentType: ShipmentType;
	readonly price: number;
}

/** What an order takes from the shop it is placed in. */
export interface PlacingContext {
	readonly random: Random;
	readonly now: number;
	readonly id: number;
	/** Of the first item. */
	readonly firstItem: number;
	isTaken(number: string): boolean;
	goods(sku: string): Goods | null;
}

/** In cents, when no price is known. */
const usualPrice = 10_000;

/** In no order: it says nothing about time. */
const freshNumber = ({ random, isTaken }: PlacingContext): string => {
	for (;;) {
		const number = String(200_000_000 + Math.floor(random() * 799_999_999));
		if (!isTaken(number)) return number;
	}
};

const unitOf = (draft: IconicLineDraft, known: Goods | null) => ({
	sku: draft.sku,
	product: known?.id ?? null,
	shopSku: known?.shopSku ?? null,
	name: draft.name ?? known?.name ?? `Product ${draft.sku}`,
	variation: known?.variation ?? null,
	shipmentType: draft.shipmentType ?? known?.shipmentType ?? ('dropshipping' as const),
	price: draft.price === undefined ? (known?.price ?? usualPrice) : cents(draft.price),
	discount: cents(draft.discount ?? 0),
});

/** One item for each unit (reference/the-iconic-sellercenter.md 7). The first has the fee of the whole order, which is a guess. */
const itemsOf = (draft: IconicOrderDraft, context: PlacingContext): readonly Item[] => {
	const { placedAt = context.now, isProcessable = true, shippingFee = 0 } = draft;
	const updatedAt = draft.updatedAt ?? placedAt;
	const units = draft.lines.flatMap((line) =>
		Array.from({ length: line.quantity ?? 1 }, () => unitOf(line, context.goods(line.sku))),
	);
	return units.map((unit, at) => ({
		...unit,
		id: context.firstItem + at,
		status: draft.status === 'payment_pending' ? 'payment_pending' : 'pending',
		isProcessable,
		shippingFee: at === 0 ? cents(shippingFee) : 0,
		package: null,
		failure: null,
		createdAt: placedAt,
		updatedAt,
		statusChangedAt: placedAt,
	}));
};

/** As it comes in: pending, or before that. What else a draft asks for is brought about afterwards. */
export const placed = (draft: IconicOrderDraft, context: PlacingContext): Order => {
	const { paymentMethod, provider, crossdocking, remarks, shipping = {} } = draft;
	const placedAt = draft.placedAt ?? context.now;
	return {
		id: context.id,
		number: draft.number ?? freshNumber(context),
		placedAt,
		updatedAt: draft.updatedAt ?? placedAt,
		addressUpdatedAt: placedAt,
		country: draft.country ?? 'AU',
		shipping,
		billing: draft.billing ?? shipping,
		isMasked: draft.masked ?? false,
		draft: { paymentMethod, provider, crossdocking, remarks },
		items: itemsOf(draft, context),
		packages: [],
		overrides: draft.overrides ?? null,
		history: [],
	};
};
