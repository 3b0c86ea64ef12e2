import type { Http } from '../../channels/connector';
import { socketHttp } from './axiosHttp';
import type { AppCredential } from './axiosHttp';

/** What the credential says beside its secrets. */
export interface IconicSeller {
	readonly deliveryType: string;
	readonly afterReadyToShip: string;
}

/** With client credentials, as Seller Center has it. */
export const iconicHttp = (
	url: string,
	{ clientId, clientSecret }: AppCredential,
	seller: Partial<IconicSeller> = {},
): Http =>
	Object.assign(
		socketHttp(url, {
			ask: async (client) =>
				await client.post(
					'/oauth/client-credentials',
					new URLSearchParams({ grant_type: 'client_credentials' }),
					{ auth: { username: clientId, password: clientSecret } },
				),
			headers: (token) => ({ authorization: `Bearer ${token}` }),
		}),
		{ seller: { deliveryType: 'automatic', afterReadyToShip: 'ship', ...seller } },
	);
