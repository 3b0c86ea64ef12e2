import type { Http } from '../../channels/connector';
import { socketHttp } from './axiosHttp';
import type { AppCredential } from './axiosHttp';

export interface AmazonCredential extends AppCredential {
	readonly refreshToken: string;
	readonly sellerId: string;
	readonly marketplace: string;
}

/** With a refresh token, by Login with Amazon. */
export const amazonHttp = (
	url: string,
	{ clientId, clientSecret, refreshToken, sellerId, marketplace }: AmazonCredential,
): Http =>
	Object.assign(
		socketHttp(url, {
			ask: async (client) =>
				await client.post(
					'/auth/o2/token',
					new URLSearchParams({
						grant_type: 'refresh_token',
						refresh_token: refreshToken,
						client_id: clientId,
						client_secret: clientSecret,
					}),
				),
			headers: (token) => ({ 'x-amz-access-token': token }),
		}),
		{ seller: { sellerId, marketplaceId: marketplace } },
	);
