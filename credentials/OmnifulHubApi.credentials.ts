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
import { nextInTest, testPath } from './omniful/credentialTest';
import type { Send } from './omniful/login';
import { signIn } from './omniful/signIn';
import { signed } from './omniful/signed';
import { signInFirst } from './signInFirst';

/** How the sign-in sent, for the test that comes right after it with the same credential. */
const senders = new WeakMap<ICredentialDataDecryptedObject, Send>();

const ofTenant = { show: { useTenant: [true] } };

export class OmnifulHubApi implements ICredentialType {
	name = 'omnifulHubApi';

	displayName = 'Omniful Hub API';

	icon: Icon = { light: 'file:../icons/omniful.svg', dark: 'file:../icons/omniful.dark.svg' };

	documentationUrl = 'https://github.com/order-hub/n8n-nodes-order-hub/blob/main/docs/omniful.md';

	properties: INodeProperties[] = [
		{
			displayName:
				'In Omniful open Settings > Apps & Integrations > Custom Apps > Seller Custom Integration. A refresh token is worth one sign-in: paste it here and nowhere else. n8n keeps the one that takes its place.',
			name: 'notice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Environment',
			name: 'environment',
			type: 'options',
			options: [
				{ name: 'Own Server', value: 'own', description: 'Such as the sandbox' },
				{ name: 'Production', value: 'production' },
				{ name: 'Staging', value: 'staging' },
			],
			default: 'production',
		},
		{
			displayName: 'API URL',
			name: 'apiUrl',
			type: 'string',
			displayOptions: { show: { environment: ['own'] } },
			required: true,
			default: '',
			placeholder: 'e.g. http://localhost:4017',
		},
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 65f1c0ffee0000000000abcd',
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
			displayName: 'Refresh Token',
			name: 'refreshToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'As the dashboard shows it. Paste a new one only when Omniful refuses this one.',
		},
		{
			displayName: 'Default Hub',
			name: 'defaultHub',
			type: 'string',
			default: '',
			placeholder: 'e.g. RUH_MAIN',
			description:
				'The code of the hub that gets orders where nothing else says which. Empty: Omniful routes them.',
		},
		{
			displayName: 'Webhook Secret',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'As the dashboard shows it. The trigger takes no webhook without it.',
		},
		{
			displayName: 'Tenant Credentials',
			name: 'useTenant',
			type: 'boolean',
			default: false,
			description:
				'Whether there is a Tenant Custom Integration too. With it hubs have names and sellers can be listed.',
		},
		{
			displayName: 'Tenant Client ID',
			name: 'tenantClientId',
			type: 'string',
			displayOptions: ofTenant,
			required: true,
			default: '',
			placeholder: 'e.g. 65f1c0ffee0000000000dcba',
		},
		{
			displayName: 'Tenant Client Secret',
			name: 'tenantClientSecret',
			type: 'string',
			typeOptions: { password: true },
			displayOptions: ofTenant,
			required: true,
			default: '',
		},
		{
			displayName: 'Tenant Refresh Token',
			name: 'tenantRefreshToken',
			type: 'string',
			typeOptions: { password: true },
			displayOptions: ofTenant,
			required: true,
			default: '',
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
			displayName: 'Kept Tokens',
			name: 'keptTokens',
			type: 'hidden',
			typeOptions: { password: true },
			default: '',
		},
		{
			displayName: 'Tenant Access Token',
			name: 'tenantAccessToken',
			type: 'hidden',
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

	/** n8n keeps what this answers in the credential. It lasts 30 days (reference/omniful.md 1.2). */
	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject) {
		const send: Send = async (request) => {
			const allowed = await guarded(request, credentials);
			return await answering(this.helpers.httpRequest(allowed), request, 'omniful');
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

	/** A test begins with a look at the tokens, also where they are there: they may be of entries that are no longer good. */
	private async tested(credentials: ICredentialDataDecryptedObject) {
		const send = senders.get(credentials);
		if (send === undefined) throw signInFirst('omniful');
		return await nextInTest(send, credentials);
	}

	test: ICredentialTestRequest = {
		request: { method: 'GET', baseURL: 'https://prodapi.omniful.com', url: testPath },
	};
}
