import { minor } from './money';
import type { Item, Order } from './order';
import type { OkerLineDraft, OkerOrderDraft } from './types';

/** What a listing gives to what is bought of it. The price is in minor units. */
export interface Goods {
	readonly productId: string;
	readonly variantId: string;
	readonly title: string;
	readonly price: number;
}

/** What an order takes from the shop it is placed in. */
export interface PlacingContext {
	readonly now: number;
	readonly id: string;
	/** Where the shop sends orders of which nobody says it. */
	readonly facility: string | null;
	goods(sku: string): Goods | null;
}

/** In minor units, when no price is known. */
const usualPrice = 10_000;

const itemOf = (
	line: OkerLineDraft,
	id: string,
	facility: string | null,
	known: Goods | null,
): Item => ({
	id,
	productId: known?.productId ?? `P-${line.sku}`,
	variantId: known?.variantId ?? `V-${line.sku}`,
	sku: line.sku,
	title: line.title ?? known?.title ?? `Product ${line.sku}`,
	quantity: line.quantity ?? 1,
	price: line.price === undefined ? (known?.price ?? usualPrice) : minor(line.price),
	discount: minor(line.discount ?? 0),
	facility: line.facility === undefined ? facility : line.facility,
	status: 'CREATED',
	back: null,
});

/** As it comes in: new, or not released yet. What else a draft asks for is brought about afterwards. */
export const placed = (draft: OkerOrderDraft, context: PlacingContext): Order => {
	const { id, now } = context;
	const placedAt = draft.placedAt ?? now;
	const facility = draft.facility === undefined ? context.facility : draft.facility;
	return {
		id,
		number: id.replace(/^OK-/, ''),
		placedAt,
		updatedAt: draft.updatedAt ?? placedAt,
		isPending: draft.pending ?? false,
		isOnHold: draft.onHold ?? false,
		payment: draft.payment ?? 'PREPAID',
		currency: draft.currency ?? 'INR',
		shippingFee: minor(draft.shippingFee ?? 0),
		isThirdParty: draft.thirdPartyShipping ?? true,
		address: draft.address ?? {},
		items: draft.lines.map((line, at) =>
			itemOf(line, `${id}-${at + 1}`, facility, context.goods(line.sku)),
		),
		isAcknowledged: false,
		invoice: null,
		courier: null,
		dispatchedAt: null,
		manifest: null,
		labels: 0,
		overrides: draft.overrides ?? null,
		history: [],
	};
};
