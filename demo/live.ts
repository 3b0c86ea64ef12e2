import { setTimeout as sleep } from 'node:timers/promises';

import { openParts } from './channels';
import { owner } from './editor';
import type { OpenHosting } from './hosting';
import type { Scene } from './scene';
import { openStage } from './stage';
import { speaking } from './speaking';

/** Runs until Ctrl-C: customers order now and then on every channel, and the lines tell what has become of it. */
export async function live(
	seed: number,
	say: (line: string) => void,
	openHosting?: OpenHosting,
): Promise<void> {
	const parts = await openParts(seed);
	const stage = await openStage(
		say,
		parts.map(({ pretend }) => pretend),
		openHosting,
	);
	const stop = new AbortController();
	// Ctrl-C may arrive more than once: from the terminal and from what started this program.
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());
	const plays = await Promise.all(
		parts.map(async ({ name, pretend: { url }, enter }) => {
			const { scene, live: begin } = enter(stage, speaking(name, say));
			const goOn = await begin();
			scene.say(`the pretend channel is at ${url}`);
			return { scene, goOn };
		}),
	);
	say(`n8n is at ${stage.n8n.url}, sign in as ${owner.email} with the password ${owner.password}`);
	say('the workflows run every minute; Ctrl-C ends it all');
	while (!stop.signal.aborted) {
		for (const { scene, goOn } of plays) {
			await goOn();
			scene.say(inAWord(scene));
		}
		await sleep(10_000, undefined, { signal: stop.signal }).catch(() => undefined);
	}
	say('stopping');
	await stage.close();
}

function inAWord({ books }: Scene): string {
	const { orders, parked, exceptions } = books();
	const byStatus = [...Map.groupBy(orders, ({ status }) => status)].map(
		([status, rows]) => `${rows.length} ${status}`,
	);
	return `in the hub: ${
		byStatus.join(', ') || 'none yet'
	}, ${parked.length} parked, ${exceptions.length} exceptions`;
}
