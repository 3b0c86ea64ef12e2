import { serve } from '../../sandbox/serve';
import type { SandboxRequest, SandboxResponse } from '../../sandbox/wire';

/** The least of Shopify that a credential meets: the call that gives a token, and a question that wants it. */
export interface ShopifyLogin {
	readonly url: string;
	/** Client IDs that asked for a token, in order. */
	readonly logins: readonly string[];
	/** Questions that a good token asked, in order. */
	readonly calls: readonly string[];
	/** Every token that was given out. */
	readonly tokens: readonly string[];
	/** No token that was given out is good any longer. */
	expire(): void;
	/** Those of the app from now on. */
	grant(...scopes: readonly string[]): void;
	/** How requests of this path are answered instead from now on; with null as before. */
	answer(path: string, status: number | null, body?: unknown, other?: object): void;
	/** Every request that came, as one text. */
	seen(): string;
	close(): Promise<void>;
}

export const shop = 'my-shop.myshopify.com';
export const app = { clientId: '1a2b3c4d5e6f', clientSecret: 'shpss_s3 cr+t%&="ü~' };
/** Of a custom app that was made before 2026. */
export const adminToken = ['shpat', '0f1e2d3c4b5a69788796a5b4c3d2e1f0'].join('_');

const loginPath = '/admin/oauth/access_token';
const scopes = [
	'read_products',
	'read_inventory',
	'read_locations',
	'write_orders',
	'write_order_edits',
	'write_customers',
	'read_merchant_managed_fulfillment_orders',
];

/** No two servers give out the same. */
let made = 0;

export async function shopifyLogin(): Promise<ShopifyLogin> {
	const [logins, calls, tokens, requests]: [string[], string[], string[], string[]] = [
		[],
		[],
		[],
		[],
	];
	const good = new Set<string>([adminToken]);
	const instead = new Map<string, SandboxResponse>();
	let granted: readonly string[] = scopes;

	function login({ body }: SandboxRequest): SandboxResponse {
		const { client_id, client_secret, grant_type } = JSON.parse(body) as Record<string, string>;
		logins.push(client_id ?? '');
		if (client_id !== app.clientId || client_secret !== app.clientSecret) {
			return json(400, { error: 'invalid_client', error_description: `no ${client_secret}` });
		}
		if (grant_type !== 'client_credentials') return json(400, { error: 'unsupported_grant_type' });
		const token = `shpua_${++made}f00dcafe${made}`;
		tokens.push(token);
		good.add(token);
		return json(200, { access_token: token, scope: granted.join(), expires_in: 86_399 });
	}

	function graphql({ headers, body }: SandboxRequest): SandboxResponse {
		const token = headers['x-shopify-access-token'] ?? '';
		if (!good.has(token)) return json(401, { errors: `[API] Invalid API key ${token}` });
		calls.push(String((JSON.parse(body) as { query: unknown }).query));
		return json(200, {
			data: {
				shop: { name: 'My Shop', myshopifyDomain: shop },
				currentAppInstallation: { accessScopes: granted.map((handle) => ({ handle })) },
			},
		});
	}

	const { url, close } = await serve({
		handle: async (request) => {
			requests.push(JSON.stringify(request));
			const { path } = request;
			return instead.get(path) ?? (path === loginPath ? login : graphql)(request);
		},
	});
	return {
		...{ url, logins, calls, tokens, close },
		expire: () => good.clear(),
		grant(...given) {
			granted = given;
		},
		answer(path, status, body, other = {}) {
			if (status === null) instead.delete(path);
			else instead.set(path, { ...json(status, body), ...other });
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
