import { askAuditor } from './askAuditor';
import { atRest } from './atRest';
import type { Audit, Counts } from './auditor/audit';
import { openParts, type Group, type Part } from './channels';
import { findSecrets } from './findSecrets';
import { isFlawless, missed, type Expected } from './flawless';
import type { OpenHosting } from './hosting';
import { n8nVersion } from './n8nProcess';
import type { Entered } from './play';
import { speaking } from './speaking';
import { openStage } from './stage';

type Counted = Readonly<Record<string, Counts | null>>;

export interface Verdict {
	readonly ok: boolean;
	readonly n8n: string;
	readonly seconds: number;
	/** By the name of the channel; null where the auditor could not look. */
	readonly channels: Counted;
	/** By the name of the OMS, with what it shipped of a shop beside it. */
	readonly oms: Counted;
	/** What became of orders that waited for somebody, and of what came back. */
	readonly hub: Counts | null;
	/** Places where a secret stands in what the demo wrote. */
	readonly secretsFound: number;
}

/** Plays the stories of all channels side by side to their ends, or to where they break, and has the auditor count either way. */
export async function once(
	seed: number,
	say: (line: string) => void,
	openHosting?: OpenHosting,
): Promise<Verdict> {
	const begun = Date.now();
	const parts = await openParts(seed);
	const stage = await openStage(
		say,
		parts.map(({ pretend }) => pretend),
		openHosting,
	);
	const actors = parts.map((part) => ({
		...part,
		...part.enter(stage, speaking(part.name, say)),
	}));
	const breaks = (await Promise.all(actors.map(playedToTheEnd))).flat();
	// All stories have ended: no kill of one comes between another and its books.
	const audits = await Promise.all(actors.map(audited));
	await stage.close();
	// What a long list of findings would push out of sight.
	breaks.forEach((line) => say(line));
	if (breaks.length > 0) say(`n8n's log: ${stage.n8n.log}`);
	const leaks = findSecrets(stage.n8n.folder, stage.secrets());
	leaks.forEach(({ file, what, spelling }) =>
		say(`secret: the ${what}, ${spelling}, is in ${file}`),
	);
	return {
		ok: breaks.length === 0 && audits.every(({ isGood }) => isGood) && leaks.length === 0,
		n8n: n8nVersion,
		seconds: Math.round((Date.now() - begun) / 1000),
		channels: countedIn('channels', audits),
		oms: countedIn('oms', audits),
		hub: Object.values(countedIn('hub', audits))[0] ?? null,
		secretsFound: leaks.length,
	};
}

/** Answers why it broke, if it did. */
const playedToTheEnd = ({ scene, story, name }: Part & Entered): Promise<readonly string[]> =>
	story()
		.finally(() => scene.site.meeting.leave())
		.then(
			() => {
				scene.say('the story is over');
				return [];
			},
			(error: unknown) => {
				const why = `the story broke: ${explained(error)}`;
				scene.say(why);
				return [`${name}: ${why}`];
			},
		);

interface Audited extends Pick<Part, 'group' | 'name'> {
	readonly counts: Counts | null;
	readonly isGood: boolean;
}

async function audited({ scene, group, name, expected }: Part & Entered): Promise<Audited> {
	await atRest(scene).catch((error: unknown) => scene.say(explained(error)));
	const audit = await look(scene, name);
	if (audit) sayFlaws(audit, expected, scene.say);
	return {
		group,
		name,
		counts: audit?.counts ?? null,
		isGood: audit !== null && isFlawless(audit, expected),
	};
}

/** A few of each kind: one cause may have hundreds. */
function sayFlaws(audit: Audit, expected: Expected, say: (line: string) => void): void {
	missed(audit, expected).forEach((line) => say(`counted ${line}`));
	const { findings } = audit;
	for (const [kind, all = []] of Object.entries(Object.groupBy(findings, (one) => one.kind))) {
		all.slice(0, 8).forEach(({ what }) => say(`${kind}: ${what}`));
		if (all.length > 8) say(`${kind}: ${all.length - 8} more`);
	}
}

const countedIn = (wanted: Group, audits: readonly Audited[]): Counted =>
	Object.fromEntries(
		audits.filter(({ group }) => group === wanted).map(({ name, counts }) => [name, counts]),
	);

/** A story that broke before the ledger was there leaves nothing to audit. */
const look = (scene: Entered['scene'], name: string): Promise<Audit | null> =>
	askAuditor(scene, name).catch((error: unknown) => {
		scene.say(`the auditor could not look: ${explained(error)}`);
		return null;
	});

const explained = (error: unknown): string =>
	error instanceof Error ? (error.stack ?? error.message) : `${error}`;
