/** Chance that comes out the same again for the same seed (mulberry32). */
export function chance(seed: number) {
	let state = seed;
	const next = () => {
		state = (state + 0x6d2b79f5) | 0;
		const mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		const more = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((more ^ (more >>> 14)) >>> 0) / 2 ** 32;
	};
	const below = (limit: number) => Math.floor(next() * limit);
	return {
		/** A whole number from 0 up to and without the limit. */
		below,
		isOneIn: (many: number) => below(many) === 0,
		of<T>(list: readonly T[]): T {
			const one = list[below(list.length)];
			if (one === undefined) throw new Error('there is nothing to choose from');
			return one;
		},
	};
}

export type Chance = ReturnType<typeof chance>;
