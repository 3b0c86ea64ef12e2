import type { OmsLine } from '../../domain/oms';
import { flaw, rows, textOrNull } from '../fields';
import type { Reading } from '../fields';
import { lineIdsIn } from './lineIds';
import type { LineUnits } from './lineIds';
import { linesProperty } from './marks';
import type { ShopifyLine } from './types';

/** For which lines of the channel it stands; null for what the channel knows nothing of, such as the line that names it. */
export function standsFor(from: Reading<ShopifyLine>): readonly LineUnits[] | null {
	const property = rows(from, 'customAttributes').find(
		({ fields }) => fields.key === linesProperty,
	);
	return lineIdsIn((property === undefined ? null : textOrNull(property, 'value')) ?? '');
}

/** A unit that was refunded after it had left is no longer kept, and was not open. */
export function omsLineOf(from: Reading<ShopifyLine>): OmsLine | null {
	const of = standsFor(from);
	if (of === null) return null;
	return { of, kept: count(from, 'currentQuantity'), open: count(from, 'unfulfilledQuantity') };
}

function count(
	from: Reading<ShopifyLine>,
	name: 'currentQuantity' | 'unfulfilledQuantity',
): number {
	const value = from.fields[name];
	if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
	flaw(from, name, 'a whole number from 0 up');
	return 0;
}
