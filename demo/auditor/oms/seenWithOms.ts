import type { Finding } from '../facts';
import { becomeOf, findBack } from './findBack';
import { findHandOvers } from './findHandOvers';
import { findLevels } from './findLevels';
import { findParcels } from './findParcels';
import { pairsIn, type OmsEvidence, type Pair } from './pairs';

/** What can be seen and counted only with both sides at hand. */
export function seenWithOms(evidence: OmsEvidence) {
	const pairs = pairsIn(evidence);
	const findings: readonly Finding[] = [
		...findHandOvers(evidence, pairs),
		...findBack(pairs),
		...findParcels(evidence, pairs),
		...findLevels(evidence, pairs),
	];
	const counts = {
		ordersCreated: pairs.flatMap(({ made }) => made).length,
		statusesBack: pairs.filter(isBack).length,
	};
	return { findings, counts };
}

/** Whether the hub knows what somebody in the OMS has made of the order. */
const isBack = ({ row, made: [made] }: Pair): boolean =>
	made !== undefined && row !== null && becomeOf(made) === row.status;
