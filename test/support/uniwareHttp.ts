import type { Http } from '../../channels/connector';
import { socketHttp } from './axiosHttp';

export interface UniwareUser {
	readonly username: string;
	readonly password: string;
}

/** What the credential says beside them. */
export interface UniwareSeller {
	readonly facility: string;
	readonly channel: string;
	readonly isShippedByMarketplace: string;
}

const usual: UniwareSeller = {
	facility: 'WH_MAIN',
	channel: 'ORDER_HUB',
	isShippedByMarketplace: 'false',
};

/** With username and password, in a form. */
export const uniwareHttp = (
	url: string,
	{ username, password }: UniwareUser,
	seller: Partial<UniwareSeller> = {},
): Http =>
	Object.assign(
		socketHttp(url, {
			ask: async (client) =>
				await client.post(
					'/oauth/token',
					new URLSearchParams({
						grant_type: 'password',
						client_id: 'my-trusted-client',
						username,
						password,
					}),
				),
			headers: (token) => ({ authorization: `bearer ${token}` }),
		}),
		{ seller: { account: new URL(url).host, ...usual, ...seller } },
	);
