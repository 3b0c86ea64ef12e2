import { setTimeout as sleep } from 'node:timers/promises';

import type { Scene } from './scene';
import { askForSync, mayBegin, syncs } from './syncs';
import { until } from './until';
import { waiting } from './updates';

/** How long the channel takes to answer while a kill is being aimed. */
export const slowMs = 600;

/** The kinds of sync that a channel's shop can tell apart. */
type Target = 'orders' | 'inventory';

/**
 * Kills n8n with SIGKILL between a sync's first call and its end, after a wait that the seed decides, and starts it again.
 * Only a kill that left a run unfinished counts; one that came too late is repeated.
 */
export async function killInFlight(scene: Scene, kind: Target = 'orders'): Promise<void> {
	const { site } = scene;
	await until(
		`a kill to meet a running sync of ${kind}`,
		async () => mayBegin(site, kind) && (await site.n8n.alone(() => killNext(scene, kind))),
		{ seconds: 600, everyMs: 100, seen: async () => syncs(site, kind).slice(0, 5) },
	);
}

/** Answers whether the kill met the sync that is due; while this one waited to be alone, the schedule may have done it. */
async function killNext(scene: Scene, kind: Target): Promise<boolean> {
	const { site, random, say, told } = scene;
	if (!mayBegin(site, kind)) return false;
	if (!(await callsInNewSync(scene, kind))) return false;
	const waited = Math.round(random() * (slowMs + 150));
	await sleep(waited);
	await site.n8n.kill();
	const wasInFlight = syncs(site, kind)[0]?.state === 'running';
	if (wasInFlight) told.kills++;
	say(
		`killed n8n ${waited} ms into a sync of ${kind}${wasInFlight ? '' : ', too late: it had ended'}; starting it again`,
	);
	await site.n8n.start();
	return wasInFlight;
}

/** Begins a sync and waits for its first call; answers false when it ended before that was seen. */
async function callsInNewSync({ site }: Scene, kind: Target): Promise<boolean> {
	const { shop } = site;
	const before = syncs(site, kind)[0]?.id ?? 0;
	const ask = askForSync(site, kind);
	const seen = await until(
		`a sync of ${kind} to call ${site.channel}`,
		async () => {
			await ask();
			const [run] = syncs(site, kind);
			if (!run || run.id === before) return false;
			if (run.state !== 'running') return 'over';
			return (await shop.hasMet(shop.callOf[kind], run.started_at)) && 'calling';
		},
		{ seconds: 60, everyMs: 15, seen: async () => syncs(site, kind)[0] },
	);
	return seen === 'calling';
}

/**
 * Has the people in the warehouse do something that the channel is to hear of, kills n8n once a call of that name has come of
 * it, while more is to be told, and starts it again.
 */
export const killWhileTelling = (
	scene: Scene,
	call: string,
	work: () => Promise<void>,
): Promise<void> =>
	scene.site.n8n.alone(async () => {
		const { site, random, say, told } = scene;
		const since = Date.now();
		await work();
		await until(
			`a call of ${call}`,
			async () => {
				if (waiting(site).due > 0) await site.start('send-updates');
				return await site.shop.hasMet(call, since);
			},
			{ seconds: 90, everyMs: 1000, seen: async () => waiting(site) },
		);
		await sleep(Math.round(random() * slowMs));
		await site.n8n.kill();
		const left = waiting(site).updates;
		if (left > 0) told.kills++;
		say(`killed n8n with ${left} updates still to be told; starting it again`);
		await site.n8n.start();
	});
