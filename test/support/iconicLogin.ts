import { serve } from '../../sandbox/serve';
import type { SandboxRequest, SandboxResponse } from '../../sandbox/wire';

/** The least of SellerCenter that a credential meets: the call that gives a token, and the seller that it is for. */
export interface IconicLogin {
	/** As a person fills it in. */
	readonly url: string;
	/** Applications that asked for a token, in order. */
	readonly logins: readonly string[];
	/** Paths that a good token asked for, in order. */
	readonly calls: readonly string[];
	/** Every token that was given out. */
	readonly tokens: readonly string[];
	/** No token that was given out is good any longer. */
	expire(): void;
	/** Takes the tokens of another server for its own, as an API whose tokens come from another host does. */
	trust(other: IconicLogin): void;
	/** How requests of this path are answered instead from now on; with null as before. */
	answer(
		path: string,
		status: number | null,
		body?: unknown,
		more?: Partial<SandboxResponse>,
	): void;
	/** Every request that came, as one text. */
	seen(): string;
	close(): Promise<void>;
}

export const app = { clientId: 'app-0001', clientSecret: 'se cr+et%w&="ü~' };
export const loginPath = '/oauth/client-credentials';
export const sellerPath = '/v2/seller';

/** No two servers give out the same. */
let made = 0;

const json = (status: number, body: unknown): SandboxResponse => ({
	status,
	headers: { 'content-type': 'application/json' },
	body: typeof body === 'string' ? body : JSON.stringify(body),
	delivery: 'whole',
	delayMs: 0,
});

/** The application that the header names, if its secret is right. */
function appIn({ headers }: SandboxRequest): string | null {
	const encoded = headers.authorization?.replace(/^Basic /, '') ?? '';
	const given = Buffer.from(encoded, 'base64').toString();
	return given === `${app.clientId}:${app.clientSecret}` ? app.clientId : null;
}

export async function iconicLogin(): Promise<IconicLogin> {
	const [logins, calls, tokens]: [string[], string[], string[]] = [[], [], []];
	const requests: string[] = [];
	const trusted: (readonly string[])[] = [tokens];
	let ended = 0;
	const instead = new Map<string, SandboxResponse>();

	function login(request: SandboxRequest): SandboxResponse {
		const client = appIn(request);
		logins.push(String(client));
		if (client === null || request.body !== 'grant_type=client_credentials') {
			return json(400, { error: 'invalid_app_id', seen: request.headers });
		}
		const token = `${++made}f00dcafe${'0'.repeat(24)}`;
		tokens.push(token);
		return json(200, { access_token: token, expires_in: 3600, token_type: 'Bearer' });
	}

	function seller({ path, headers }: SandboxRequest): SandboxResponse {
		const token = headers.authorization?.replace(/^Bearer /, '') ?? '';
		const isGood = trusted.some((some) => some.slice(some === tokens ? ended : 0).includes(token));
		if (!isGood) return json(401, { message: `bad token ${token}` });
		calls.push(path);
		return json(200, { id: 4711, name: 'Example Pty Ltd', status: 'active' });
	}

	const { url, close } = await serve({
		handle: async (request) => {
			requests.push(JSON.stringify(request));
			const work = request.path === loginPath ? login : seller;
			return instead.get(request.path) ?? work(request);
		},
	});
	return {
		...{ url, logins, calls, tokens, close },
		expire: () => void (ended = tokens.length),
		trust: (other) => void trusted.push(other.tokens),
		answer(path, status, body, more = {}) {
			if (status === null) instead.delete(path);
			else instead.set(path, { ...json(status, body), ...more });
		},
		seen: () => requests.join('\n'),
	};
}
