import type { DateTime } from 'luxon';
import type { CandidateHub, RoutingRule } from './routing';
import { offDuty } from './workingHours';

/** A hub that a rule may choose. */
export interface PlacedHub {
	readonly hub: CandidateHub;
	/** Its place in the rule's list, or in the store's hub map where the rule has none; counts from 0. */
	readonly place: number;
	/** Why it takes no work now, where the rule minds; else null. */
	readonly off: string | null;
}

/** The hubs that the rule may choose, in its order. Those that are out of the question keep their place. */
export function placedHubs(
	rule: RoutingRule,
	candidates: readonly CandidateHub[],
	isOut: (hub: CandidateHub) => boolean,
	clockIn: (timeZone: string) => DateTime,
): readonly PlacedHub[] {
	const minds = rule.workingHours === 'prefer' || rule.workingHours === 'require';
	const listed =
		rule.hubs === undefined
			? candidates
			: [...new Set(rule.hubs)].map((code) => candidates.find((hub) => hub.code === code));
	return listed.flatMap((hub, place) => {
		if (hub === undefined || isOut(hub)) return [];
		const { workingHours: hours } = hub;
		const off = minds && hours !== null ? offDuty(hours, clockIn(hours.timeZone)) : null;
		return [{ hub, place, off }];
	});
}
