import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	Icon,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { allowLinkLocal, guarded } from './guarded';
import { tokenIn } from './ikasToken';
import { storeNameOf } from './storeNameOf';

export class IkasChannelApi implements ICredentialType {
	name = 'ikasChannelApi';

	displayName = 'Ikas Channel API';

	icon: Icon = { light: 'file:../icons/ikas.svg', dark: 'file:../icons/ikas.dark.svg' };

	documentationUrl = 'https://github.com/order-hub/n8n-nodes-order-hub/blob/main/docs/ikas.md';

	properties: INodeProperties[] = [
		{
			displayName:
				'In the ikas panel open Apps > My Apps > Private apps, create an app and tick all permissions for orders, products and inventories, reading and writing. The client secret is shown once.',
			name: 'notice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Store Name',
			name: 'storeName',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. my-shop',
			description: 'The part before .myikas.com. The whole address can be pasted too.',
		},
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 1a2b3c4d-0000-4000-8000-000000000000',
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
		},
		{
			displayName: 'API URL',
			name: 'apiUrl',
			type: 'string',
			required: true,
			default: 'https://api.myikas.com',
			description: 'Where ikas answers. Change it only to use the sandbox.',
		},
		allowLinkLocal,
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
	];

	/** n8n keeps the token in the credential. It lasts four hours (reference/ikas.md 2.2). */
	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject) {
		const { apiUrl, clientId, clientSecret, storeName } = credentials;
		const request: IHttpRequestOptions = {
			method: 'POST',
			url: `${String(apiUrl).replace(/\/+$/, '')}/api/admin/oauth/token`,
			headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
			body: new URLSearchParams({
				grant_type: 'client_credentials',
				client_id: String(clientId),
				client_secret: String(clientSecret),
			}).toString(),
			timeout: 10_000,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		};
		const answer = await this.helpers.httpRequest(await guarded(request, credentials));
		return { accessToken: tokenIn(answer, storeNameOf(String(storeName))) };
	}

	/** Every call with this credential comes by here: those of nodes, pickers and the test below. */
	authenticate = async (
		credentials: ICredentialDataDecryptedObject,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		const headers = {
			...options.headers,
			Authorization: `Bearer ${String(credentials.accessToken)}`,
		};
		return await guarded({ ...options, headers }, credentials);
	};

	/** ikas refuses inside an answer of status 200: without data nothing was allowed (reference/ikas.md 4). */
	test: ICredentialTestRequest = {
		request: {
			method: 'POST',
			baseURL: '={{$credentials.apiUrl}}',
			url: '/api/v1/admin/graphql',
			headers: { 'Content-Type': 'application/json' },
			body: { query: '{ getMerchant { id } me { id scopes } }' },
		},
		rules: [
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'errors[0].extensions.code',
					value: 'LOGIN_REQUIRED',
					message: 'ikas refused the token. Check that the app still exists in the panel.',
				},
			},
			...[null, undefined].map((value) => ({
				type: 'responseSuccessBody' as const,
				properties: {
					key: 'data.getMerchant.id',
					value,
					message: 'What answers at the API URL is not ikas, or it names no merchant.',
				},
			})),
		],
	};
}
