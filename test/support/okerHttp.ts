import type { AxiosInstance, AxiosResponse } from 'axios';
import type { Http } from '../../channels/connector';
import { basePath } from '../../sandbox/oker/calls';
import { socketHttp } from './axiosHttp';

export interface OkerCredential {
	readonly username: string;
	readonly password: string;
}

/** What the credential says beside them. */
export interface OkerSeller {
	readonly callsPerMinute: string;
	readonly statusDays: string;
	readonly dispatchBy: string;
}

interface SignedIn {
	readonly status?: string;
	readonly accessToken?: string;
}

/** With username and password, for a token; the account is known from then on. */
export function okerHttp(
	url: string,
	{ username, password }: OkerCredential,
	seller: Partial<OkerSeller> = {},
): Http {
	let account = '';
	const ask = async (client: AxiosInstance): Promise<AxiosResponse<unknown>> => {
		const response = await client.post<SignedIn>('/authToken', { username, password });
		const { status, accessToken } = response.data;
		if (status !== 'SUCCESS') return { ...response, data: null };
		account = `${username}@${new URL(url).host}`;
		return { ...response, data: { access_token: accessToken } };
	};
	const login = { ask, headers: (apiKey: string) => ({ apiKey }) };
	return Object.defineProperty(socketHttp(`${url}${basePath}`, login), 'seller', {
		get: () => ({ ...seller, account }),
	});
}
