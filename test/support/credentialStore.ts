import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	ICredentialsHelper,
	IHttpRequestOptions,
} from 'n8n-workflow';
import { AmazonSellerFlexChannelApi } from '../../credentials/AmazonSellerFlexChannelApi.credentials';
import { BabyshopChannelApi } from '../../credentials/BabyshopChannelApi.credentials';
import { IkasChannelApi } from '../../credentials/IkasChannelApi.credentials';
import { OkerChannelApi } from '../../credentials/OkerChannelApi.credentials';
import { OmnifulHubApi } from '../../credentials/OmnifulHubApi.credentials';
import { OrderHubLedgerApi } from '../../credentials/OrderHubLedgerApi.credentials';
import { ShopifyHubApi } from '../../credentials/ShopifyHubApi.credentials';
import { TheIconicChannelApi } from '../../credentials/TheIconicChannelApi.credentials';
import { UniwareHubApi } from '../../credentials/UniwareHubApi.credentials';

type Stored = Record<string, ICredentialDataDecryptedObject>;

const types: Record<string, ICredentialType> = {
	amazonSellerFlexChannelApi: new AmazonSellerFlexChannelApi(),
	babyshopChannelApi: new BabyshopChannelApi(),
	ikasChannelApi: new IkasChannelApi(),
	okerChannelApi: new OkerChannelApi(),
	omnifulHubApi: new OmnifulHubApi(),
	orderHubLedgerApi: new OrderHubLedgerApi(),
	shopifyHubApi: new ShopifyHubApi(),
	theIconicChannelApi: new TheIconicChannelApi(),
	uniwareHubApi: new UniwareHubApi(),
};

const unused = () => Promise.reject(new Error('not used by these nodes'));

/** n8n's credentials without its database: signs in and stores the token by the rules of its `credentials-helper.js`. */
export const credentialStore = (stored: Stored): ICredentialsHelper => ({
	getParentTypes: () => [],
	isCredentialUsableByNode: () => true,
	getCredentialsProperties: (type) => types[type]?.properties ?? [],
	getDecrypted: async (_data, _of, type) => ({ ...stored[type] }),
	getCredentials: unused,
	updateCredentials: unused,
	updateCredentialsOauthTokenData: unused,
	runPreAuthentication: unused,
	async authenticate(credentials, type, options) {
		const { authenticate } = types[type] ?? {};
		if (typeof authenticate !== 'function') throw new Error(`${type} does not say how to sign`);
		return await authenticate(credentials, options as IHttpRequestOptions);
	},
	async preAuthentication(helpers, credentials, type, node, isExpired) {
		const token = types[type]?.properties.find((field) => field.typeOptions?.expirable === true);
		if (token === undefined) return undefined;
		const isTest = node.type === 'n8n-nodes-base.noOp' && node.parameters.temp === '';
		if (credentials[token.name] !== '' && !isExpired && !isTest) return undefined;
		const signedIn = await types[type]?.preAuthentication?.call(helpers, credentials);
		stored[type] = { ...stored[type], ...signedIn } as ICredentialDataDecryptedObject;
		return Object.assign(credentials, signedIn);
	},
});
