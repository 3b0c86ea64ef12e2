import { startPostgres, type Access } from '../../test/support/postgres';
import { startRedis } from './redis';

export interface RedisAccess {
	readonly host: string;
	readonly port: number;
	readonly user: string;
	readonly password: string;
	readonly db: number;
}

interface Server {
	/** Its password, if it was made for the demo: one that people chose may be a word that stands anywhere. */
	readonly secrets: readonly string[];
	stop(): Promise<void>;
}

export interface RedisServer extends Server {
	readonly access: RedisAccess;
}

export interface DatabaseServer extends Server {
	readonly access: Access;
	/** An immediate stop and a new start. Only a server that was started here can be made to. */
	crash(): Promise<void>;
}

/** The one that the environment names, or one that is started for the demo. */
export const postgres = async (
	address = process.env.ORDER_HUB_DEMO_POSTGRES,
): Promise<DatabaseServer> =>
	address === undefined
		? await ownPostgres()
		: {
				secrets: [],
				access: databaseAt(address),
				stop: async () => undefined,
				crash: () => Promise.reject(new Error('expected PostgreSQL to have been started here')),
			};

export const redis = async (
	folder: string,
	address = process.env.ORDER_HUB_DEMO_REDIS,
): Promise<RedisServer> =>
	address === undefined
		? await startRedis(folder)
		: { secrets: [], access: redisAt(address), stop: async () => undefined };

async function ownPostgres(): Promise<DatabaseServer> {
	const server = await startPostgres({ durable: true, language: 'en' });
	return { ...server, secrets: [server.access.password] };
}

const databaseAt = (address: string): Access => {
	const { pathname, ...signIn } = partsOf(address, 5432);
	return { ...signIn, database: decodeURIComponent(pathname.slice(1)) || 'postgres' };
};

const redisAt = (address: string): RedisAccess => {
	const { pathname, ...signIn } = partsOf(address, 6379);
	return { ...signIn, db: Number(pathname.slice(1)) };
};

function partsOf(address: string, usualPort: number) {
	const { hostname, port, username, password, pathname } = new URL(address);
	return {
		host: hostname,
		port: Number(port) || usualPort,
		user: decodeURIComponent(username),
		password: decodeURIComponent(password),
		pathname,
	};
}
