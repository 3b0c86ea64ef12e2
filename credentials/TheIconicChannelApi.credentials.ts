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
import { signInFirst } from './signInFirst';
import { nextInTest, testPath } from './theIconic/credentialTest';
import { liveUrl } from './theIconic/hosts';
import type { Send } from './theIconic/login';
import { signIn } from './theIconic/signIn';
import { signed } from './theIconic/signed';

/** How the sign-in sent, for the test that comes right after it with the same credential. */
const senders = new WeakMap<ICredentialDataDecryptedObject, Send>();

const onOwnServer = { show: { environment: ['own'] } };

export class TheIconicChannelApi implements ICredentialType {
	name = 'theIconicChannelApi';

	displayName = 'The Iconic Channel API';

	icon: Icon = { light: 'file:../icons/theIconic.svg', dark: 'file:../icons/theIconic.dark.svg' };

	documentationUrl = 'https://github.com/order-hub/n8n-nodes-order-hub/blob/main/docs/theIconic.md';

	properties: INodeProperties[] = [
		{
			displayName:
				'In Seller Center open Settings > Integration Management > OAuth Applications and add an application. Do it as a user who has this one shop only: a token follows the shop that its user has chosen.',
			name: 'notice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Environment',
			name: 'environment',
			type: 'options',
			options: [
				{ name: 'Live', value: 'live' },
				{ name: 'Own Server', value: 'own', description: 'Such as the sandbox of this package' },
				{
					name: 'Pre-Production',
					value: 'preproduction',
					description: 'Where The Iconic lets you try things out, with an application of its own',
				},
			],
			default: 'live',
		},
		{
			displayName: 'API URL',
			name: 'apiUrl',
			type: 'string',
			displayOptions: onOwnServer,
			required: true,
			default: '',
			placeholder: 'e.g. http://localhost:4040',
			description: 'Where the server answers',
		},
		{
			displayName: 'Login URL',
			name: 'loginUrl',
			type: 'string',
			displayOptions: onOwnServer,
			default: '',
			placeholder: 'e.g. http://localhost:4040',
			description: 'Where it gives out tokens, if it does not do so at the API URL',
		},
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 1a2b3c4d-0000-4000-8000-000000000000',
			description: 'The Application ID in Seller Center',
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'The Application Secret in Seller Center',
		},
		{
			displayName: 'Delivery Type',
			name: 'deliveryType',
			type: 'options',
			options: [
				{
					name: 'Automatic',
					value: 'automatic',
					description: 'By what The Iconic says of each item',
				},
				{ name: 'Dropship', value: 'dropship', description: 'You send to the customer' },
				{ name: 'Pickup', value: 'pickup', description: 'The Iconic collects from you' },
				{
					name: 'Send to Warehouse',
					value: 'send_to_warehouse',
					description: 'You send to a warehouse of The Iconic',
				},
			],
			default: 'automatic',
			description: 'How parcels get to the customer. Change it only when The Iconic says so.',
		},
		{
			displayName: 'After Ready to Ship',
			name: 'afterReadyToShip',
			type: 'options',
			options: [
				{
					name: 'Leave It',
					value: 'leave',
					description: 'A parcel that left stays ready to ship: scan or carrier move it on',
				},
				{
					name: 'Set to Shipped',
					value: 'ship',
					description: 'A parcel that left is set to shipped, where The Iconic offers that',
				},
			],
			default: 'ship',
			description:
				'What The Iconic wants of your account is not written anywhere. Try it on pre-production or ask your partner manager.',
		},
		allowLinkLocal,
		{ displayName: 'Signed In As', name: 'signedInAs', type: 'hidden', default: '' },
		{ displayName: 'Signed In At', name: 'signedInAt', type: 'hidden', default: '' },
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
	];

	/** n8n keeps what this answers in the credential. A token lasts an hour. */
	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject) {
		const send: Send = async (request) =>
			await this.helpers.httpRequest(await guarded(request, credentials));
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
		if (send === undefined) throw signInFirst('theIconic');
		return await nextInTest(send, credentials);
	}

	test: ICredentialTestRequest = { request: { method: 'GET', baseURL: liveUrl, url: testPath } };
}
