import type { Http } from '../../channels/connector';
import type { OmnifulCredential } from '../../sandbox/omniful/types';
import { socketHttp } from './axiosHttp';

/** What the credential says beside its secrets. */
export interface OmnifulSeller {
	readonly account: string;
	readonly hub: string;
	readonly hasTenant: string;
}

/** With the refresh token, which is replaced whenever it is used. */
const withTokens = (url: string, path: string, credential: OmnifulCredential): Http => {
	const { clientId, clientSecret } = credential;
	let { refreshToken } = credential;
	return socketHttp(url, {
		async ask(client) {
			const answer = await client.post(`/sales-channel/public${path}`, {
				grant_type: 'refresh_token',
				refresh_token: refreshToken,
				client_id: clientId,
				client_secret: clientSecret,
			});
			refreshToken = answer.data.data?.refresh_token ?? refreshToken;
			return { ...answer, data: answer.data.data };
		},
		headers: (token) => ({ authorization: `Bearer ${token}` }),
	});
};

/** A caller of the seller family, and of the tenant family where its credential is given. */
export const omnifulHttp = (
	url: string,
	credential: OmnifulCredential,
	{ tenant, ...seller }: Partial<OmnifulSeller> & { readonly tenant?: OmnifulCredential } = {},
): Http => {
	const asSeller = withTokens(url, '/v1/token', credential);
	const asTenant = tenant && withTokens(url, '/v1/tenants/token', tenant);
	const http: Http = async (request) =>
		await (request.path.includes('/v1/tenants/') && asTenant ? asTenant : asSeller)(request);
	const account = credential.clientId;
	const hasTenant = String(tenant !== undefined);
	return Object.assign(http, { seller: { account, hub: 'RUH', hasTenant, ...seller } });
};
