import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { freePort } from './freePort';
import { n8nEnvironment } from './n8nEnvironment';
import { turns, type Turns } from './turns';
import { until } from './until';
import { volleys, type Aim } from './volleys';

export interface N8n {
	readonly url: string;
	readonly folder: string;
	readonly log: string;
	/** Answers when the editor is up and every published workflow is active. */
	start(): Promise<void>;
	/** Epoch ms of the latest start: what began before is dead. */
	upSince(): number;
	stop(): Promise<void>;
	/** Runs one command of n8n's own CLI to its end. */
	command(...args: string[]): Promise<void>;
	/** What must not meet a kill, such as a call that cannot be repeated. */
	undisturbed: Turns['sideBySide'];
	/** SIGKILL to n8n and all it started while the aim is under way, once nobody relies on it; then a fresh start. */
	cutOff(aim: Aim): Promise<void>;
}

const manifest = createRequire(__filename).resolve('n8n/package.json');
const executable = join(dirname(manifest), 'bin', 'n8n');

export const n8nVersion: string = JSON.parse(readFileSync(manifest, 'utf8')).version;

/** The real n8n over a data folder of its own. */
export async function n8nIn(folder: string): Promise<N8n> {
	mkdirSync(folder, { recursive: true });
	const log = join(folder, 'n8n.log');
	const ports = { editor: await freePort(), runners: await freePort() };
	const url = `http://127.0.0.1:${ports.editor}`;
	let running: ChildProcess | null = null;
	let upSince = 0;
	const { sideBySide, alone } = turns();

	const run = (args: readonly string[]) => launch(args, log, n8nEnvironment(folder, ports));
	const end = async (signal: NodeJS.Signals) => {
		if (running) await endGroup(running, signal);
		running = null;
	};

	const start = async () => {
		const from = sizeOf(log);
		upSince = Date.now();
		const child = run(['start']);
		running = child;
		await until(
			'n8n to answer with its workflows active',
			async () => {
				if (child.exitCode !== null) throw new Error(`n8n ended at its start:\n${tail(log)}`);
				return written(log, from).includes('Editor is now accessible') && (await isHealthy(url));
			},
			{ seconds: 400, everyMs: 100, seen: async () => tail(log) },
		);
	};

	return {
		url,
		folder,
		log,
		start,
		upSince: () => upSince,
		stop: () => end('SIGTERM'),
		async command(...args) {
			const from = sizeOf(log);
			const code = await exitOf(run(args));
			// Some commands report a refusal in their log and still end with 0.
			if (code !== 0 || /An error occurred/.test(written(log, from))) {
				throw new Error(`n8n ${args.join(' ')} ended with ${code}:\n${written(log, from)}`);
			}
		},
		undisturbed: sideBySide,
		cutOff: volleys({ alone, start, kill: () => end('SIGKILL') }),
	};
}

function launch(args: readonly string[], log: string, env: NodeJS.ProcessEnv): ChildProcess {
	const output = openSync(log, 'a');
	// A group of its own: Ctrl-C in the terminal does not reach it, a kill reaches all of it.
	const child = spawn(process.execPath, [executable, ...args], {
		env,
		detached: true,
		stdio: ['ignore', output, output],
	});
	closeSync(output);
	launched.add(child);
	child.once('exit', () => launched.delete(child));
	return child;
}

// Nothing outlives this program, however it ends.
const launched = new Set<ChildProcess>();
process.once('exit', () => launched.forEach((child) => signalGroup(child, 'SIGKILL')));

const exitOf = (child: ChildProcess) =>
	new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));

async function endGroup(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
	if (hasEnded(child)) return;
	const gone = exitOf(child);
	signalGroup(child, signal);
	const giveUp = setTimeout(() => signalGroup(child, 'SIGKILL'), 20_000);
	await gone;
	clearTimeout(giveUp);
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
	if (child.pid !== undefined && !hasEnded(child)) process.kill(-child.pid, signal);
}

const isHealthy = (url: string) =>
	fetch(`${url}/healthz`).then(
		({ ok }) => ok,
		() => false,
	);

const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

const written = (file: string, from: number) => readFileSync(file).subarray(from).toString();

const tail = (file: string) => readFileSync(file, 'utf8').split('\n').slice(-25).join('\n');
