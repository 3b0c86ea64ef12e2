import type { Box } from '../../domain/box';
import { part, text } from '../fields';
import type { Reading } from '../fields';
import type { PackageToMake } from './requests';
import type { AmazonDimension, AmazonDimensions, AmazonWeight } from './types';

const centimetresOf: Readonly<Record<string, number>> = { CM: 1, M: 100, IN: 2.54 };
const gramsOf: Readonly<Record<string, number>> = {
	G: 1,
	KG: 1_000,
	LB: 453.59237,
	OZ: 28.349523125,
};

interface Sized {
	readonly dimensions: AmazonDimensions;
	readonly weight: AmazonWeight;
}

/** A size that Amazon says, or null where it is none: it is only a recommendation. */
export function boxIn(from: Reading<Sized>): Box | null {
	const dimensions = part(from, 'dimensions');
	const side = (name: keyof AmazonDimensions) => lengthIn(part(dimensions, name));
	const box = {
		length: side('length'),
		width: side('width'),
		height: side('height'),
		weight: weightIn(part(from, 'weight')),
	};
	return Object.values(box).every((value) => value > 0) ? box : null;
}

const lengthIn = (from: Reading<AmazonDimension>) =>
	rounded(Number(text(from, 'value')) * (centimetresOf[text(from, 'dimensionUnit')] ?? NaN));

const weightIn = (from: Reading<AmazonWeight>) =>
	rounded(Number(text(from, 'value')) * (gramsOf[text(from, 'weightUnit')] ?? NaN));

const rounded = (value: number) => Math.round(value * 100) / 100;

/** Amazon takes no package that is lighter (reference/amazon-seller-flex.md 6.4). */
const lightestGrams = 5;

export function sizeOf({
	length,
	width,
	height,
	weight,
}: Box): Pick<PackageToMake, 'dimensions' | 'weight'> {
	const side = (value: number) => ({ value: value.toFixed(2), dimensionUnit: 'CM' as const });
	return {
		dimensions: { length: side(length), width: side(width), height: side(height) },
		weight: { value: Math.max(weight, lightestGrams).toFixed(2), weightUnit: 'G' },
	};
}
