import axios from 'axios';
import type { AxiosResponse } from 'axios';
import type { Http, HttpResponse } from '../../channels/connector';
import { Failure } from '../../domain/failure';

export interface AppCredential {
	readonly clientId: string;
	readonly clientSecret: string;
}

/** Real sockets, no n8n: signs in with client credentials as the node does, keeps the token, renews it when told to. */
export function axiosHttp(url: string, { clientId, clientSecret }: AppCredential): Http {
	const client = axios.create({ baseURL: url, timeout: 15_000, validateStatus: () => true });

	const send = async (work: () => Promise<AxiosResponse<unknown>>): Promise<HttpResponse> => {
		const [answered] = await Promise.allSettled([work()]);
		if (answered.status === 'rejected') {
			throw new Failure('unavailable', `${url} did not answer: ${String(answered.reason)}`);
		}
		const { status, headers, data } = answered.value;
		const texts = Object.entries(headers).map(([name, value]) => [name, String(value)]);
		return { status, headers: Object.fromEntries(texts), body: data };
	};

	const signIn = async (): Promise<string> => {
		const form = new URLSearchParams({
			grant_type: 'client_credentials',
			client_id: clientId,
			client_secret: clientSecret,
		});
		const { status, body } = await send(() => client.post('/api/admin/oauth/token', form));
		if (status === 200 && typeof body === 'object' && body !== null && 'access_token' in body) {
			return String(body.access_token);
		}
		throw new Failure('unauthorised', `${url} refused the client ID or secret (status ${status}).`);
	};

	let token: string | null = null;
	return async ({ method, path, query, headers, body, freshLogin }) => {
		if (token === null || freshLogin) token = await signIn();
		const authorization = `Bearer ${token}`;
		return await send(() =>
			client.request({
				method,
				url: path,
				params: query,
				headers: { ...headers, authorization },
				data: body,
			}),
		);
	};
}
