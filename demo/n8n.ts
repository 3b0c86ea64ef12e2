import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { freePort } from './freePort';
import { n8nEnvironment } from './n8nEnvironment';
import { n8nCommand, n8nProcess, type N8nProcess } from './n8nProcess';
import type { Hosting } from './hosting';
import { turns, type Turns } from './turns';
import { victims } from './victims';
import { volleys, type Aim } from './volleys';

export interface N8n {
	readonly url: string;
	readonly folder: string;
	/** Of the main process. */
	readonly log: string;
	readonly main: N8nProcess;
	/** None where the main process runs executions itself. */
	readonly workers: readonly N8nProcess[];
	/** Starts what does not run; answers when the editor is up and every published workflow is active. */
	start(): Promise<void>;
	/** Epoch ms of the latest start: what was executed before is dead. */
	upSince(): number;
	stop(): Promise<void>;
	/** Runs one command of n8n's own CLI to its end. */
	command(...args: string[]): Promise<void>;
	/** What must not meet a kill, such as a call that cannot be repeated. */
	undisturbed: Turns['sideBySide'];
	/** SIGKILL to whatever executes, and all it started, while the aim is under way, once nobody relies on it; then a fresh start. */
	cutOff(aim: Aim): Promise<void>;
}

/** The real n8n over a data folder of its own, in which the package is installed. */
export async function n8nIn(
	folder: string,
	{ workers: count, environment }: Pick<Hosting, 'workers' | 'environment'>,
): Promise<N8n> {
	const log = join(folder, 'n8n.log');
	const ports = { editor: await freePort(), runners: await freePort() };
	const url = `http://127.0.0.1:${ports.editor}`;
	const env = { ...n8nEnvironment(folder, ports), ...environment };
	const main = n8nProcess({ args: ['start'], env, log, says: 'Editor is now accessible', url });
	const workers = await Promise.all(
		Array.from({ length: count }, (_, at) => workerIn(folder, `worker-${at + 1}`, environment)),
	);
	const all = [main, ...workers];
	const next = victims({ main, workers });
	let upSince = 0;
	const { sideBySide, alone } = turns();

	const start = async () => {
		upSince = Date.now();
		await Promise.all(all.map((one) => one.start()));
	};

	return {
		url,
		folder,
		log,
		main,
		workers,
		start,
		upSince: () => upSince,
		async stop() {
			// Main first: whatever the workers are doing then, nothing new comes.
			for (const one of all) await one.end('SIGTERM');
		},
		command: (...args) => n8nCommand(args, log, env),
		undisturbed: sideBySide,
		cutOff: volleys({
			alone,
			start,
			kill: async () => void (await Promise.all(next().map((one) => one.end('SIGKILL')))),
		}),
	};
}

/** As on a machine of its own: with its own data folder, and the package in it. */
async function workerIn(
	folder: string,
	name: string,
	environment: Hosting['environment'],
): Promise<N8nProcess> {
	const own = join(folder, name);
	const packages = join('.n8n', 'nodes');
	mkdirSync(join(own, '.n8n'), { recursive: true });
	cpSync(join(folder, packages), join(own, packages), { recursive: true });
	const ports = { editor: await freePort(), runners: await freePort() };
	return n8nProcess({
		args: ['worker', '--concurrency=10'],
		env: {
			...n8nEnvironment(own, ports),
			...environment,
			QUEUE_HEALTH_CHECK_ACTIVE: 'true',
			QUEUE_HEALTH_CHECK_PORT: `${ports.editor}`,
		},
		log: join(folder, `${name}.log`),
		says: 'n8n worker is now ready',
		url: `http://127.0.0.1:${ports.editor}`,
	});
}
