import { refused } from '../domain/failure';
import { shown } from '../domain/sku';

/** A row of which units are taken. */
export interface Held {
	readonly line_id: string;
	readonly sku: string;
	readonly quantity: number;
}

/** The line that is meant, by the channel's id of it or by a SKU that only one line has. */
export function lineMeant(held: readonly Held[], given: string, what: string): string {
	if (held.some(({ line_id }) => line_id === given)) return given;
	const lines = new Set(held.filter(({ sku }) => sku === given).map(({ line_id }) => line_id));
	const [line, ...others] = lines;
	if (line === undefined) {
		const known = [...new Set(held.map(({ line_id, sku }) => `${line_id} (${sku})`))].join(', ');
		throw refused(`${what} has no line ${shown(given)}. Pick one of: ${known || 'none'}.`);
	}
	if (others.length > 0) {
		throw refused(
			`${what} has several lines with SKU ${shown(given)}. Name one by its ID: ${[...lines].join(', ')}.`,
		);
	}
	return line;
}

export function checkCount(quantity: number, what: string, least: 0 | 1): void {
	if (Number.isSafeInteger(quantity) && quantity >= least) return;
	throw refused(`${what}: ${quantity} is not a number of units. Use a whole number from ${least}.`);
}

/** The units of a line, taken from its rows one after the other; `missing` is what they do not have. */
export function spread<H extends Held>(
	held: readonly H[],
	line: string,
	quantity: number,
): { readonly taken: readonly (readonly [row: H, quantity: number])[]; readonly missing: number } {
	let missing = quantity;
	const taken = held.flatMap((row) => {
		const some = row.line_id === line ? Math.min(row.quantity, missing) : 0;
		missing -= some;
		return some === 0 ? [] : [[row, some] as const];
	});
	return { taken, missing };
}

/** How many units of each line. */
export function byLine(
	rows: Iterable<{ readonly line: string; readonly quantity: number }>,
): ReadonlyMap<string, number> {
	const sums = new Map<string, number>();
	for (const { line, quantity } of rows) sums.set(line, (sums.get(line) ?? 0) + quantity);
	return sums;
}

export const isSame = (one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>) =>
	one.size === other.size && [...one].every(([line, quantity]) => other.get(line) === quantity);
