/** A seeded source of numbers from 0 to below 1 (mulberry32): the same seed gives the same run. */
export type Random = () => number;

export const random = (seed: number): Random => {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
};

/** A seed made of a text, so that the same text always stands for the same thing (FNV-1a). */
export const seedOf = (text: string): number => {
	let hash = 0x811c9dc5;
	for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
	return hash >>> 0;
};

export const pick = <T>(next: Random, from: readonly [T, ...(readonly T[])]): T =>
	from[Math.floor(next() * from.length)] ?? from[0];

const hex = (next: Random, digits: number) =>
	Math.floor(next() * 16 ** digits)
		.toString(16)
		.padStart(digits, '0');

export const uuid = (next: Random): string =>
	`${hex(next, 8)}-${hex(next, 4)}-4${hex(next, 3)}-a${hex(next, 3)}-${hex(next, 8)}${hex(next, 4)}`;
