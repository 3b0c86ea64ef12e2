import { setTimeout as sleep } from 'node:timers/promises';

import type { Scene } from './scene';
import { askForSync, syncs } from './syncs';
import { until } from './until';

/** How long the channel takes to answer while a kill is being aimed. */
export const slowMs = 600;

/**
 * Kills n8n with SIGKILL between a sync's first call and its end, after a wait that the seed decides, and starts it again.
 * Only a kill that left a run unfinished counts; one that came too late is repeated.
 */
export async function killInFlight(scene: Scene): Promise<void> {
	const { site, random, say, told } = scene;
	for (let attempt = 1; attempt <= 4; attempt++) {
		await callOfNewSync(scene);
		const waited = Math.round(random() * (slowMs + 150));
		await sleep(waited);
		await site.n8n.kill();
		const wasInFlight = syncs(site.ledger)[0]?.state === 'running';
		if (wasInFlight) told.kills++;
		say(
			`killed n8n ${waited} ms into a sync${wasInFlight ? '' : ', too late: it had ended'}; starting it again`,
		);
		await site.n8n.start();
		if (wasInFlight) return;
	}
	throw new Error('expected a kill to meet a running sync in four attempts');
}

async function callOfNewSync({ site }: Scene): Promise<void> {
	const { ledger, shop } = site;
	const before = syncs(ledger)[0]?.id ?? 0;
	const ask = askForSync(site);
	await until(
		'a sync to call ikas',
		async () => {
			await ask();
			const [run] = syncs(ledger);
			if (!run || run.id === before || run.state !== 'running') return false;
			return (await shop.calls()).some(({ wallAt }) => wallAt >= run.started_at);
		},
		{ seconds: 150, everyMs: 15, seen: async () => syncs(ledger)[0] },
	);
}
