import type { OmsLine } from './oms';
import type { LineUnits } from './omsUnits';

/** What the hub counts on of a line: units that are not cancelled, and those of them that have not left. */
export interface LineStanding {
	readonly kept: number;
	readonly open: number;
	/** Somebody works on its parcel. */
	readonly isBegun: boolean;
}

/**
 * Units that the OMS has taken off its lines and the hub still counts on. A unit that came back after it had left is none. Of
 * equal ones those go that nobody works on, the last ones first.
 */
export const lossesIn = (
	lines: readonly OmsLine[],
	standing: ReadonlyMap<string, LineStanding>,
): readonly LineUnits[] => lines.flatMap((line) => lossOf(line, standing));

function lossOf(
	{ of, kept, open }: OmsLine,
	standing: ReadonlyMap<string, LineStanding>,
): readonly LineUnits[] {
	const units = of.map(({ line, quantity }) => {
		const here = standing.get(line) ?? { kept: 0, open: 0, isBegun: false };
		const within = (count: number) => Math.min(quantity, count);
		return { line, kept: within(here.kept), open: within(here.open), isBegun: here.isBegun };
	});
	const sum = (what: 'kept' | 'open') => units.reduce((total, one) => total + one[what], 0);
	let lost = Math.max(0, Math.min(sum('kept') - kept, sum('open') - open));
	const last = units.toReversed();
	const inTurn = [...last.filter((one) => !one.isBegun), ...last.filter((one) => one.isBegun)];
	return inTurn.flatMap(({ line, open: most }) => {
		const quantity = Math.min(lost, most);
		lost -= quantity;
		return quantity === 0 ? [] : [{ line, quantity }];
	});
}
