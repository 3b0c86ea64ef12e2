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
import { nextInTest, testPath } from './oker/credentialTest';
import type { Send } from './oker/login';
import { signIn } from './oker/signIn';
import { signed } from './oker/signed';
import { signInFirst } from './signInFirst';

/** How the sign-in sent, for the test that comes right after it with the same credential. */
const senders = new WeakMap<ICredentialDataDecryptedObject, Send>();

export class OkerChannelApi implements ICredentialType {
	name = 'okerChannelApi';

	displayName = 'Oker Channel API';

	icon: Icon = { light: 'file:../icons/oker.svg', dark: 'file:../icons/oker.dark.svg' };

	documentationUrl = 'https://github.com/order-hub/n8n-nodes-order-hub/blob/main/docs/oker.md';

	properties: INodeProperties[] = [
		{
			displayName:
				'Oker has no public API. This package speaks a contract of its own, which a gateway in front of Oker has to keep: docs/oker-connector.openapi.yaml.',
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
			placeholder: 'e.g. https://oker-gateway.example.com/v1',
			description: 'Where the gateway answers, with the path that its calls begin with',
		},
		{
			displayName: 'Username',
			name: 'username',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. seller-042',
			description: 'As the Oker team gave it to the seller',
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
			displayName: 'Dispatch By',
			name: 'dispatchBy',
			type: 'options',
			options: [
				{ name: 'Closed Manifest', value: 'manifest' },
				{ name: 'Shipped in the Hub', value: 'shipped' },
			],
			default: 'shipped',
			description:
				'What has to stand behind it before Oker is told that an order has left. By Closed Manifest it waits until a manifest of the hub is closed with the order (Order Hub: Manifest), or until Order > Dispatch names one.',
		},
		{
			displayName: 'Days of Status Sync',
			name: 'statusDays',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 30,
			description:
				'How far back orders are read again by a gateway that cannot say what has changed. What is cancelled, delivered or returned later than that is not seen.',
		},
		{
			displayName: 'Calls per Minute',
			name: 'callsPerMinute',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 300,
			description: 'How many calls the gateway allows',
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

	/** n8n keeps what this answers in the credential: a token is asked for when there is none, or when it is refused. */
	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject) {
		const send: Send = async (request) => {
			const allowed = await guarded(request, credentials);
			return await answering(this.helpers.httpRequest(allowed), request, 'oker');
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
		if (send === undefined) throw signInFirst('oker');
		return await nextInTest(send, credentials);
	}

	test: ICredentialTestRequest = {
		request: { method: 'GET', baseURL: '={{ $credentials.baseUrl }}', url: testPath },
	};
}
