import type { Finding } from '../../auditor/facts';
import { unmatchedIn } from './catalog';
import type { JointEvidence } from './evidence';
import { findClaims } from './findClaims';
import { findDepartures } from './findDepartures';
import { findHandOvers } from './findHandOvers';
import { findLevels } from './findLevels';
import { findOmsEffects } from './findOmsEffects';
import { countTracked, findParcels } from './findParcels';
import { findShort } from './findShort';
import { pairsIn } from './pairs';

/** What can be seen and counted only with both sides at hand. */
export function seenWithShopify(evidence: JointEvidence) {
	const { state, partner } = evidence;
	const pairs = pairsIn(evidence);
	const findings: readonly Finding[] = [
		...findHandOvers(evidence, pairs),
		...findClaims(evidence, pairs),
		...findLevels(evidence),
		...findShort(evidence, pairs),
		...findParcels(evidence, pairs),
		...findDepartures(evidence, pairs),
		...findOmsEffects(partner, pairs),
	];
	const counts = {
		shopifyOrders: pairs.flatMap(({ onShopify }) => onShopify).length,
		unmatchedSkus: unmatchedIn(state, partner.state).length,
		trackingPushed: countTracked(evidence, pairs),
	};
	return { findings, counts };
}
