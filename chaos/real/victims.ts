import type { Random } from '../../sandbox/random';

/** Whom a kill meets: a process of n8n and all it has started, all of them at once, or the database's server. */
export type Victim = 'main' | 'worker' | 'everything' | 'database';

const inQueueMode: readonly Victim[] = ['main', 'worker', 'database', 'everything'];

/** Each of those that there are comes up as often as any other, in an order that the seed decides. */
export function victims(
	random: Random,
	{ workers, kills }: { workers: number; kills: number },
): readonly Victim[] {
	const kinds = workers > 0 ? inQueueMode : (['main'] as const);
	return Array.from({ length: kills }, (_, at) => ({
		victim: kinds[at % kinds.length] ?? 'main',
		place: Math.floor(at / kinds.length) + random(),
	}))
		.toSorted((one, other) => one.place - other.place)
		.map(({ victim }) => victim);
}
