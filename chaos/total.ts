import type { Finding } from '../demo/auditor/facts';
import type { Played } from './simulation/playSeed';

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/** What came of all seeds together. */
export function totalOf(played: readonly Played[]) {
	const findings = played.flatMap((one) => one.findings);
	const found = (kind: Finding['kind']) => findings.filter((one) => one.kind === kind).length;
	return {
		seeds: played.length,
		kills: sum(played.map(({ kills }) => kills)),
		orders: sum(played.map(({ orders }) => orders)),
		lost: found('lost'),
		doubled: found('doubled'),
		oversold: found('oversold'),
		effectsDoubled: found('effectsDoubled'),
		stuck: found('stuck'),
	};
}
