import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { apiVersion } from '../../channels/shopify/graphql';
import { ShopifyHubApi } from '../../credentials/ShopifyHubApi.credentials';
import { callAs } from './amazonCredential';
import { n8nCredential } from './n8nCredential';
import type { N8nCredential } from './n8nCredential';
import { adminToken, app, shop } from './shopifyLogin';

type Data = ICredentialDataDecryptedObject;

const type = 'shopifyHubApi';

export const graphqlPath = `/admin/api/${apiVersion}/graphql.json`;
export const loginPath = '/admin/oauth/access_token';

/** What a person fills in for an app of the organisation. */
export const filledIn = (apiUrl: string, change: Data = {}): Data => ({
	shopDomain: shop,
	signInWith: 'clientCredentials',
	...app,
	apiUrl,
	...change,
});

/** And with a token that the admin gave once. */
export const withToken = (apiUrl: string, change: Data = {}): Data =>
	filledIn(apiUrl, { signInWith: 'adminToken', clientId: '', adminToken, ...change });

export const opened = async (data: Data) => await n8nCredential(new ShopifyHubApi(), data);

/** What the test says that the editor makes when the form is saved. */
export const verdict = async (data: Data) => await (await opened(data)).test(data);

/** One call as our nodes make it, with the token that was refused before it. */
export const call = async (credential: N8nCredential, url: string, refused: string | null = null) =>
	await callAs(
		type,
		credential,
		{
			method: 'POST',
			url: `${url}${graphqlPath}`,
			headers: { 'Content-Type': 'application/json' },
			body: { query: '{ shop { name } }' },
		},
		refused,
	);
