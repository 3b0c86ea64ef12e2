import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Figure } from './figure';

/** What a walk over 10,000 orders uses of each channel's quota, in simulated time: the load of the machine changes nothing. */
export async function walking(say: (line: string) => void): Promise<readonly Figure[]> {
	say('10,000 orders wait on each channel, in simulated time');
	const walker = fork(join(__dirname, 'walker.ts'), process.argv.slice(2));
	const [figures] = (await once(walker, 'message')) as [readonly Figure[]];
	return figures;
}
