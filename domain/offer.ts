import { units as unitsOf, type Quantities } from './quantities';
import type { CandidateHub } from './routing';

/** Units of each wanted SKU, in the order's sequence. Plain rows, because many sets of hubs are tried for one order. */
export type Row = readonly number[];

/** What one hub has of what an order wants. */
export interface Offer {
	readonly hub: string;
	readonly units: Row;
}

/** Hubs that have nothing of the order offer nothing and are left out. */
export const offersOf = (hubs: readonly CandidateHub[], wanted: Quantities): readonly Offer[] =>
	hubs
		.map(({ code, available }) => ({
			hub: code,
			units: [...wanted.keys()].map((sku) => unitsOf(available, sku)),
		}))
		.filter(({ units }) => !isNothing(units));

export const less = (left: Row, right: Row): Row =>
	left.map((units, at) => Math.max(0, units - (right[at] ?? 0)));

export const least = (left: Row, right: Row): Row =>
	left.map((units, at) => Math.min(units, right[at] ?? 0));

export const isNothing = (row: Row): boolean => row.every((units) => units === 0);

export const total = (row: Row): number => row.reduce((sum, units) => sum + units, 0);

export const isCovered = (wanted: Row, by: readonly Offer[]): boolean =>
	isNothing(lacking(wanted, by));

/** What all the offers together do not have. */
export const lacking = (wanted: Row, offers: readonly Offer[]): Row =>
	offers.reduce((left, { units }) => less(left, units), wanted);
