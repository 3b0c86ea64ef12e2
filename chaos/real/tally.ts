import type { Audit } from '../../demo/auditor/audit';

/** What the auditor has found of all that was played. */
export interface Tally {
	readonly seeds: number;
	readonly kills: number;
	readonly orders: number;
	readonly lost: number;
	readonly doubled: number;
	readonly oversold: number;
	readonly effectsDoubled: number;
	readonly stuck: number;
}

export const tallyOf = (
	audits: readonly Audit[],
	{ seeds, kills }: Pick<Tally, 'seeds' | 'kills'>,
): Tally => {
	const sum = (what: keyof Audit['counts']) =>
		audits.reduce((total, { counts }) => total + (counts[what] ?? 0), 0);
	return {
		seeds,
		kills,
		orders: sum('ordersPlaced'),
		lost: sum('lost'),
		doubled: sum('doubled'),
		oversold: sum('oversold'),
		effectsDoubled: sum('effectsDoubled'),
		stuck: sum('stuck'),
	};
};

export const isClean = ({ lost, doubled, oversold, effectsDoubled, stuck }: Tally): boolean =>
	lost + doubled + oversold + effectsDoubled + stuck === 0;
