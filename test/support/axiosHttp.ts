import axios from 'axios';
import type { AxiosInstance, AxiosResponse } from 'axios';
import type { Http, HttpRequest, HttpResponse } from '../../channels/connector';
import { Failure } from '../../domain/failure';

export interface AppCredential {
	readonly clientId: string;
	readonly clientSecret: string;
}

/** How a channel lets in whom it knows. */
export interface Login {
	/** Asks for a token. */
	ask(client: AxiosInstance): Promise<AxiosResponse<unknown>>;
	/** What carries the token. */
	headers(token: string): Readonly<Record<string, string>>;
}

/** Real sockets, no n8n: signs in as the node does, keeps the token, renews it when told to. */
export function socketHttp(url: string, login: Login): Http {
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
		const { status, body } = await send(async () => await login.ask(client));
		if (status === 200 && typeof body === 'object' && body !== null && 'access_token' in body) {
			return String(body.access_token);
		}
		throw new Failure('unauthorised', `${url} refused the client ID or secret (status ${status}).`);
	};

	/** As it is, without the token; its bytes as base64. */
	const onDocument = async ({ method, document, headers, body }: HttpRequest) => {
		const answer = await send(() =>
			client.request<unknown>({
				method,
				url: document,
				baseURL: '',
				headers: { ...headers },
				data: typeof body === 'string' ? Buffer.from(body, 'base64') : undefined,
				responseType: 'arraybuffer',
			}),
		);
		return { ...answer, body: inBase64(answer.body) };
	};

	let token: string | null = null;
	return async (request) => {
		if (request.document !== undefined) return await onDocument(request);
		const { method, path, query, headers, body, freshLogin, isFile } = request;
		if (token === null || freshLogin) token = await signIn();
		const carried = login.headers(token);
		const answer = await send(() =>
			client.request({
				method,
				url: path,
				params: query,
				headers: { ...headers, ...carried },
				data: body,
				...(isFile && { responseType: 'arraybuffer' }),
			}),
		);
		return isFile ? { ...answer, body: inBase64(answer.body) } : answer;
	};
}

const inBase64 = (bytes: unknown) => Buffer.from(bytes as ArrayBuffer).toString('base64');

/** With client credentials, as ikas has it. */
export const axiosHttp = (url: string, { clientId, clientSecret }: AppCredential): Http =>
	socketHttp(url, {
		ask: async (client) =>
			await client.post(
				'/api/admin/oauth/token',
				new URLSearchParams({
					grant_type: 'client_credentials',
					client_id: clientId,
					client_secret: clientSecret,
				}),
			),
		headers: (token) => ({ authorization: `Bearer ${token}` }),
	});
