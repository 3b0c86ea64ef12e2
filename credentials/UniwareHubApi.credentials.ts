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
import { signInFirst } from './signInFirst';
import { nextInTest, testPath } from './uniware/credentialTest';
import type { Send } from './uniware/login';
import { signIn } from './uniware/signIn';
import { signed } from './uniware/signed';

/** How the sign-in sent, for the test that comes right after it with the same credential. */
const senders = new WeakMap<ICredentialDataDecryptedObject, Send>();

export class UniwareHubApi implements ICredentialType {
	name = 'uniwareHubApi';

	displayName = 'Uniware Hub API';

	icon: Icon = { light: 'file:../icons/uniware.svg', dark: 'file:../icons/uniware.dark.svg' };

	documentationUrl = 'https://github.com/order-hub/n8n-nodes-order-hub/blob/main/docs/uniware.md';

	properties: INodeProperties[] = [
		{
			displayName:
				'Create a user for the API in Uniware, with the Admin role and all facilities that the hub is to see',
			name: 'notice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://my-tenant.unicommerce.com',
			description: 'Where you sign in to Uniware, without anything behind the host',
		},
		{
			displayName: 'Username',
			name: 'username',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. api@example.com',
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
		},
		{
			displayName: 'Default Facility',
			name: 'facility',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. WH_MAIN',
			description:
				'The code of the facility that gets orders where nothing else says which. Case counts.',
		},
		{
			displayName: 'Channel Code',
			name: 'channelCode',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. CUSTOM_ORDER_HUB',
			description:
				'The code of the channel that you made in Uniware for the orders of the hub. Case counts.',
		},
		{
			displayName: 'Marketplace Ships',
			name: 'marketplaceShips',
			type: 'boolean',
			default: false,
			description:
				'Whether the marketplace brings its own courier for orders of the hub. Off: Uniware chooses one.',
		},
		allowLinkLocal,
		{
			displayName: 'Sign-In Secret',
			name: 'signInSecret',
			type: 'hidden',
			// A hash of the password: n8n shows it to nobody.
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

	/** n8n keeps what this answers in the credential: the token is asked for again when it is refused. */
	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject) {
		const send: Send = async (request) => {
			const allowed = await guarded(request, credentials);
			return await answering(this.helpers.httpRequest(allowed), request, 'uniware');
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
		if (send === undefined) throw signInFirst('uniware');
		return await nextInTest(send, credentials);
	}

	test: ICredentialTestRequest = {
		request: { method: 'POST', baseURL: 'https://my-tenant.unicommerce.com', url: testPath },
	};
}
