import { SandboxRefusal } from '../wire';
import { roles } from './drafts';
import { type Marketplace, marketplaces } from './marketplaces';
import type { AmazonCredential, AmazonGrants, AmazonLocation, AmazonOptions } from './types';

const defaultLocations: readonly AmazonLocation[] = [
	{ id: 'EXSB', name: 'Sharjah' },
	{ id: 'DXB1', name: 'Dubai' },
];

const everything: AmazonGrants = {
	roles,
	allowListed: true,
	authorised: true,
	participating: true,
	ownInvoices: true,
};

const defaultRedirects = ['https://example.com/amazon/callback'] as const;

const marketplaceOf = ({ marketplace = 'A2VIGQ35RCS4UG' }: AmazonOptions): Marketplace => {
	const known = marketplaces.find(({ id }) => id === marketplace);
	if (!known) throw new SandboxRefusal(`there is no marketplace ${marketplace}`);
	return known;
};

/** The secret has signs that a form must encode. */
const credentialOf = (
	options: AmazonOptions,
	marketplace: Marketplace,
	redirectUri: string,
): AmazonCredential => ({
	marketplace: marketplace.id,
	sellerId: options.sellerId ?? 'A1SELLER0EXAMPLE',
	clientId: 'amzn1.application-oa2-client.5a1d0b0c',
	clientSecret: 'amzn1.oa2-cs.v1.sandbox+secret%with&signs',
	refreshToken: 'Atzr|IwEBISandboxRefreshToken',
	applicationId: 'amzn1.sellerapps.app.5a1d0b0c-0000-4000-a000-000000000001',
	redirectUri,
});

/** Who sells, where, and what the app may do for them. */
export const account = (options: AmazonOptions) => {
	const marketplace = marketplaceOf(options);
	const redirectUris = options.redirectUris ?? defaultRedirects;
	return {
		marketplace,
		redirectUris,
		isDraft: options.isDraft ?? false,
		credential: credentialOf(options, marketplace, redirectUris[0]),
		settings: { locations: options.locations ?? defaultLocations, grants: everything },
	};
};

export type Account = ReturnType<typeof account>;
