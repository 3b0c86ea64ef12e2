import { type Random, random } from '../random';
import type { ShopifyFaults } from './types';

/** Faults inside an answer of 200, which only this channel has. */
const ownFaults = ['throttled', 'internal'] as const;

export type Mishap = (typeof ownFaults)[number];

/** As `faultPlayer`, for the own faults: it heeds the same `seed`, `only` and `forTheNext`. */
export const mishaps = () => {
	let settings: ShopifyFaults = {};
	let next: Random = random(1);
	let left = Number.POSITIVE_INFINITY;
	return {
		set(faults: ShopifyFaults) {
			settings = faults;
			next = random(faults.seed ?? 1);
			left = faults.forTheNext ?? Number.POSITIVE_INFINITY;
		},
		forCall(kinds: readonly string[]): Mishap | null {
			const { only } = settings;
			const isSpared = only && ![only].flat().some((kind) => kinds.includes(kind));
			if (left <= 0 || isSpared) return null;
			left -= 1;
			return ownFaults.find((name) => next() < (settings[name] ?? 0)) ?? null;
		},
	};
};
