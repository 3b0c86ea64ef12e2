import { parseArgs } from 'node:util';

import { oneLine } from '../domain/oneLine';
import { oneProcess } from './hosting';
import { live } from './live';
import { once } from './once';
import { queueHosting } from './queue/queueHosting';

/** With `--json` the only line on stdout is the verdict. */
async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			once: { type: 'boolean', default: false },
			json: { type: 'boolean', default: false },
			queue: { type: 'boolean', default: false },
			seed: { type: 'string', default: '1' },
		},
	});
	const begun = Date.now();
	const say = (line: string) => {
		const seconds = Math.round((Date.now() - begun) / 1000);
		(values.json ? process.stderr : process.stdout).write(
			`${`${seconds}`.padStart(4)} s  ${printable(line)}\n`,
		);
	};
	const seed = Number(values.seed);
	if (!Number.isSafeInteger(seed))
		throw new Error(`--seed takes a whole number, not ${values.seed}`);
	const openHosting = values.queue ? queueHosting : oneProcess;
	if (!values.once) return await live(seed, say, openHosting);
	const verdict = await once(seed, say, openHosting);
	process.stdout.write(`${JSON.stringify(verdict, null, values.json ? 0 : 2)}\n`);
	process.exitCode = verdict.ok ? 0 : 1;
}

/** Names and numbers of a channel may hold what a terminal would obey. */
const printable = (text: string) => text.split('\n').map(oneLine).join('\n');

void main();
