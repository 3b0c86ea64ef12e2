import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { oneProcess } from '../demo/hosting';
import { queueHosting } from '../demo/queue/queueHosting';
import { realKills } from './real/realKills';
import { isClean } from './real/tally';
import type { Played } from './simulation/playSeed';
import { playSeeds } from './simulation/players';
import { totalOf } from './total';

const { values } = parseArgs({
	options: {
		seeds: { type: 'string', default: '1000' },
		from: { type: 'string', default: '1' },
		/** Only this one, once more. */
		seed: { type: 'string' },
		steps: { type: 'boolean', default: false },
		plant: { type: 'string' },
		/** Instead: real processes, which are killed so often. */
		real: { type: 'boolean', default: false },
		kills: { type: 'string', default: '30' },
		queue: { type: 'boolean', default: false },
		channels: { type: 'string', default: 'ikas,babyshop,oker,theIconic' },
		json: { type: 'boolean', default: false },
	},
});

/** With `--json` the only line on stdout is the last one. */
const say = (line: string) =>
	void (values.json ? process.stderr : process.stdout).write(`${line}\n`);

const main = () => (values.real ? real() : simulated());

async function real(): Promise<void> {
	const tally = await realKills({
		seed: Number(values.seed ?? values.from),
		kills: Number(values.kills),
		played: values.channels.split(','),
		openHosting: values.queue ? queueHosting : oneProcess,
		say,
	});
	process.stdout.write(`${JSON.stringify(tally)}\n`);
	process.exitCode = isClean(tally) ? 0 : 1;
}

async function simulated(): Promise<void> {
	const from = Number(values.seed ?? values.from);
	const count = values.seed === undefined ? Number(values.seeds) : 1;
	const all: Played[] = [];
	await playSeeds({
		seeds: Array.from({ length: count }, (_, at) => from + at),
		processes: availableParallelism(),
		plant: values.plant,
		saysSteps: values.steps,
		played(one) {
			all.push(one);
			tell(one);
			return true;
		},
	});
	const total = totalOf(all);
	process.stdout.write(`${JSON.stringify(total)}\n`);
	process.exitCode = all.some(({ findings }) => findings.length > 0) ? 1 : 0;
}

function tell({ seed, kills, orders, findings, fingerprint }: Played): void {
	if (findings.length === 0 && values.seed === undefined) return;
	say(`seed ${seed}: ${kills} kills, ${orders} orders, steps ${fingerprint}`);
	for (const { kind, what } of findings) say(`  ${kind}: ${what}`);
	if (values.seed === undefined) say(`  again: pnpm chaos --seed ${seed} --steps`);
}

void main();
