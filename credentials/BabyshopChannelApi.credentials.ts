import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	Icon,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { timeZones } from '../channels/babyshop/timeZones';
import { answering } from './answering';
import { usualBaseUrl } from './babyshop/baseUrl';
import { nextInTest, testPath } from './babyshop/credentialTest';
import type { Send } from './babyshop/login';
import { signIn } from './babyshop/signIn';
import { signed } from './babyshop/signed';
import { allowLinkLocal, guarded } from './guarded';
import { signInFirst } from './signInFirst';

/** How the sign-in sent, for the test that comes right after it with the same credential. */
const senders = new WeakMap<ICredentialDataDecryptedObject, Send>();

export class BabyshopChannelApi implements ICredentialType {
	name = 'babyshopChannelApi';

	displayName = 'Babyshop Channel API';

	icon: Icon = { light: 'file:../icons/babyshop.svg', dark: 'file:../icons/babyshop.dark.svg' };

	documentationUrl = 'https://github.com/order-hub/n8n-nodes-order-hub/blob/main/docs/babyshop.md';

	properties: INodeProperties[] = [
		{
			displayName:
				'For Babyshop, Centrepoint and other brands of Landmark in the Vinculum Seller Panel. Each brand and each country has a login of its own: make one credential for each.',
			name: 'notice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Username',
			name: 'username',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 1000001',
			description:
				'Of the API, as Landmark gave it. It can be another one than that of the portal, such as with a prefix.',
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
			displayName: 'Time Zone',
			name: 'timeZone',
			type: 'options',
			options: timeZones.map(({ label, zone }) => ({ name: label, value: zone })),
			default: 'Asia/Kolkata',
			description:
				'That of the times which the panel writes: they carry none. Vinculum says India; compare an order of today with the panel.',
		},
		{
			displayName: 'Inventory Key',
			name: 'inventoryKey',
			type: 'options',
			options: [
				{ name: 'Marketplace SKU', value: 'sku' },
				{ name: 'Vendor SKU Code', value: 'vendorSkuCode' },
			],
			default: 'sku',
			description:
				'Which code goes out as "sku" when stock is pushed. The hub finds it by the Vendor SKU Code either way. Change it only when Landmark says so.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: usualBaseUrl,
			placeholder: `e.g. ${usualBaseUrl}`,
			description:
				'Where the seller panel answers. Change it when Landmark names another one, or to use the sandbox.',
		},
		{
			displayName: 'Calls per Five Minutes',
			name: 'callsPerFiveMinutes',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 40,
			description: 'How many calls of each operation the panel allows',
		},
		allowLinkLocal,
		{ displayName: 'API Owner', name: 'apiOwner', type: 'hidden', default: '' },
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

	/** n8n keeps what this answers in the credential: the key is asked for once in ten years, or when it is refused. */
	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject) {
		const send: Send = async (request) => {
			const allowed = await guarded(request, credentials);
			return await answering(this.helpers.httpRequest(allowed), request, 'babyshop');
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

	/** A test begins with a sign-in, also where a key is there: it may be of entries that are no longer good. */
	private async tested(credentials: ICredentialDataDecryptedObject) {
		const send = senders.get(credentials);
		if (send === undefined) throw signInFirst('babyshop');
		return await nextInTest(send, credentials);
	}

	test: ICredentialTestRequest = {
		request: { method: 'POST', baseURL: usualBaseUrl, url: testPath },
	};
}
