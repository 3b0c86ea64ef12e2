import { setTimeout as sleep } from 'node:timers/promises';

import type { OrderState } from '../sandbox/ikas/types';
import { drafts } from './drafts';
import { owner } from './editor';
import { hubMap } from './goods';
import { sceneOn, type Scene } from './scene';
import { openSite } from './site';
import { connect } from './story/connect';

/** Runs until Ctrl-C: customers order now and then, and the lines tell what has become of it. */
export async function live(seed: number, say: (line: string) => void): Promise<void> {
	const site = await openSite(say, seed);
	const scene = sceneOn(site, seed, say);
	const stop = new AbortController();
	// Ctrl-C may arrive more than once: from the terminal and from what started this program.
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());
	await connect(scene);
	await goOut(scene);
	say(`n8n is at ${site.n8n.url}, sign in as ${owner.email} with the password ${owner.password}`);
	say(`the pretend ikas is at ${site.sandbox}; the workflows run every minute; Ctrl-C ends it all`);
	let latest: readonly OrderState[] = [];
	while (!stop.signal.aborted) {
		latest = await sell(scene, latest);
		say(await inAWord(scene));
		await sleep(10_000, undefined, { signal: stop.signal }).catch(() => undefined);
	}
	say('stopping');
	await site.close();
}

/** Stock goes out, too, and all workflows run. */
async function goOut({ site, store }: Scene): Promise<void> {
	const settings = { orderSync: true, withUnpaid: true, catalogSync: true, inventorySync: true };
	await site.warehouse.saveSettings(store, { ...settings, reason: 'Stock goes out' }, hubMap);
	await site.publish('reconcile');
}

async function sell(
	{ site, random }: Scene,
	earlier: readonly OrderState[],
): Promise<readonly OrderState[]> {
	const [one] = earlier;
	if (one && random() < 0.2) await site.shop.cancel(one.id);
	return await site.shop.place(drafts(1 + Math.floor(random() * 3), random));
}

async function inAWord({ site, books }: Scene): Promise<string> {
	const { counts } = await site.shop.state();
	const { orders, parked, exceptions } = books();
	const byStatus = [...Map.groupBy(orders, ({ status }) => status)].map(
		([status, rows]) => `${rows.length} ${status}`,
	);
	return `ikas has ${counts.orders} orders after ${counts.calls} calls; the hub: ${
		byStatus.join(', ') || 'none yet'
	}, ${parked.length} parked, ${exceptions.length} exceptions`;
}
