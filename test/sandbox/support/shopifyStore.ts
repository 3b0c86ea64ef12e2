import { serve } from '../../../sandbox/serve';
import { shopifySandbox } from '../../../sandbox/shopify';
import type { ShopifyOptions } from '../../../sandbox/shopify/types';

export const startAt = Date.parse('2026-11-02T10:00:00Z');

type Fields = Readonly<Record<string, unknown>>;

/** The parts of an answer that tests look at. */
interface Body {
	readonly data?: Readonly<Record<string, Fields | null>> | null;
	readonly errors?: readonly {
		readonly message: string;
		readonly path?: readonly unknown[];
		readonly extensions?: { readonly code: string; readonly requiredAccess?: string };
	}[];
	readonly extensions?: {
		readonly cost: {
			readonly requestedQueryCost: number;
			readonly actualQueryCost: number | null;
			readonly throttleStatus: { readonly currentlyAvailable: number };
		};
	};
	readonly [field: string]: unknown;
}

const read = async (response: Response) => {
	const text = await response.text();
	const isJson = response.headers.get('content-type')?.startsWith('application/json');
	const body: Body = isJson ? JSON.parse(text) : {};
	return { status: response.status, headers: response.headers, text, body };
};

export type Answer = Awaited<ReturnType<typeof read>>;

const open = new Set<() => Promise<void>>();

/** Closes all that a test has opened, also when it has failed half way. */
export const closeStores = async () => {
	for (const close of open) await close();
	open.clear();
};

/** A sandbox on a socket and an app of its shop: real HTTP, nothing of the package. Without bucket and lag, unless told. */
export const openStore = async (options: ShopifyOptions = {}) => {
	const sandbox = shopifySandbox({ startAt, bucket: null, searchLagMs: 0, ...options });
	const { url, close } = await serve(sandbox);
	open.add(close);
	const { clientId, clientSecret, accessToken } = sandbox.credential;
	const post = async (path: string, body: string | URLSearchParams, headers = {}) =>
		await read(await fetch(`${url}${path}`, { method: 'POST', body, headers }));
	const json = { 'content-type': 'application/json' };
	const login = async (over: object = {}) => {
		const asked = { client_id: clientId, client_secret: clientSecret, ...over };
		const grant = { grant_type: 'client_credentials', ...asked };
		return await post('/admin/oauth/access_token', JSON.stringify(grant), json);
	};
	const ask = async (query: string, variables: object = {}, how: Asking = {}) => {
		const { token = accessToken, version = '2026-07' } = how;
		const headers = { ...json, 'x-shopify-access-token': token };
		const path = `/admin/api/${version}/graphql.json`;
		return await post(path, JSON.stringify({ query, variables }), headers);
	};
	/** What the first root field answers; fails on an error. */
	const tell = async (query: string, variables: object = {}): Promise<Fields> => {
		const { body } = await ask(query, variables);
		const [first] = Object.values(body.data ?? {});
		if (body.errors || !first) throw new Error(JSON.stringify(body));
		return first;
	};
	const control = async (path: string, body: unknown = {}) =>
		await post(`/__sandbox/${path}`, JSON.stringify(body));
	return { sandbox, url, post, login, ask, tell, control };
};

interface Asking {
	readonly token?: string;
	readonly version?: string;
}

export type Store = Awaited<ReturnType<typeof openStore>>;

/** The `extensions.code` of the first error. */
export const codeOf = ({ body }: Answer) => body.errors?.[0]?.extensions?.code;
