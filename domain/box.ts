import { shown } from './sku';

/** The outer size of a parcel, or of one unit of a SKU: centimetres and grams, whole or with a fraction. */
export interface Box {
	readonly length: number;
	readonly width: number;
	readonly height: number;
	readonly weight: number;
}

/** Units that lie in one parcel. Null: nobody said how large one is. */
export interface BoxedUnits {
	readonly box: Box | null;
	readonly quantity: number;
}

const sides = ['length', 'width', 'height', 'weight'] as const;
const most = 1_000_000;

/** A tenth of a millimetre, or a hundredth of a gram: what is finer than that is not told to anybody. */
const finest = 100;
const steps = (value: number) => Math.round(value * finest);

/** Why these are no size and weight, or null when they are. */
export function boxFault(box: Box): string | null {
	const bad = sides.find((side) => !(steps(box[side]) > 0 && box[side] <= most));
	return bad === undefined
		? null
		: `${bad} ${shown(String(box[bad]))} is no number above 0, up to ${most}`;
}

const each = (box: Box, change: (value: number) => number): Box => ({
	length: change(box.length),
	width: change(box.width),
	height: change(box.height),
	weight: change(box.weight),
});

/** The size as it is kept. */
export const toBox = (box: Box): Box => each(box, (value) => steps(value) / finest);

/**
 * The box that holds all the units, each lying on its largest face upon the others: as long and as wide as the largest of
 * them, as high as all together. Null where the size of one is not known.
 */
export function stacked(units: readonly BoxedUnits[]): Box | null {
	let box = { length: 0, width: 0, height: 0, weight: 0 };
	for (const { box: one, quantity } of units) {
		if (one === null) return null;
		const [height = 0, width = 0, length = 0] = [one.length, one.width, one.height]
			.map(steps)
			.sort((a, b) => a - b);
		box = {
			length: Math.max(box.length, length),
			width: Math.max(box.width, width),
			height: box.height + height * quantity,
			weight: box.weight + steps(one.weight) * quantity,
		};
	}
	return box.weight === 0 ? null : each(box, (value) => value / finest);
}
