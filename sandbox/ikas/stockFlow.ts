import type { Catalog } from './catalog';
import type { RawOrder } from './raw';
import type { IkasLocation } from './types';

/** Units that an order keeps from the stock of a location, by variant. */
const heldBy = (order: RawOrder | null, locations: readonly IkasLocation[]) => {
	const held = new Map<string, { variant: string; location: string; units: number }>();
	// Where an order of no location takes its units from is a guess (reference/ikas.md 10).
	const location = order?.stockLocationId ?? locations[0]?.id ?? '';
	for (const { variant, quantity, status, deleted, isWithheld } of order?.orderLineItems ?? []) {
		if (deleted || (status === 'CANCELLED' && !isWithheld)) continue;
		const key = `${variant.id} ${location}`;
		const units = (held.get(key)?.units ?? 0) + quantity;
		held.set(key, { variant: variant.id, location, units });
	}
	return held;
};

/** "ikas lowers stock itself when an order is placed", and gives back what is restocked (reference/ikas.md 10, 12.1). */
export const moveStock = (
	{ move }: Pick<Catalog, 'move'>,
	locations: readonly IkasLocation[],
	{ before, after, byApi }: { before: RawOrder | null; after: RawOrder; byApi: boolean },
): void => {
	const [held, holding] = [heldBy(before, locations), heldBy(after, locations)];
	for (const [key, place] of new Map([...held, ...holding])) {
		const taken = (holding.get(key)?.units ?? 0) - (held.get(key)?.units ?? 0);
		move(place.variant, place.location, -taken, byApi);
	}
};
