import { serve } from '../../sandbox/serve';
import type { SandboxRequest, SandboxResponse } from '../../sandbox/wire';

/** The least of the seller panel that a credential meets: the call that gives the key, and a list of orders that wants it. */
export interface BabyshopLogin {
	/** As a person fills it in. */
	readonly url: string;
	/** Usernames that asked for a key, in order. */
	readonly logins: readonly string[];
	/** Paths and bodies that a good key asked for, in order. */
	readonly calls: readonly string[];
	/** Every key that was given out. */
	readonly keys: readonly string[];
	/** No key that was given out is good any longer. */
	expire(): void;
	/** How requests of this path are answered instead from now on; with null as before. */
	answer(path: string, status: number | null, body?: unknown, headers?: object): void;
	/** Every request that came, as one text. */
	seen(): string;
	close(): Promise<void>;
}

export const seller = { username: '1000001', password: 'pa ss+w%rd&="ü~' };
export const owner = '4711';

const base = '/RestWS/api/sellerPanel/v3';

/** No two servers give out the same. */
let made = 0;

export async function babyshopLogin(): Promise<BabyshopLogin> {
	const [logins, calls, keys, requests]: [string[], string[], string[], string[]] = [
		[],
		[],
		[],
		[],
	];
	const good = new Set<string>();
	const instead = new Map<string, SandboxResponse>();

	function authToken({ query }: SandboxRequest): SandboxResponse {
		const { username = '', password = '' } = query;
		logins.push(username);
		if (username !== seller.username || password !== seller.password) {
			return json(200, { responseCode: 11, responseMessage: `Invalid ${username} ${password}` });
		}
		const apiKey = Buffer.from(`${username}~${++made}f00dcafe`).toString('base64');
		keys.push(apiKey);
		good.add(apiKey);
		return json(200, { status: 'SUCCESS', apiKey, apiOwner: owner });
	}

	function orderList({ path, headers, body }: SandboxRequest): SandboxResponse {
		if (!good.has(headers.apikey ?? '')) {
			const responseMessage = `authToken expired/Invalid authToken ${headers.apikey}`;
			return json(200, { responseCode: 2000, responseMessage });
		}
		calls.push(`${path.replace(base, '')} ${String(new URLSearchParams(body).get('RequestBody'))}`);
		return json(200, { responseCode: '0', responseMessage: 'Success', orderList: null });
	}

	const { url, close } = await serve({
		handle: async (request) => {
			requests.push(JSON.stringify(request));
			const path = request.path.replace(base, '');
			return instead.get(path) ?? (path === '/authToken' ? authToken : orderList)(request);
		},
	});
	return {
		...{ url: `${url}${base}`, logins, calls, keys, close },
		expire: () => good.clear(),
		answer(path, status, body, headers = {}) {
			if (status === null) instead.delete(path);
			else instead.set(path, { ...json(status, body), ...headers });
		},
		seen: () => requests.join('\n'),
	};
}

const json = (status: number, body: unknown): SandboxResponse => ({
	status,
	headers: { 'content-type': 'application/json' },
	body: typeof body === 'string' ? body : JSON.stringify(body),
	delivery: 'whole',
	delayMs: 0,
});
