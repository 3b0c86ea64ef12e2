import { setTimeout as sleep } from 'node:timers/promises';

import type { Scene } from './scene';
import { askForSync, syncs } from './syncs';
import { until } from './until';
import { waiting } from './updates';

/** How long the channel takes to answer while a kill is being aimed. */
export const slowMs = 600;

/** The call by which each kind of sync is recognised on the channel. */
const callOf = { orders: 'listOrder', inventory: 'saveProductStockLocations' } as const;

/**
 * Kills n8n with SIGKILL between a sync's first call and its end, after a wait that the seed decides, and starts it again.
 * Only a kill that left a run unfinished counts; one that came too late is repeated.
 */
export async function killInFlight(
	scene: Scene,
	kind: keyof typeof callOf = 'orders',
): Promise<void> {
	const { site, random, say, told } = scene;
	for (let attempt = 1; attempt <= 4; attempt++) {
		await callOfNewSync(scene, kind);
		const waited = Math.round(random() * (slowMs + 150));
		await sleep(waited);
		await site.n8n.kill();
		const wasInFlight = syncs(site.ledger, kind)[0]?.state === 'running';
		if (wasInFlight) told.kills++;
		say(
			`killed n8n ${waited} ms into a sync of ${kind}${wasInFlight ? '' : ', too late: it had ended'}; starting it again`,
		);
		await site.n8n.start();
		if (wasInFlight) return;
	}
	throw new Error('expected a kill to meet a running sync in four attempts');
}

async function callOfNewSync({ site }: Scene, kind: keyof typeof callOf): Promise<void> {
	const { ledger, shop } = site;
	const before = syncs(ledger, kind)[0]?.id ?? 0;
	const ask = askForSync(site, kind);
	await until(
		'a sync to call ikas',
		async () => {
			await ask();
			const [run] = syncs(ledger, kind);
			if (!run || run.id === before || run.state !== 'running') return false;
			return (await shop.calls()).some(
				({ wallAt, fields }) => wallAt >= run.started_at && fields.includes(callOf[kind]),
			);
		},
		{ seconds: 150, everyMs: 15, seen: async () => syncs(ledger, kind)[0] },
	);
}

/** Kills n8n once it has begun to change orders on the channel, while more of that is to be told, and starts it again. */
export async function killWhileTelling(scene: Scene, field: string): Promise<void> {
	const { site, random, say, told } = scene;
	const since = Date.now();
	await until(
		`a call of ${field}`,
		async () => {
			if (waiting(site.ledger).due > 0) await site.start('send-updates');
			return (await site.shop.calls()).some(
				({ wallAt, fields }) => wallAt >= since && fields.includes(field),
			);
		},
		{ seconds: 90, everyMs: 1000, seen: async () => waiting(site.ledger) },
	);
	await sleep(Math.round(random() * slowMs));
	await site.n8n.kill();
	const left = waiting(site.ledger).updates;
	if (left > 0) told.kills++;
	say(`killed n8n with ${left} updates still to be told; starting it again`);
	await site.n8n.start();
}
