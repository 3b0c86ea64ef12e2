import { type Random, random } from '../random';
import type { BabyshopFaults } from './types';

/** Faults inside an answer of 200, which only this channel has. */
const ownFaults = ['code13', 'code9AfterEffect'] as const;

export type Mishap = (typeof ownFaults)[number];

/** As `faultPlayer`, for the own faults: it heeds the same `seed`, `only` and `forTheNext`. */
export const mishaps = () => {
	let settings: BabyshopFaults = {};
	let next: Random = random(1);
	let left = Number.POSITIVE_INFINITY;
	return {
		set(faults: BabyshopFaults) {
			settings = faults;
			next = random(faults.seed ?? 1);
			left = faults.forTheNext ?? Number.POSITIVE_INFINITY;
		},
		forCall(kind: string): Mishap | null {
			if (left <= 0 || (settings.only ?? kind) !== kind) return null;
			left -= 1;
			return ownFaults.find((name) => next() < (settings[name] ?? 0)) ?? null;
		},
	};
};
