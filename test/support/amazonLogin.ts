import { serve } from '../../sandbox/serve';
import type { SandboxRequest, SandboxResponse } from '../../sandbox/wire';

/** The least of Amazon that a credential meets: Login with Amazon, the marketplaces of a seller, and a list of shipments. */
export interface AmazonLogin {
	readonly url: string;
	/** The grants that were asked for, in order. */
	readonly logins: readonly string[];
	/** The paths that a good token asked for, in order. */
	readonly calls: readonly string[];
	readonly refreshToken: string;
	/** The address that a browser ends on when the seller has consented. */
	consent(state?: string): string;
	/** No access token that was given out is good any longer. */
	expire(): void;
	/** How requests of this path are answered instead from now on; with null as before. */
	answer(path: string, status: number | null, body?: unknown): void;
	/** Of the last request to the API. */
	headers(): Readonly<Record<string, string>>;
	close(): Promise<void>;
}

export const app = { clientId: 'amzn1.client', clientSecret: 'amzn1.secret+%&=' };
export const redirectUri = 'https://example.com/amazon';
export const seller = 'A1SELLER0EXAMPLE';
const emirates = { id: 'A2VIGQ35RCS4UG', name: 'Amazon.ae' };

/** No two servers give out the same. */
let made = 0;

export async function amazonLogin(): Promise<AmazonLogin> {
	const [logins, calls]: [string[], string[]] = [[], []];
	const [codes, refreshTokens, accessTokens] = [new Set(), new Set(), new Set()];
	const given = new Map<string, string>();
	const instead = new Map<string, { status: number; body: unknown }>();
	let last: Readonly<Record<string, string>> = {};
	const token = (kind: string, into: Set<unknown>) => {
		const value = `${kind}|${++made}`;
		into.add(value);
		return value;
	};
	const typed = token('Atzr', refreshTokens);

	function login({ body, headers }: SandboxRequest): SandboxResponse {
		const form = Object.fromEntries(new URLSearchParams(body));
		logins.push(form.grant_type ?? '');
		const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded');
		if (!isForm) return refusal(400, 'invalid_request');
		if (form.client_id !== app.clientId || form.client_secret !== app.clientSecret) {
			return refusal(401, 'invalid_client');
		}
		const tokens = { token_type: 'bearer', expires_in: 3600 };
		if (form.grant_type === 'refresh_token') {
			if (!refreshTokens.has(form.refresh_token)) return refusal(400, 'invalid_grant');
			return json(200, { ...tokens, access_token: token('Atza', accessTokens) });
		}
		if (form.grant_type !== 'authorization_code') return refusal(400, 'unsupported_grant_type');
		if (codes.delete(form.code) && form.redirect_uri === redirectUri) {
			const refresh = token('Atzr', refreshTokens);
			given.set(form.code ?? '', refresh);
			return json(200, {
				...tokens,
				access_token: token('Atza', accessTokens),
				refresh_token: refresh,
			});
		}
		// Who hands in a code twice loses what it gave.
		refreshTokens.delete(given.get(form.code ?? ''));
		return refusal(400, 'invalid_grant');
	}

	function api({ path, headers }: SandboxRequest): SandboxResponse {
		last = headers;
		if (!accessTokens.has(headers['x-amz-access-token'])) {
			const details = 'The access token you provided has expired.';
			return json(403, { errors: [{ code: 'Unauthorized', message: 'Access denied', details }] });
		}
		calls.push(path);
		if (path === '/sellers/v1/marketplaceParticipations') {
			const participation = { isParticipating: true, hasSuspendedListings: false };
			return json(200, { payload: [{ marketplace: emirates, participation }] });
		}
		return json(200, { shipments: [] });
	}

	const { url, close } = await serve({
		handle: async (request) => {
			const isLogin = request.path === '/auth/o2/token';
			const other = instead.get(request.path);
			if (other !== undefined) return json(other.status, other.body);
			return isLogin ? login(request) : api(request);
		},
	});
	return {
		url,
		logins,
		calls,
		refreshToken: typed,
		consent(state = 'any') {
			const query = { state, selling_partner_id: seller, spapi_oauth_code: token('code', codes) };
			return `${redirectUri}?${new URLSearchParams(query)}`;
		},
		expire: () => accessTokens.clear(),
		answer: (path, status, body) => {
			if (status === null) instead.delete(path);
			else instead.set(path, { status, body });
		},
		headers: () => last,
		close,
	};
}

const refusal = (status: number, error: string) => json(status, { error });

const json = (status: number, body: unknown): SandboxResponse => ({
	status,
	headers: { 'content-type': 'application/json' },
	body: JSON.stringify(body),
	delivery: 'whole',
	delayMs: 0,
});
