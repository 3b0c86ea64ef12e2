import { ikasSandbox } from '../../../sandbox/ikas';
import type { IkasCredential, IkasOptions } from '../../../sandbox/ikas/types';
import { serve } from '../../../sandbox/serve';
import { ordersChanged } from './ordersChanged';

export const startAt = Date.parse('2026-03-02T10:00:00Z');

interface Row {
	readonly [field: string]: unknown;
	readonly id: string;
	readonly orderNumber: string;
	readonly updatedAt: number;
	readonly orderLineItems: readonly {
		readonly id: string;
		readonly quantity: number;
		readonly status: string;
		readonly deleted: boolean;
		readonly originalOrderLineItemId: string | null;
		readonly variant: { readonly sku: string | null };
	}[];
}

export interface Listed {
	readonly hasNext: boolean;
	readonly page: number;
	readonly limit: number;
	readonly data: readonly Row[];
}

/** The parts of an answer that tests look at. */
interface Body {
	readonly data?: { readonly listOrder: Listed; readonly [field: string]: unknown } | null;
	readonly errors?: readonly {
		readonly message: string;
		readonly extensions: { readonly code: string };
	}[];
	readonly [field: string]: unknown;
}

const read = async (response: Response) => {
	const text = await response.text();
	const isJson = response.headers.get('content-type')?.startsWith('application/json');
	const body: Body = isJson ? JSON.parse(text) : {};
	return { status: response.status, headers: response.headers, text, body };
};

const form = ({ clientId, clientSecret }: IkasCredential) =>
	new URLSearchParams({
		grant_type: 'client_credentials',
		client_id: clientId,
		client_secret: clientSecret,
	});

/** A sandbox on a socket and a client of it: real HTTP, nothing of the package. */
export const openShop = async (options: IkasOptions = {}) => {
	const sandbox = ikasSandbox({ startAt, ...options });
	const { url, close } = await serve(sandbox);
	const post = async (
		path: string,
		body: string | URLSearchParams,
		headers: Record<string, string>,
	) => await read(await fetch(`${url}${path}`, { method: 'POST', body, headers }));
	const login = async (credential: IkasCredential = sandbox.credential) =>
		await post('/api/admin/oauth/token', form(credential), {});
	const token = String((await login()).body.access_token);
	const ask = async (query: string, variables: unknown = {}, bearer = token) =>
		await post('/api/v1/admin/graphql', JSON.stringify({ query, variables }), {
			'content-type': 'application/json',
			authorization: `Bearer ${bearer}`,
		});
	const list = async (variables: unknown = {}): Promise<Listed> => {
		const { body } = await ask(ordersChanged, variables);
		if (!body.data) throw new Error(JSON.stringify(body));
		return body.data.listOrder;
	};
	const control = async (path: string, body: unknown) =>
		await post(`/__sandbox/${path}`, JSON.stringify(body), {});
	return { sandbox, url, close, post, login, token, ask, list, control };
};

export type Shop = Awaited<ReturnType<typeof openShop>>;

export const numbers = ({ data }: Listed) => data.map(({ orderNumber }) => orderNumber);

/** The `extensions.code` of the first error. */
export const codeOf = ({ body }: { readonly body: Body }) => body.errors?.[0]?.extensions.code;
