import { merge } from '../merge';
import type { RawOrder } from './raw';
import type { Overrides, UnreadablePreset } from './types';

/** Nullable fields and nonsense that the schema lets pass: API v2 may even null what v1 never does (reference/ikas.md 8.1). */
const presets: Readonly<Record<UnreadablePreset, Overrides>> = {
	noOrderedAt: { orderedAt: null },
	fractionalQuantity: { orderLineItems: [{ quantity: 0.5 }] },
	noLines: { orderLineItems: [] },
	badCurrency: { currencyCode: 'XX' },
};

export interface Spoiling {
	readonly preset: UnreadablePreset | null;
	readonly overrides: Overrides | null;
}

/** The order as `listOrder` answers it. Filters and sorting still go by what the shop really has. */
export const answered = (order: RawOrder, { preset, overrides }: Spoiling): unknown => {
	const spoiled = preset ? merge(order, presets[preset]) : order;
	return overrides ? merge(spoiled, overrides) : spoiled;
};
