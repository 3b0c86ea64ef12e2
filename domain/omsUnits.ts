import type { OmsParcelLine } from './oms';

/** Units of one line of the channel. */
export interface LineUnits {
	readonly line: string;
	readonly quantity: number;
}

/** Which of the channel's units lie in a parcel of the OMS, and how many were left over because no line had them. */
export interface UnitsFound {
	readonly units: readonly LineUnits[];
	readonly missing: number;
}

/**
 * Chooses among the lines that a line of the OMS stands for, in their order, those that still have units. What stands for no
 * line of the channel, such as an item that somebody added in the OMS, is not the channel's.
 */
export function unitsIn(
	lines: readonly OmsParcelLine[],
	open: ReadonlyMap<string, number>,
): UnitsFound {
	const taken = new Map<string, number>();
	let missing = 0;
	for (const { of, quantity } of ofChannel(lines)) {
		let wanted = quantity;
		for (const { line, quantity: most } of of) {
			const left = (open.get(line) ?? 0) - (taken.get(line) ?? 0);
			const units = Math.max(0, Math.min(wanted, most, left));
			if (units > 0) taken.set(line, (taken.get(line) ?? 0) + units);
			wanted -= units;
		}
		missing += wanted;
	}
	return { units: [...taken].map(([line, quantity]) => ({ line, quantity })), missing };
}

/** How many of the channel's units the parcel has. */
export const unitsOf = (lines: readonly OmsParcelLine[]): number =>
	ofChannel(lines).reduce((sum, { quantity }) => sum + quantity, 0);

/** Whether exactly these units may be what lies in the parcel. */
export const isMadeOf = (lines: readonly OmsParcelLine[], units: readonly LineUnits[]): boolean => {
	const open = new Map(units.map(({ line, quantity }) => [line, quantity]));
	const count = units.reduce((sum, { quantity }) => sum + quantity, 0);
	return count === unitsOf(lines) && unitsIn(lines, open).missing === 0;
};

const ofChannel = (lines: readonly OmsParcelLine[]) => lines.filter(({ of }) => of.length > 0);
