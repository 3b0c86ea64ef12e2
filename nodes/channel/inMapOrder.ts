/** The order of the hub map is kept: it decides where nothing else does. */
export function inMapOrder<T>(
	all: readonly T[],
	mapped: readonly string[],
	key: (one: T) => string,
): readonly T[] {
	const place = (one: T) => mapped.indexOf(key(one));
	const first = all.filter((one) => place(one) >= 0);
	const others = all.filter((one) => place(one) < 0);
	return [...first.toSorted((left, right) => place(left) - place(right)), ...others];
}
