import type { Scene } from './scene';
import { askForSync, isUnderWay, mayBegin, startsAt, syncs, type Kind } from './syncs';
import { until } from './until';
import { waiting } from './updates';

/** How long the channel takes to answer while a kill is being aimed. */
export const slowMs = 1200;

/**
 * Kills n8n with SIGKILL between a sync's first call and its end, after a wait that the seed decides, and starts it again.
 * Only a kill that left a run unfinished counts; one that came too late is repeated.
 */
export const killInFlight = (
	scene: Scene,
	kind: Kind = 'orders',
	/** Makes the channel such that the kill meets it: nothing else has met that before. */
	prepare?: () => Promise<void>,
): Promise<void> => {
	const { site, random, say, told } = scene;
	const waitMs = Math.round(random() * (slowMs + 150));
	return site.n8n.cutOff({
		what: `a running sync of ${kind}`,
		channel: site.channel,
		waitMs,
		readyAt: () => (isUnderWay(site, kind) ? 0 : startsAt(site, kind)),
		prepare,
		begin: () => callsInSync(scene, kind),
		judge() {
			const wasInFlight = syncs(site, kind)[0]?.state === 'running';
			if (wasInFlight) told.kills++;
			say(
				`killed n8n in a sync of ${kind}${wasInFlight ? '' : ', too late: it had ended'}; starting it again`,
			);
			return wasInFlight;
		},
		seen: () => syncs(site, kind).slice(0, 5),
	});
};

/**
 * Begins a sync, unless one is under way, and waits for its first call; answers false when it ended before that was seen, or another one
 * has just ended or failed, so that it may not begin yet.
 */
async function callsInSync({ site }: Scene, kind: Kind): Promise<boolean> {
	const { shop } = site;
	const over = syncs(site, kind).find(({ state }) => state !== 'running')?.id ?? 0;
	const ask = askForSync(site, kind);
	const seen = await until(
		`a sync of ${kind} to call ${site.channel}`,
		async () => {
			await ask();
			const isDue = mayBegin(site, kind);
			const [run] = syncs(site, kind);
			if (!run || run.id === over) return !isDue && 'over';
			if (run.state !== 'running') return 'over';
			return (
				isUnderWay(site, kind) &&
				(await shop.hasMet(shop.callOf[kind] ?? kind, run.started_at)) &&
				'calling'
			);
		},
		{ seconds: 300, everyMs: 15, seen: async () => syncs(site, kind)[0] },
	);
	return seen === 'calling';
}

/**
 * Has the people in the warehouse do something that the channel is to hear of, kills n8n once a call of that name has come of
 * it, while more is to be told, and starts it again.
 */
export const killWhileTelling = (
	{ site, random, say, told }: Scene,
	call: string,
	work: () => Promise<void>,
): Promise<void> => {
	let since = 0;
	return site.n8n.cutOff({
		what: `a call of ${call}`,
		channel: site.channel,
		waitMs: Math.round(random() * slowMs),
		readyAt: () => 0,
		async prepare() {
			since = Date.now();
			await work();
		},
		async begin() {
			await until(
				`a call of ${call}`,
				async () => {
					if (waiting(site).due > 0) await site.start(site.telling);
					return await site.shop.hasMet(call, since);
				},
				{ seconds: 300, everyMs: 1000, seen: async () => waiting(site) },
			);
			return true;
		},
		judge() {
			const left = waiting(site).updates;
			if (left > 0) told.kills++;
			say(`killed n8n with ${left} updates still to be told; starting it again`);
			return true;
		},
		seen: () => waiting(site),
	});
};
