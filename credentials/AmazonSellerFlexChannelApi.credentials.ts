import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	Icon,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { marketplaces } from '../channels/amazonSellerFlex/marketplaces';
import { nextInTest, testPath } from './amazonSellerFlex/credentialTest';
import type { Send } from './amazonSellerFlex/login';
import { signIn } from './amazonSellerFlex/signIn';
import { signed } from './amazonSellerFlex/signed';
import { allowLinkLocal, guarded } from './guarded';
import { signInFirst } from './signInFirst';

const byToken = { show: { authorisation: ['refreshToken'] } };
const byRedirect = { show: { authorisation: ['redirectUrl'] } };
const onOwnServer = { show: { environment: ['own'] } };

/** How the sign-in sent, for the test that comes right after it with the same credential. */
const senders = new WeakMap<ICredentialDataDecryptedObject, Send>();

export class AmazonSellerFlexChannelApi implements ICredentialType {
	name = 'amazonSellerFlexChannelApi';

	displayName = 'Amazon Seller Flex Channel API';

	icon: Icon = {
		light: 'file:../icons/amazonSellerFlex.svg',
		dark: 'file:../icons/amazonSellerFlex.dark.svg',
	};

	documentationUrl =
		'https://github.com/order-hub/n8n-nodes-order-hub/blob/main/docs/amazonSellerFlex.md';

	properties: INodeProperties[] = [
		{
			displayName:
				'The app in the Solution Provider Portal needs the roles Direct to Consumer Shipping (Restricted), Product Listing and Tax Invoicing, and your Amazon contact has to allow the seller for External Fulfillment',
			name: 'notice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Country',
			name: 'marketplace',
			type: 'options',
			required: true,
			options: marketplaces.map(({ id, country }) => ({ name: country, value: id })),
			default: '',
			description: 'Where the seller sells. The region and its address follow from it.',
		},
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. amzn1.application-oa2-client.1a2b3c',
			description: 'Of the app, under LWA credentials',
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'Amazon makes you replace it from time to time. The authorisation stays.',
		},
		{
			displayName: 'Authorisation',
			name: 'authorisation',
			type: 'options',
			options: [
				{
					name: 'Redirect URL',
					value: 'redirectUrl',
					description: 'The seller consents in Seller Central, and you paste where that ends',
				},
				{
					name: 'Refresh Token',
					value: 'refreshToken',
					description: 'Of an app that you authorised for yourself in the portal',
				},
			],
			default: 'refreshToken',
		},
		{
			displayName: 'Seller ID',
			name: 'sellerId',
			type: 'string',
			displayOptions: byToken,
			required: true,
			default: '',
			placeholder: 'e.g. A1SELLER0EXAMPLE',
			description: 'The Merchant Token in Seller Central under Settings > Account Info',
		},
		{
			displayName: 'Refresh Token',
			name: 'refreshToken',
			type: 'string',
			typeOptions: { password: true },
			displayOptions: byToken,
			required: true,
			default: '',
			placeholder: 'e.g. Atzr|IwEBIA...',
			description: 'Amazon shows it once, when you authorise the app',
		},
		{
			displayName: 'Application ID',
			name: 'applicationId',
			type: 'string',
			displayOptions: byRedirect,
			default: '',
			placeholder: 'e.g. amzn1.sellerapps.app.1a2b3c',
			description:
				'With it, and without a redirect URL, a test of this credential answers with the link to authorise by',
		},
		{
			displayName: 'Redirect URI',
			name: 'redirectUri',
			type: 'string',
			displayOptions: byRedirect,
			default: '',
			placeholder: 'e.g. https://example.com/amazon',
			description:
				'As it is registered for the app, where it is not the first one there. Mostly it can stay empty.',
		},
		{
			displayName: 'Redirect URL',
			name: 'redirectUrl',
			type: 'string',
			displayOptions: byRedirect,
			default: '',
			placeholder:
				'e.g. https://example.com/amazon?state=...&selling_partner_id=...&spapi_oauth_code=...',
			description:
				'The whole address that the browser ends on after you confirm. It is worth something once and for five minutes: save right away.',
		},
		{
			displayName: 'Environment',
			name: 'environment',
			type: 'options',
			options: [
				{ name: 'Amazon Sandbox', value: 'sandbox', description: 'Made-up answers by Amazon' },
				{ name: 'Own Server', value: 'own', description: 'Such as the sandbox of this package' },
				{ name: 'Production', value: 'production' },
			],
			default: 'production',
		},
		{
			displayName: 'API URL',
			name: 'apiUrl',
			type: 'string',
			displayOptions: onOwnServer,
			required: true,
			default: '',
			placeholder: 'e.g. http://localhost:4020',
			description: 'Where the server answers',
		},
		{
			displayName: 'Login URL',
			name: 'loginUrl',
			type: 'string',
			displayOptions: onOwnServer,
			default: '',
			placeholder: 'e.g. http://localhost:4020',
			description: 'Where it gives out tokens, if that is another server',
		},
		{ ...allowLinkLocal, displayOptions: onOwnServer },
		{
			displayName: 'Exchanged Token',
			name: 'exchangedToken',
			type: 'hidden',
			typeOptions: { password: true },
			default: '',
		},
		{ displayName: 'Signed In As', name: 'signedInAs', type: 'hidden', default: '' },
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
	];

	/** n8n keeps what this answers in the credential. */
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
		if (send === undefined) throw signInFirst('amazonSellerFlex');
		return await nextInTest(send, credentials);
	}

	/** n8n keeps the token of the sign-in then: a pasted redirect URL is exchanged as it is saved. */
	test: ICredentialTestRequest = {
		request: { method: 'GET', baseURL: 'https://sellingpartnerapi-eu.amazon.com', url: testPath },
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 403,
					message:
						'Amazon knows the seller and refuses External Fulfillment: the app lacks the role Direct to Consumer Shipping (Restricted), or the seller is not allow-listed. Give the app the role and authorise it again, or ask your Amazon contact.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 429,
					message: 'Amazon counts the calls, and there were too many. Test again in a minute.',
				},
			},
		],
	};
}
