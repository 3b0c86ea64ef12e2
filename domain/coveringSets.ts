import { isCovered, isNothing, less, least, total, type Offer, type Row } from './offer';

/** Picks offers that together have everything, in the order given; null when even all of them lack something. */
export type PickSet = (offers: readonly Offer[], wanted: Row) => readonly Offer[] | null;

/** One after the other, each that has something still missing. */
export const inOrder: PickSet = (offers, wanted) => {
	const taken: Offer[] = [];
	let missing = wanted;
	for (const offer of offers) {
		if (isNothing(least(missing, offer.units))) continue;
		taken.push(offer);
		missing = less(missing, offer.units);
	}
	return isNothing(missing) ? needed(taken, wanted) : null;
};

/** Always the one that has most of what is still missing. Rarely more parcels than need be, and quick for any number. */
export const mostFirst: PickSet = (offers, wanted) => {
	const taken = new Set<Offer>();
	let missing = wanted;
	while (!isNothing(missing)) {
		const gains = offers.map((offer) =>
			taken.has(offer) ? 0 : total(least(missing, offer.units)),
		);
		const most = Math.max(0, ...gains);
		const best = offers[gains.indexOf(most)];
		if (best === undefined || most === 0) return null;
		taken.add(best);
		missing = less(missing, best.units);
	}
	return needed(
		offers.filter((offer) => taken.has(offer)),
		wanted,
	);
};

/** Without those that the others can do without: what an early hub gave, a later one often has, too. */
const needed = (offers: readonly Offer[], wanted: Row): readonly Offer[] =>
	offers.reduceRight<readonly Offer[]>((kept, offer) => {
		const others = kept.filter((other) => other !== offer);
		return isCovered(wanted, others) ? others : kept;
	}, offers);

/**
 * Sets of that many offers that have everything, those of preferred hubs first. Left out are sets of which the first ones
 * are enough: those were there among the smaller sets.
 */
export function* setsOf(
	size: number,
	offers: readonly Offer[],
	wanted: Row,
): Generator<readonly Offer[]> {
	const isEnough = isNothing(wanted);
	if (size === 0 && isEnough) yield [];
	if (size === 0 || isEnough || !isCovered(wanted, offers)) return;
	for (const [at, offer] of offers.entries()) {
		const later = offers.slice(at + 1);
		for (const others of setsOf(size - 1, later, less(wanted, offer.units))) {
			yield [offer, ...others];
		}
	}
}
