import { fork } from 'node:child_process';
import { on } from 'node:events';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answered, Asked } from './player';
import type { Played } from './playSeed';
import { plantNamed } from './plants';

interface Given {
	readonly seeds: readonly number[];
	readonly processes: number;
	/** The name of a bug that is to be found. */
	readonly plant?: string;
	/** What n8n says, and every step, goes to stderr. */
	readonly saysSteps?: boolean;
	/** Answers whether to go on. */
	played(one: Played): boolean;
}

/** Plays the seeds in several processes, each seed as soon as one is free. */
export async function playSeeds(given: Given): Promise<void> {
	const { seeds, processes, plant, saysSteps = false } = given;
	plantNamed(plant);
	const left = [...seeds];
	const work = async () => {
		const player = open(given);
		try {
			for (let seed = left.shift(); seed !== undefined; seed = left.shift())
				if (!given.played(await player.play({ seed, saysSteps }))) left.length = 0;
		} finally {
			player.end();
		}
	};
	await Promise.all(Array.from({ length: Math.min(processes, seeds.length) }, work));
}

function open({ plant = '', saysSteps = false }: Given) {
	const player = fork(join(__dirname, 'player.ts'), {
		execArgv: ['--require', require.resolve('tsx/cjs')],
		env: { ...process.env, CHAOS_PLANT: plant, TMPDIR: scratch() },
		// n8n says there what fails, and much does.
		stdio: ['ignore', 'ignore', saysSteps ? 'inherit' : 'ignore', 'ipc'],
	});
	const answers = on(player, 'message', { close: ['exit'] });
	return {
		async play(asked: Asked): Promise<Played> {
			player.send(asked);
			const { value } = await answers.next();
			const [answered]: readonly Answered[] = value ?? [];
			if (answered && 'played' in answered) return answered.played;
			const why = answered?.broken ?? 'the process ended';
			throw new Error(`seed ${asked.seed} could not be played: ${why}`);
		},
		end: () => player.disconnect(),
	};
}

/** In memory where there is a place for it: processes die here, no machine does. */
const scratch = () => (existsSync('/dev/shm') ? '/dev/shm' : tmpdir());
