import type { Audit } from './auditor/audit';

/** What the counts of a channel have to be, for its story to have proved something. */
export interface Expected {
	/** What has to be just so. */
	readonly exactly: Readonly<Record<string, number>>;
	/** How often the rarer things have to have happened at least; everything else, five times. */
	readonly least: Readonly<Record<string, number>>;
}

const nothingWrong = {
	lost: 0,
	doubled: 0,
	oversold: 0,
	effectsDoubled: 0,
	stuck: 0,
	idlePushCalls: 0,
};

export const isFlawless = (audit: Audit, expected: Expected): boolean =>
	audit.findings.length === 0 && missed(audit, expected).length === 0;

/** Each count that is not what it has to be. */
export function missed({ counts }: Audit, { exactly, least }: Expected): readonly string[] {
	const precise: Readonly<Record<string, number>> = { ...nothingWrong, ...exactly };
	return Object.entries(counts).flatMap(([what, count]) => {
		const wanted = precise[what];
		const atLeast = least[what] ?? 5;
		if (wanted === undefined) return count < atLeast ? `${what}: ${count}, not ${atLeast}` : [];
		return count === wanted ? [] : `${what}: ${count}, not ${wanted}`;
	});
}
