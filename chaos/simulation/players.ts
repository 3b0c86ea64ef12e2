import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
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
				if (!given.played(await play(player, { seed, saysSteps }))) left.length = 0;
		} finally {
			player.kill();
		}
	};
	await Promise.all(Array.from({ length: Math.min(processes, seeds.length) }, work));
}

const open = ({ plant = '', saysSteps = false }: Given): ChildProcess =>
	fork(join(__dirname, 'player.ts'), {
		execArgv: ['--require', require.resolve('tsx/cjs')],
		env: { ...process.env, CHAOS_PLANT: plant, TMPDIR: scratch() },
		// n8n says there what fails, and much does.
		stdio: ['ignore', 'ignore', saysSteps ? 'inherit' : 'ignore', 'ipc'],
	});

/** In memory where there is a place for it: processes die here, no machine does. */
const scratch = () => (existsSync('/dev/shm') ? '/dev/shm' : tmpdir());

async function play(player: ChildProcess, asked: Asked): Promise<Played> {
	player.send(asked);
	const ended = once(player, 'exit').then(() => [{ broken: 'the process ended' }]);
	const [answered]: readonly Answered[] = await Promise.race([once(player, 'message'), ended]);
	if (answered && 'played' in answered) return answered.played;
	throw new Error(`seed ${asked.seed} could not be played: ${answered?.broken}`);
}
