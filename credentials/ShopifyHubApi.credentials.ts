import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	Icon,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { answering } from './answering';
import { allowLinkLocal, guarded } from './guarded';
import { nextInTest, testPath } from './shopify/credentialTest';
import type { Send } from './shopify/login';
import { signIn } from './shopify/signIn';
import { signed } from './shopify/signed';
import { signInFirst } from './signInFirst';

/** How the sign-in sent, for the test that comes right after it with the same credential. */
const senders = new WeakMap<ICredentialDataDecryptedObject, Send>();

export class ShopifyHubApi implements ICredentialType {
	name = 'shopifyHubApi';

	displayName = 'Shopify Hub API';

	icon: Icon = { light: 'file:../icons/shopify.svg', dark: 'file:../icons/shopify.dark.svg' };

	documentationUrl = 'https://github.com/order-hub/n8n-nodes-order-hub/blob/main/docs/shopify.md';

	properties: INodeProperties[] = [
		{
			displayName:
				'In the Dev Dashboard of your organisation create an app, tick the scopes that the documentation lists, release the version and install the app on your store',
			name: 'notice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Shop Domain',
			name: 'shopDomain',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. my-shop.myshopify.com',
			description:
				'The one that ends in .myshopify.com, not the one that buyers see. The part before it, or an address of the admin, can be pasted too.',
		},
		{
			displayName: 'Sign In With',
			name: 'signInWith',
			type: 'options',
			options: [
				{
					name: 'Client ID and Secret',
					value: 'clientCredentials',
					description: 'Of an app of your own organisation',
				},
				{
					name: 'Existing Admin API Token',
					value: 'adminToken',
					description: 'Of a custom app that was made in the admin before 2026',
				},
			],
			default: 'clientCredentials',
		},
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			displayOptions: { show: { signInWith: ['clientCredentials'] } },
			required: true,
			default: '',
			placeholder: 'e.g. 1a2b3c4d5e6f708192a3b4c5d6e7f809',
			description: 'Of the app, under Settings in the Dev Dashboard',
		},
		{
			displayName: 'Admin API Access Token',
			name: 'adminToken',
			type: 'string',
			typeOptions: { password: true },
			displayOptions: { show: { signInWith: ['adminToken'] } },
			required: true,
			default: '',
			placeholder: 'e.g. shpat_...',
			description: 'Shopify showed it once, when the app was installed',
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'Of the same app. Webhooks are checked with it, too. In the admin it is called API secret key.',
		},
		{
			displayName: 'API URL',
			name: 'apiUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. http://localhost:4020',
			description:
				'Where Shopify answers. Empty for the shop domain: fill it in only to use the sandbox.',
		},
		allowLinkLocal,
		{
			displayName: 'Sign-In Secret',
			name: 'signInSecret',
			type: 'hidden',
			// A hash of the secrets: n8n shows it to nobody.
			typeOptions: { password: true },
			default: '',
		},
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
	];

	/** n8n keeps what this answers in the credential. It lasts a day (reference/shopify.md 2). */
	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject) {
		const send: Send = async (request) => {
			const allowed = await guarded(request, credentials);
			return await answering(this.helpers.httpRequest(allowed), request, 'shopify');
		};
		senders.set(credentials, send);
		return await signIn(send, credentials);
	}

	/** Every call with this credential comes by here: those of nodes, pickers and the test below. */
	authenticate = async (
		credentials: ICredentialDataDecryptedObject,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		const next = options.url === testPath ? await this.tested(credentials) : {};
		return await guarded(signed({ ...options, ...next }, credentials), credentials);
	};

	/** A test begins with a sign-in, also where a token is there: it may be of entries that are no longer good. */
	private async tested(credentials: ICredentialDataDecryptedObject) {
		const send = senders.get(credentials);
		if (send === undefined) throw signInFirst('shopify');
		return await nextInTest(send, credentials);
	}

	test: ICredentialTestRequest = {
		request: { method: 'POST', baseURL: 'https://my-shop.myshopify.com', url: testPath },
	};
}
