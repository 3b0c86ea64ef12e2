import { setTimeout as sleep } from 'node:timers/promises';

import type { Turns } from './turns';
import { until } from './until';

/** Work of one channel that a kill is to cut off. */
export interface Aim {
	readonly what: string;
	/** One kill meets each channel once at most. */
	readonly channel: string;
	/** How long after its first call the kill comes. */
	readonly waitMs: number;
	/** Epoch ms from when on it may begin, as it looks now. */
	readyAt(): number;
	/** What has to be done before it begins and takes longer than others can be kept under way. */
	prepare?(): Promise<void>;
	/** Begins it, and answers whether it has made its first call and is under way. */
	begin(): Promise<boolean>;
	/** What the kill has left; answers whether the aim is reached. */
	judge(): boolean;
	seen(): unknown;
}

interface Gun extends Pick<Turns, 'alone'> {
	kill(): Promise<void>;
	start(): Promise<void>;
}

/** Whoever else wants it at this moment has said so by then. */
const settledMs = 1500;
/** Who could join in so soon is waited for: another kill would cost everybody more. */
const patienceMs = 5000;
/** The shortest interval of a sync, and a little: giving the turn back would let the schedule be quicker once more. */
const longestInTurnMs = 65_000;

/** Lets one kill meet the work of as many channels as are ready for it; answers when it has met that of the aim. */
export function volleys({ alone, kill, start }: Gun): (aim: Aim) => Promise<void> {
	const wanted = new Set<Aim>();

	/** What was due when the turn was asked for has run by now on n8n's schedule, perhaps; the next is waited for. */
	const dueAgain = async (aim: Aim) => {
		const waitMs = aim.readyAt() - Date.now();
		if (waitMs > 0 && waitMs <= longestInTurnMs) await sleep(waitMs);
	};
	const isReady = (aim: Aim) => aim.readyAt() <= Date.now();
	const isSoon = (aim: Aim) => !isReady(aim) && aim.readyAt() <= Date.now() + patienceMs;
	const others = ({ channel }: Aim) => [...wanted].filter((aim) => aim.channel !== channel);
	const mayFire = (aim: Aim) => isReady(aim) && !others(aim).some(isSoon);

	/** The first to call says when the kill comes; those who call later have to be under way by then as well. */
	const fireAt = async (aims: readonly Aim[]) => {
		for (const aim of aims) await aim.prepare?.();
		const begun = await Promise.all(
			aims.map(async (aim) => ((await aim.begin()) ? [{ aim, at: Date.now() }] : [])),
		);
		const underWay = begun.flat();
		const [first] = underWay.toSorted((one, other) => one.at - other.at);
		if (!first) return;
		await sleep(first.at + first.aim.waitMs - Date.now());
		await kill();
		for (const { aim } of underWay) if (aim.judge()) wanted.delete(aim);
		await start();
	};
	const fire = async (aim: Aim) => {
		await dueAgain(aim);
		const all = [aim, ...others(aim)].filter((one) => wanted.has(one) && isReady(one));
		if (all.includes(aim))
			await fireAt([...new Map(all.map((one) => [one.channel, one])).values()]);
	};

	return async (aim) => {
		wanted.add(aim);
		try {
			await sleep(settledMs);
			await until(
				`a kill to meet ${aim.what}`,
				async () => {
					if (wanted.has(aim) && mayFire(aim)) await alone(() => fire(aim));
					return !wanted.has(aim);
				},
				{ seconds: 1200, everyMs: 100, seen: async () => aim.seen() },
			);
		} finally {
			wanted.delete(aim);
		}
	};
}
