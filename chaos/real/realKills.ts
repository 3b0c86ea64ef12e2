import { setTimeout as sleep } from 'node:timers/promises';

import { askAuditor } from '../../demo/askAuditor';
import { openParts, type Part } from '../../demo/channels';
import type { OpenHosting } from '../../demo/hosting';
import type { Entered } from '../../demo/play';
import { openStage, type Stage } from '../../demo/stage';
import { speaking } from '../../demo/speaking';
import { random, type Random } from '../../sandbox/random';
import { begun } from './begun';
import { flow } from './flow';
import { settle } from './settle';
import { strike } from './strike';
import { tallyOf, type Tally } from './tally';
import { victims } from './victims';

interface Wanted {
	readonly seed: number;
	readonly kills: number;
	/** Names of the demo's channels and OMSs whose shops are open. */
	readonly played: readonly string[];
	readonly openHosting: OpenHosting;
	say(line: string): void;
}

/** How long customers of a shop wait with their next order. */
const orderEveryMs = 5000;
/** A kill comes so long after work was seen to be under way, at most. */
const latestKillMs = 1500;

type Actor = Part & Entered;

/** Orders flow through real processes, which are killed one after the other; then all comes to rest, and the auditor counts. */
export async function realKills({ seed, kills, played, openHosting, say }: Wanted): Promise<Tally> {
	const parts = await openParts(seed, played);
	const stage = await openStage(
		say,
		parts.map(({ pretend }) => pretend),
		openHosting,
	);
	try {
		const actors = parts.map((part) => ({
			...part,
			...part.enter(stage, speaking(part.name, say)),
		}));
		await underFire(stage, actors, { chance: random(seed), kills, say });
		say('nobody orders any more; all comes to rest');
		await Promise.all(actors.map(({ scene }) => settle(scene)));
		const audits = await Promise.all(actors.map(({ scene, name }) => askAuditor(scene, name)));
		for (const { findings } of audits)
			findings.forEach(({ kind, what }) => say(`${kind}: ${what}`));
		return tallyOf(audits, { seeds: 1, kills });
	} finally {
		await stage.close();
	}
}

async function underFire(
	stage: Stage,
	actors: readonly Actor[],
	{ chance, kills, say }: { chance: Random; kills: number; say(line: string): void },
): Promise<void> {
	const turns = await Promise.all(actors.map(({ live }) => live()));
	const over = new AbortController();
	const flows = turns.map((goOn) => flow(goOn, orderEveryMs, over.signal));
	const workers = stage.n8n.workers.length;
	for (const [at, victim] of victims(chance, { workers, kills }).entries()) {
		await begun(actors.map(({ scene }) => scene));
		await sleep(chance() * latestKillMs);
		say(`kill ${at + 1} of ${kills}: ${victim}`);
		await strike(stage, victim, chance);
	}
	over.abort();
	await Promise.all(flows);
}
