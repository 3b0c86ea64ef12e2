/** Units of a SKU that were ordered on all stores of its seller together. */
export interface Sales {
	/** In the last `lateHours`. */
	readonly lately: number;
	/** In the last `longHours`. */
	readonly long: number;
}

export const lateHours = 6;
export const longHours = 14 * 24;

/** For how long the hub may not know what was sold, and the channel may not know what the hub does. */
export interface Blindness {
	/** From the change of a figure until the channel has confirmed it. */
	readonly lagSeconds: number;
	/** Until an order is read. */
	readonly pollSeconds: number;
}

/** What sells faster by now counts as it sells now, what sells slower as it did. */
export const perHour = ({ lately, long }: Sales): number =>
	Math.max(lately / lateHours, long / longHours);

export const unseenDemand = (sales: Sales, { lagSeconds, pollSeconds }: Blindness): number =>
	(perHour(sales) * (lagSeconds + pollSeconds)) / 3_600;

/** So much of the time the demand is no larger than what is held back for it. */
export const coverage = 0.98;
/** The standard normal deviate below which that share lies. */
const deviate = 2.0537;
/** Above it, the exact sum says nothing that the normal distribution does not. */
const fewAtMost = 500;

/** The fewest units that cover the demand with that mean in 98 of 100 cases, where customers come independently (Poisson). */
export function covering(mean: number): number {
	if (mean > fewAtMost) {
		return Math.ceil(mean + deviate * Math.sqrt(mean) + (deviate ** 2 - 1) / 6);
	}
	let chance = Math.exp(-mean);
	let covered = chance;
	let units = 0;
	while (covered < coverage) {
		units++;
		chance *= mean / units;
		covered += chance;
	}
	return units;
}

/** A number that was right stays until the demand is so much smaller: else it would change with every order that comes or goes. */
const slack = 1.5;

/** How many units to hold back, where it was `before` until now. It grows at once, and shrinks once there is some room. */
export function sized(mean: number, before: number, most: number): number {
	const needed = Math.min(most, covering(mean));
	const stays = Math.min(most, covering(mean * slack));
	return needed <= before && before <= stays ? before : needed;
}

/** What of the sized units is held back where so much is free: no more than that share of it, in whole units. */
export const heldOf = (free: number, units: number, mostPercent: number): number =>
	Math.min(units, Math.floor((Math.max(0, free) * mostPercent) / 100));
