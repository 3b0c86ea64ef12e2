/** Whole units by SKU. A SKU that is not in it counts as none; none is never stored. */
export type Quantities = ReadonlyMap<string, number>;

export const quantities = (entries: Iterable<readonly [string, number]>): Quantities => {
	const total = new Map<string, number>();
	for (const [sku, units] of entries) total.set(sku, (total.get(sku) ?? 0) + units);
	return positive(total);
};

export const units = (of: Quantities, sku: string): number => of.get(sku) ?? 0;

export const plus = (left: Quantities, right: Quantities): Quantities =>
	quantities([...left, ...right]);

/** What is left of `left`, never below zero. */
export const minus = (left: Quantities, right: Quantities): Quantities =>
	positive(new Map([...left].map(([sku, count]) => [sku, count - units(right, sku)])));

/** What both have. */
export const common = (left: Quantities, right: Quantities): Quantities =>
	positive(new Map([...left].map(([sku, count]) => [sku, Math.min(count, units(right, sku))])));

export const covers = (available: Quantities, wanted: Quantities): boolean =>
	minus(wanted, available).size === 0;

const positive = (counts: ReadonlyMap<string, number>): Quantities =>
	new Map([...counts].filter(([, count]) => count > 0));
