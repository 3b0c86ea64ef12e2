import { askAuditor } from './askAuditor';
import type { Audit, Counts } from './auditor/audit';
import { findSecrets } from './findSecrets';
import { n8nVersion } from './n8n';
import { sceneOn, type Scene } from './scene';
import { openSite } from './site';
import { story } from './story/story';

export interface Verdict {
	readonly ok: boolean;
	readonly n8n: string;
	readonly seconds: number;
	readonly channels: { readonly ikas: Counts | null };
	/** Places where a secret stands in what the demo wrote. */
	readonly secretsFound: number;
}

/** Plays the story to its end, or to where it breaks, and has the auditor count either way. */
export async function once(seed: number, say: (line: string) => void): Promise<Verdict> {
	const begun = Date.now();
	const site = await openSite(say, seed);
	const scene = sceneOn(site, seed, say);
	const broken = await story(scene).then(() => null, explained);
	if (broken) say(`the story broke: ${broken}\nn8n's log: ${site.n8n.log}`);
	const audit = await audited(scene);
	audit?.findings.forEach(({ kind, what }) => say(`${kind}: ${what}`));
	await site.close();
	const leaks = findSecrets(site.n8n.folder, site.secrets());
	leaks.forEach(({ file, what, spelling }) =>
		say(`secret: the ${what}, ${spelling}, is in ${file}`),
	);
	return {
		ok: broken === null && audit !== null && isFlawless(audit) && leaks.length === 0,
		n8n: n8nVersion,
		seconds: Math.round((Date.now() - begun) / 1000),
		channels: { ikas: audit?.counts ?? null },
		secretsFound: leaks.length,
	};
}

/** A story that broke before the ledger was there leaves nothing to audit. */
const audited = (scene: Scene): Promise<Audit | null> =>
	askAuditor(scene).catch((error: unknown) => {
		scene.say(`the auditor could not look: ${explained(error)}`);
		return null;
	});

const explained = (error: unknown): string =>
	error instanceof Error ? (error.stack ?? error.message) : `${error}`;

/** How often each thing has to have happened, so that the story proves something. */
const least = (what: string) => rare[what] ?? 5;

const rare: Readonly<Record<string, number>> = { gapsFilled: 3, restored: 1 };

function isFlawless({ counts, findings }: Audit): boolean {
	const {
		lost,
		doubled,
		oversold,
		effectsDoubled,
		stuck,
		idlePollCalls,
		idlePushCalls,
		...events
	} = counts;
	const wrong = lost + doubled + oversold + effectsDoubled + stuck + idlePushCalls;
	return (
		findings.length === 0 &&
		wrong === 0 &&
		idlePollCalls === 1 &&
		Object.entries(events).every(([what, count]) => count >= least(what))
	);
}
