/** Units by any text. */
export type Units = ReadonlyMap<string, number>;

export const sum = (entries: Iterable<readonly [string, number]>): Units => {
	const total = new Map<string, number>();
	for (const [key, count] of entries) total.set(key, (total.get(key) ?? 0) + count);
	return new Map([...total].filter(([, count]) => count !== 0));
};

/** Left minus right, by key, where it is not zero. */
export const difference = (left: Units, right: Units): Units =>
	sum([...left, ...[...right].map(([key, count]) => [key, -count] as const)]);

export const inWords = (units: Units): string =>
	[...units].map(([key, count]) => `${count} x ${key}`).join(', ') || 'nothing';
