import { refused } from '../../domain/failure';
import { shown } from '../../domain/sku';
import type { HubMapRow } from '../../domain/store';
import { pairsIn } from './mapPairs';
import type { Pair } from './mapPairs';
import { warehouseFault } from './warehouseCode';

const example = '{"OKR-W1":"north"}';

/**
 * Warehouse Location: which hub stands for which warehouse of Oker, as a JSON object that a person has written. Throws with every
 * fault of it and where it stands, since an order of a wrong warehouse would be shipped from a wrong one.
 */
export function warehouseRows(text: string): readonly HubMapRow[] {
	if (text.trim() === '') throw fault(['it is empty']);
	const found = pairsIn(text);
	const placed = (at: number) => placeOf(text, at);
	if ('wanted' in found) throw fault([`${found.wanted} is missing at ${placed(found.at)}`]);
	if ('kind' in found) {
		throw fault([`it is ${found.kind}, not an object, at ${placed(found.at)}`]);
	}
	const { pairs } = found;
	if (pairs.length === 0) throw fault(['it names no warehouse']);
	const faults = pairs.flatMap((pair) => pairFaults(pair, pairs, placed));
	if (faults.length > 0) throw fault(faults);
	return pairs.map(({ name, value }) => ({ location: name, hub: value ?? '' }));
}

const fault = (faults: readonly string[]) =>
	refused(`Warehouse Location: ${faults.join('; ')}. Write it like ${example}.`);

function pairFaults(
	pair: Pair,
	pairs: readonly Pair[],
	placed: (at: number) => string,
): readonly string[] {
	const { name, at, value, kind, valueAt } = pair;
	const faults: string[] = [];
	const first = pairs.find((one) => one.name === name);
	const isTwice = first !== undefined && first !== pair;
	if (name.trim() === '') faults.push(`the code of a warehouse is empty at ${placed(at)}`);
	else if (warehouseFault(name) !== null)
		faults.push(`warehouse ${shown(name)} is too long at ${placed(at)}`);
	if (isTwice) {
		faults.push(
			`warehouse ${shown(name)} stands twice, at ${placed(first.at)} and at ${placed(at)}`,
		);
	}
	if (value === null)
		faults.push(
			`the hub of warehouse ${shown(name)} is ${kind}, not a text, at ${placed(valueAt)}`,
		);
	else if (value.trim() === '')
		faults.push(`the hub of warehouse ${shown(name)} is empty at ${placed(valueAt)}`);
	return faults;
}

/** As an editor counts: from 1. */
function placeOf(text: string, at: number): string {
	const lines = text.slice(0, at).split(/\r\n|\r|\n/);
	return `line ${lines.length}, column ${[...(lines.at(-1) ?? '')].length + 1}`;
}
