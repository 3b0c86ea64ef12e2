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

export function isFlawless({ counts, findings }: Audit, { exactly, least }: Expected): boolean {
	const precise: Readonly<Record<string, number>> = { ...nothingWrong, ...exactly };
	return (
		findings.length === 0 &&
		Object.entries(counts).every(([what, count]) => {
			const wanted = precise[what];
			return wanted === undefined ? count >= (least[what] ?? 5) : count === wanted;
		})
	);
}
