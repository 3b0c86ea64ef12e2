import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { createConnection } from 'node:net';
import { delimiter, join } from 'node:path';

import { freePort } from '../freePort';
import { keep } from '../keeper';
import { until } from '../until';
import type { RedisServer } from './servers';

/** Starts a real Redis below the folder, empty, on a free local port. It writes what it is told to disk, as production's does. */
export async function startRedis(folder: string): Promise<RedisServer> {
	if (!isInstalled('redis-server')) {
		throw new Error(
			'found no redis-server: install it (apt-get install redis-server), or name a running one in ORDER_HUB_DEMO_REDIS',
		);
	}
	const home = join(folder, 'redis');
	mkdirSync(home);
	const access = {
		host: '127.0.0.1',
		port: await freePort(),
		user: '',
		password: randomUUID(),
		db: 0,
	};
	const { stop } = keep(
		[
			...['redis-server', '--bind', access.host, '--port', `${access.port}`, '--dir', home],
			...['--logfile', join(home, 'redis.log'), '--requirepass', access.password],
			...['--appendonly', 'yes', '--appendfsync', 'everysec', '--maxmemory-policy', 'noeviction'],
		],
		{ folder: home, cleared: false },
	);
	await until('Redis to answer', () => listens(access.port), { seconds: 30, everyMs: 20 });
	return { access, secrets: [access.password], stop };
}

const isInstalled = (program: string) =>
	(process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));

const listens = (port: number) =>
	new Promise<boolean>((resolve) => {
		const socket = createConnection(port, '127.0.0.1');
		const answer = (does: boolean) => () => {
			socket.destroy();
			resolve(does);
		};
		socket.once('connect', answer(true)).once('error', answer(false));
	});
