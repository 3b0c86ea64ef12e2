import type { Inventory } from './inventory';
import type { NewLine } from './newOrder';
import type { Places } from './places';
import type { RawLine } from './raw';
import type { RawLocation, RawVariant } from './rawCatalog';
import { type Outcome, made, refused, userError } from './refusal';

/** `inventoryBehaviour` of `orderCreate` (reference/shopify.md 9). */
export type Behaviour = 'BYPASS' | 'DECREMENT_IGNORING_POLICY' | 'DECREMENT_OBEYING_POLICY';

/** A line, and the location that is to ship it. */
export interface Claimed {
	readonly line: RawLine;
	readonly locationId: string;
}

export interface Claim {
	readonly lines: readonly NewLine[];
	readonly behaviour: Behaviour;
	/** Takes from here, whatever there is. */
	readonly at?: RawLocation;
}

/** What claims stock. */
export interface ClaimContext {
	readonly inventory: Inventory;
	readonly places: Places;
	/** Which location is asked first (reference/shopify.md 13): one that has enough, or the first that has the item. */
	readonly claimsAt: 'enough' | 'first';
	variant(id: string | null): RawVariant | null;
	newId(): string;
}

/** "The store's order routing" decides, and is not known: by the order of the locations is a guess (reference/shopify.md 9). */
const placeOf = (
	context: ClaimContext,
	variant: RawVariant | null,
	free: (at: string) => number,
) => {
	const { inventory, places, claimsAt } = context;
	const open = places.all().filter((place) => place.isActive && place.fulfillsOnlineOrders);
	const stocked = open.filter(({ id }) => variant && inventory.find(variant.itemId, id));
	const enough = claimsAt === 'enough' ? stocked.find(({ id }) => free(id) >= 0) : undefined;
	return enough ?? stocked[0] ?? open[0] ?? null;
};

/** Where the lines of an order go, or why they cannot. Moves nothing. */
export const claimed = (context: ClaimContext, claim: Claim): Outcome<readonly Claimed[]> => {
	const { inventory, newId } = context;
	const taken = new Map<string, number>();
	const errors: ReturnType<typeof userError>[] = [];
	const rows = claim.lines.flatMap((given, row): readonly Claimed[] => {
		const variant = context.variant(given.variantId);
		const left = (at: string) => {
			const units = variant && inventory.find(variant.itemId, at)?.quantities.available;
			return (units ?? 0) - (taken.get(`${variant?.itemId} ${at}`) ?? 0) - given.quantity;
		};
		const place = claim.at ?? placeOf(context, variant, left);
		const path = ['order', 'lineItems', row];
		if (!place) {
			errors.push(userError(path, 'no location fulfils online orders', 'INVALID'));
			return [];
		}
		const isKept = variant?.tracked && inventory.find(variant.itemId, place.id) !== null;
		const isClaimed = Boolean(isKept) && claim.behaviour !== 'BYPASS';
		const mustFit = claim.behaviour === 'DECREMENT_OBEYING_POLICY' && variant?.policy === 'DENY';
		if (mustFit && variant.tracked && left(place.id) < 0) {
			errors.push(userError(path, 'Unable to claim inventory', 'INVENTORY_CLAIM_FAILED'));
		}
		const slot = `${variant?.itemId} ${place.id}`;
		if (isClaimed) taken.set(slot, (taken.get(slot) ?? 0) + given.quantity);
		const claimedAt = isClaimed ? place.id : null;
		const line = { ...given, id: newId(), currentQuantity: given.quantity, claimedAt };
		return [{ line, locationId: place.id }];
	});
	return errors.length > 0 ? refused(...errors) : made(rows);
};
