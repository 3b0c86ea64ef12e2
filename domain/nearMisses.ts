/** Longer SKUs are only compared as they look, and in shorter ones a letter is too much of them. */
const longest = 64;
const shortest = 4;

/** SKUs that a person may take for each other: case, spaces, hyphens and underscores aside. */
const looks = (sku: string): string =>
	sku
		.normalize('NFKC')
		.toLowerCase()
		.replaceAll(/[\s\p{Pd}_]/gu, '');

/** All that is left of the text without one of its letters, and itself: two texts one letter apart share one of them. */
function shorter(look: string): readonly string[] {
	if (look.length < shortest || look.length > longest) return [look];
	const all = new Set([look]);
	for (let at = 0; at < look.length; at++) all.add(look.slice(0, at) + look.slice(at + 1));
	return [...all];
}

/** Whether one letter more, less, other or out of place makes one of the other. */
function isOneApart(one: string, other: string): boolean {
	const shorterLength = Math.min(one.length, other.length);
	let from = 0;
	while (from < shorterLength && one[from] === other[from]) from++;
	let behind = 0;
	while (behind < shorterLength - from && one.at(-1 - behind) === other.at(-1 - behind)) behind++;
	const [left, right] = [one, other].map((text) => text.slice(from, text.length - behind));
	if (left === undefined || right === undefined) return false;
	if (left.length <= 1 && right.length <= 1) return true;
	return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

/** A SKU that is no SKU of the others exactly, and those that come near it. */
interface Sought {
	readonly sku: string;
	readonly look: string;
	readonly alike: string[];
	readonly oneApart: string[];
}

/** Finds what comes near the sought SKUs among others, of which each is looked at once, however many are sought. */
export interface NearMisses {
	/** All that is sought comes before the first look. */
	seek(sku: string): void;
	/** `isTaken`: something has it exactly, so that it is not a slip of somebody else who is one letter apart. */
	look(sku: string, isTaken: boolean): void;
	/** The nearest of those looked at: alike but for case and separators first, then one letter apart. */
	of(sku: string): readonly string[];
}

const most = 5;

export function nearMisses(): NearMisses {
	const bySku = new Map<string, Sought>();
	const byShorter = new Map<string, Sought[]>();
	return {
		seek(sku) {
			if (bySku.has(sku)) return;
			const one: Sought = { sku, look: looks(sku), alike: [], oneApart: [] };
			bySku.set(sku, one);
			for (const key of shorter(one.look)) {
				const same = byShorter.get(key);
				if (same === undefined) byShorter.set(key, [one]);
				else same.push(one);
			}
		},
		look(sku, isTaken) {
			const look = looks(sku);
			for (const one of new Set(shorter(look).flatMap((key) => byShorter.get(key) ?? []))) {
				if (one.sku === sku) continue;
				if (one.look === look) one.alike.push(sku);
				else if (isTaken || one.oneApart.length === most) continue;
				else if (isOneApart(one.look, look)) one.oneApart.push(sku);
			}
		},
		of(sku) {
			const { alike = [], oneApart = [] } = bySku.get(sku) ?? {};
			return [...alike, ...oneApart].slice(0, most);
		},
	};
}
