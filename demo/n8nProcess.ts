import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { until } from './until';

/** A process of n8n that is started again and again. */
export interface N8nProcess {
	/** Answers when it is ready; at once where it runs. */
	start(): Promise<void>;
	/** Ends it and all it has started. */
	end(signal: NodeJS.Signals): Promise<void>;
}

interface Command {
	readonly args: readonly string[];
	readonly env: NodeJS.ProcessEnv;
	readonly log: string;
	/** What it writes when it is ready, and where it answers then. */
	readonly says: string;
	readonly url: string;
}

const manifest = createRequire(__filename).resolve('n8n/package.json');
const executable = join(dirname(manifest), 'bin', 'n8n');

export const n8nVersion: string = JSON.parse(readFileSync(manifest, 'utf8')).version;

export function n8nProcess({ args, env, log, says, url }: Command): N8nProcess {
	let running: ChildProcess | null = null;
	return {
		async start() {
			if (running && !hasEnded(running)) return;
			const from = sizeOf(log);
			const child = launch(args, log, env);
			running = child;
			await until(
				`n8n ${args[0]} to be ready`,
				async () => {
					if (child.exitCode !== null) throw new Error(`n8n ended at its start:\n${tail(log)}`);
					return written(log, from).includes(says) && (await isHealthy(url));
				},
				{ seconds: 900, everyMs: 100, seen: async () => tail(log) },
			);
		},
		async end(signal) {
			if (running) await endGroup(running, signal);
			running = null;
		},
	};
}

/** Runs one command of n8n's own CLI to its end. */
export async function n8nCommand(
	args: readonly string[],
	log: string,
	env: NodeJS.ProcessEnv,
): Promise<void> {
	const from = sizeOf(log);
	const code = await exitOf(launch(args, log, env));
	// Some commands report a refusal in their log and still end with 0.
	if (code !== 0 || /An error occurred/.test(written(log, from))) {
		throw new Error(`n8n ${args.join(' ')} ended with ${code}:\n${written(log, from)}`);
	}
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
