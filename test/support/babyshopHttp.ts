import type { AxiosInstance, AxiosResponse } from 'axios';
import type { Http } from '../../channels/connector';
import { socketHttp } from './axiosHttp';

export interface BabyshopCredential {
	readonly username: string;
	readonly password: string;
}

/** What the credential says beside them. */
export interface BabyshopSeller {
	readonly timeZone: string;
	readonly inventoryKey: string;
	readonly callsPerFiveMinutes: string;
}

export const babyshopPath = '/RestWS/api/sellerPanel/v3';

const usual: BabyshopSeller = {
	timeZone: 'Asia/Kolkata',
	inventoryKey: 'sku',
	callsPerFiveMinutes: '40',
};

interface SignedIn {
	readonly status?: string;
	readonly apiKey?: string;
	readonly apiOwner?: string;
}

/** With username and password, for a key whose owner names the account from then on. */
export function babyshopHttp(
	url: string,
	{ username, password }: BabyshopCredential,
	seller: Partial<BabyshopSeller> = {},
): Http {
	let account = '';
	const ask = async (client: AxiosInstance): Promise<AxiosResponse<unknown>> => {
		const params = { username, password };
		const response = await client.get<SignedIn>('/authToken', { params });
		const { status, apiKey, apiOwner } = response.data;
		if (status !== 'SUCCESS') return { ...response, data: null };
		account = `${apiOwner}@${new URL(url).host}`;
		return { ...response, data: { access_token: apiKey } };
	};
	const login = { ask, headers: (key: string) => ({ ApiKey: key }) };
	return Object.defineProperty(socketHttp(`${url}${babyshopPath}`, login), 'seller', {
		get: () => ({ ...usual, ...seller, account }),
	});
}
